import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText, readMark } from '../../../electron/files/decode-text.ts';

const rows = 'Role\tEmail Address\r\nTeam Member\tzoë@acme.com\r\n';
const chinese = '角色\t名字\r\n团队成员\t李雷\r\n团队成员\t韩梅梅\r\n';
const encodings = ['utf-16le', 'utf-16be', 'utf-8'] as const;

describe('decodeText', () => {
  for (const encoding of encodings) {
    for (const bom of [true, false]) {
      for (const text of [rows, chinese]) {
        it(`security 8: reads ${encoding} ${bom ? 'with' : 'without'} a byte order mark (${text.slice(0, 4).trim()})`, async () => {
          const bytes = iconv.encode(text, encoding, { addBOM: bom });
          expect(await decodeText(bytes, 'a.txt')).toEqual({
            ok: true,
            value: { text, form: { kind: 'text', encoding, bom, confidence: 'sure', others: [] } },
          });
        });
      }
    }
  }

  // A text that begins with NUL behind FF FE cannot be told from UTF-32, which is refused.
  const anyText = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !text.startsWith('\0'));

  it('gives back any text behind a byte order mark', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.constantFrom(...encodings), async (text, encoding) => {
        const read = await decodeText(iconv.encode(text, encoding, { addBOM: true }), 'a.txt');
        expect(read).toMatchObject({ ok: true, value: { text } });
      }),
    );
  });

  it('keeps a lone surrogate of a UTF-16 file, for the rules to flag', async () => {
    const bytes = Buffer.from('\uFEFFa\tb\ud800\r\n', 'utf16le');
    expect(await decodeText(bytes, 'a.txt')).toMatchObject({ ok: true, value: { text: 'a\tb\ud800\r\n' } });
  });

  const german =
    'Role,First Name\r\nTeam Member,Jürgen\r\nTeam Member,Zoë\r\nTeam Member,Jörg\r\nTeam Member,Käthe\r\n';

  it('security 8: names the byte and the line of another encoding in UTF-8, and never puts U+FFFD in its place', async () => {
    const mixed = Buffer.concat([Buffer.from(german), Buffer.from('Team Member,Jos\xe9\r\n', 'latin1')]);
    expect(await decodeText(mixed, 'a.csv')).toEqual({
      ok: false,
      failure: {
        code: 'file.wrongEncoding',
        facts: { name: 'a.csv', encoding: 'UTF-8', byte: 111, line: 6 },
      },
    });
  });

  it('security 8: names the last byte of UTF-8 that is cut off in a character', async () => {
    const bytes = Buffer.from(`${german}é`).subarray(0, -1);
    expect(await decodeText(bytes, 'a.csv')).toMatchObject({
      failure: { facts: { encoding: 'UTF-8', byte: bytes.length, line: 6 } },
    });
  });

  it.each([
    ['a half of a character in the last line, for a rule to flag', 'a,b', 'x', 'a,b\ufffd'],
    ['a stray byte after the last line, which is nobody’s', 'a,b\r\n', 'x', 'a,b\r\n'],
    ['a line end of one byte', 'a,b', '\n', 'a,b'],
    ['Ctrl+Z of one byte', 'a,b\r\n', '\u001a', 'a,b\r\n'],
  ])('security 8: takes an odd byte at the end of UTF-16 for %s', async (_, text, odd, read) => {
    for (const little of [true, false]) {
      const whole = Buffer.from(`\uFEFF${text}`, 'utf16le');
      const bytes = Buffer.concat([little ? whole : whole.swap16(), Buffer.from(odd)]);
      expect(await decodeText(bytes, 'a.txt')).toMatchObject({ ok: true, value: { text: read } });
    }
  });

  it.each([
    ['UTF-8', Buffer.from('Role,Name\r\nAgent,I\0v\u00f6\r\n'), 'utf-8'],
    ['Windows-1252', Buffer.from('Role,Name\r\nAgent,I\0v\u00f6 M\u00fcller\r\n', 'latin1'), 'windows-1252'],
    ['little text', Buffer.from('ab\0,c'), 'utf-8'],
  ])('opens a text with one NUL, which a rule flags: %s', async (_, bytes, encoding) => {
    const read = await decodeText(bytes, 'a.txt');
    expect(read).toMatchObject({ ok: true, value: { form: { encoding } } });
    expect(read.ok && read.value.text).toContain('\0');
  });

  it('keeps such a mark in the middle of a text, for a rule to flag', async () => {
    const text = 'Role,Name\u001a\r\nAgent,Ana\r\n';
    expect(await decodeText(Buffer.from(text), 'a.txt')).toMatchObject({ ok: true, value: { text } });
  });

  it.each(['\u001a', '\u001a\u001a\u001a', '\u001a\0\0\0', '\0\u001a'])(
    'leaves out the mark of the end that DOS programs write, and what fills its block: %j',
    async (end) => {
      const text = 'Role,Name\r\nAgent,Ana\r\n';
      for (const bytes of [Buffer.from(text + end), Buffer.from(`\uFEFF${text}${end}`, 'utf16le')])
        expect(await decodeText(bytes, 'a.txt')).toMatchObject({ ok: true, value: { text } });
    },
  );

  const refused: readonly [string, Buffer, string][] = [
    ['nothing', Buffer.alloc(0), 'file.empty'],
    ['a byte order mark alone', Buffer.from([0xff, 0xfe]), 'file.empty'],
    ['one NUL', Buffer.from([0]), 'file.notText'],
    [
      'escape sequences for Japanese',
      Buffer.from('Role,Name\r\nAgent,\u001b$B;3ED\u001b(B\r\n'),
      'file.unusedEncoding',
    ],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452000003e8000003e80806', 'hex'), 'file.notText'],
    [
      'random bytes',
      Buffer.from(Array.from({ length: 999 }, (_, at) => (at * 7919 + at * at) % 256)),
      'file.notText',
    ],
    ['zeros', Buffer.alloc(5000), 'file.notText'],
    ['UTF-32', Buffer.from('fffe0000410000004200000043000000', 'hex'), 'file.unusedEncoding'],
  ];
  for (const [what, bytes, code] of refused) {
    it(`refuses ${what}`, async () => {
      expect(await decodeText(bytes, 'a.txt')).toMatchObject({ ok: false, failure: { code } });
    });
  }

  it('takes one letter for a text', async () => {
    expect(await decodeText(Buffer.from('a'), 'a.txt')).toMatchObject({ ok: true, value: { text: 'a' } });
  });
});

it.each([
  [[0xff, 0xfe, 0x41, 0x00], 'utf-16le'],
  [[0xff, 0xfe, 0x00, 0x41], 'utf-16le'],
  [[0xff, 0xfe, 0x00, 0x00, 0x41], 'utf-16le'],
  [[0xff, 0xfe, 0x00, 0x00], 'utf-32'],
  [[0xfe, 0xff, 0x00, 0x41], 'utf-16be'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xef, 0xbb, 0xbe], null],
  [[0xef, 0xba, 0xbf], null],
  [[0x00, 0x00, 0xfe, 0xff], 'utf-32'],
  [[0x00, 0x01, 0xfe, 0xff], null],
  [[0x00, 0x00, 0xfe, 0xfe], null],
  [[0xff, 0xff], null],
  [[0xfe, 0xfe], null],
  [[], null],
])('the mark of %j is %s', (bytes, mark) => {
  expect(readMark(Buffer.from(bytes))).toBe(mark);
});
