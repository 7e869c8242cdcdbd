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
        it(`reads ${encoding} ${bom ? 'with' : 'without'} a byte order mark (${text.slice(0, 4).trim()})`, () => {
          const bytes = iconv.encode(text, encoding, { addBOM: bom });
          expect(decodeText(bytes, 'a.txt')).toEqual({
            ok: true,
            value: { text, form: { kind: 'text', encoding, bom } },
          });
        });
      }
    }
  }

  // A text that begins with NUL behind FF FE cannot be told from UTF-32, which is refused.
  const anyText = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !text.startsWith('\0'));

  it('gives back any text behind a byte order mark', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...encodings), (text, encoding) => {
        const read = decodeText(iconv.encode(text, encoding, { addBOM: true }), 'a.txt');
        expect(read).toMatchObject({ ok: true, value: { text } });
      }),
    );
  });

  it('keeps a lone surrogate of a UTF-16 file, for the rules to flag', () => {
    const bytes = Buffer.from('\uFEFFa\tb\ud800\r\n', 'utf16le');
    expect(decodeText(bytes, 'a.txt')).toMatchObject({ ok: true, value: { text: 'a\tb\ud800\r\n' } });
  });

  it('names the byte that UTF-8 cannot hold, and never puts U+FFFD in its place', () => {
    const windows = Buffer.from('Role,First Name\r\nTeam Member,Jos\xe9\r\n', 'latin1');
    expect(decodeText(windows, 'a.csv')).toEqual({
      ok: false,
      failure: { code: 'file.wrongEncoding', facts: { name: 'a.csv', encoding: 'UTF-8', byte: 33 } },
    });
  });

  it('names the last byte of UTF-8 that is cut off in a character', () => {
    const bytes = Buffer.from('abcé').subarray(0, 4);
    expect(decodeText(bytes, 'a.csv')).toMatchObject({ failure: { facts: { encoding: 'UTF-8', byte: 4 } } });
  });

  it('names the odd byte at the end of UTF-16', () => {
    const bytes = Buffer.concat([Buffer.from('\uFEFFab', 'utf16le'), Buffer.from('x')]);
    expect(decodeText(bytes, 'a.txt')).toEqual({
      ok: false,
      failure: { code: 'file.wrongEncoding', facts: { name: 'a.txt', encoding: 'UTF-16', byte: 7 } },
    });
  });

  const refused: readonly [string, Buffer, string][] = [
    ['nothing', Buffer.alloc(0), 'file.empty'],
    ['a byte order mark alone', Buffer.from([0xff, 0xfe]), 'file.empty'],
    ['one NUL', Buffer.from([0]), 'file.notText'],
    ['one byte that begins no character', Buffer.from([0xff]), 'file.wrongEncoding'],
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
    it(`refuses ${what}`, () => {
      expect(decodeText(bytes, 'a.txt')).toMatchObject({ ok: false, failure: { code } });
    });
  }

  it('takes one letter for a text', () => {
    expect(decodeText(Buffer.from('a'), 'a.txt')).toMatchObject({ ok: true, value: { text: 'a' } });
  });
});
