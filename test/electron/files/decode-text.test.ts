import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../electron/files/decode-text.ts';

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

  it('security 8: names the odd byte at the end of UTF-16', async () => {
    const bytes = Buffer.concat([Buffer.from('\uFEFFab', 'utf16le'), Buffer.from('x')]);
    expect(await decodeText(bytes, 'a.txt')).toEqual({
      ok: false,
      failure: { code: 'file.wrongEncoding', facts: { name: 'a.txt', encoding: 'UTF-16', byte: 7, line: 1 } },
    });
  });

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
