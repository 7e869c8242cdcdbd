import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../electron/files/decode-text.ts';
import { createRosterReader } from '../../../shared/roster/read-roster.ts';
import { detectDelimiter } from '../../../shared/text/dialect.ts';
import { ENCODINGS } from '../../../shared/text/encodings.ts';
import { parseText } from '../../../shared/text/parse-text.ts';
import { runs } from '../../tier.ts';

const HEADER = 'Role,Email Address,First Name\r\n';

/** Texts that programs trip over: scripts, formulas, bidirectional marks, emoji, halves of characters, terminal codes. */
const NAUGHTY = [
  'undefined',
  'null',
  'NaN',
  '-1.5e400',
  '0x0',
  '1/0',
  '=1+1',
  '@SUM(A1)',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  "'; DROP TABLE people;--",
  '%s%n%x',
  '${7*7}',
  '\\',
  '\\"',
  "O'Neil",
  'ﷺ',
  '田中さん',
  '사회과학원',
  'Ω≈ç√∫˜µ',
  '🏳️‍🌈',
  '👩‍👩‍👧',
  'Z͑ͫ̓a̴l͢g̛o',
  '\u202eevil',
  '\u200b',
  '\u2028',
  '\u0085',
  '\u001b[31m',
  'ﬀ',
  'İ',
  'ẞ',
  '\u00a0',
  '\ufeff',
  '\u180e',
  '￾',
];

/** Text that went in and came out of the whole way from bytes to rows. */
async function cellsOf(bytes: Buffer): Promise<string[]> {
  const read = await decodeText(bytes, 'list.csv');
  if (!read.ok) throw new Error(read.failure.code);
  const reader = createRosterReader('list.csv');
  const { text } = read.value;
  const rows = parseText(text, detectDelimiter(text));
  reader.add(rows);
  expect(reader.finish().ok).toBe(true);
  return rows.slice(1).map((row) => row[2] ?? '');
}

describe('naughty strings', () => {
  const quoted = NAUGHTY.map((text) => `Agent,a@b.c,"${text.replaceAll('"', '""')}"\r\n`).join('');
  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'])
    it(`security 8: come through ${encoding} as they are, with a byte order mark and without`, async () => {
      for (const addBOM of [true, false])
        expect(await cellsOf(iconv.encode(HEADER + quoted, encoding, { addBOM }))).toEqual(NAUGHTY);
    });
});

describe('bytes of any kind', () => {
  const someBytes = fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(0, 9, 10, 13, 34, 44, 59, 65, 97, 0x1b, 0x80, 0xc3, 0xa9, 0xd8, 0xdc, 0xfe, 0xff),
        { minLength: 1, maxLength: 60 },
      )
      .map((bytes) => Uint8Array.from(bytes)),
    fc
      .uint8Array({ min: 0x20, minLength: 1, maxLength: 80 })
      .map((bytes) => Buffer.concat([Buffer.from(HEADER), bytes])),
  );

  it('security 8: are read so that they could be written again, or refused with a code', async () => {
    await fc.assert(
      fc.asyncProperty(someBytes, async (some) => {
        const bytes = Buffer.from(some);
        const read = await decodeText(bytes, 'list.csv');
        if (!read.ok) {
          expect(read.failure.code).toMatch(/^file\./);
          return;
        }
        const { text, form } = read.value;
        if (form.encoding === 'utf-8')
          expect(Buffer.from((form.bom ? '\ufeff' : '') + text).equals(bytes)).toBe(true);
        else if (ENCODINGS[form.encoding].kind === 'unicode')
          expect(text).toHaveLength(bytes.length / 2 - (form.bom ? 1 : 0));
        else expect(text).not.toContain('\ufffd');
      }),
      { numRuns: runs(400) },
    );
  });

  it('security 8: are read whole or refused with the place, however a text is cut', async () => {
    const text = `${HEADER}Agent,a@b.c,Zoë\r\nAgent,b@b.c,Jürgen\r\nAgent,c@b.c,佐藤\r\nAgent,d@b.c,😀\r\n`;
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be']) {
      const whole = iconv.encode(text, encoding, { addBOM: true });
      for (let length = 3; length < whole.length; length += 1) {
        const read = await decodeText(whole.subarray(0, length), 'list.csv');
        if (read.ok) expect(text.startsWith(read.value.text.replace(/\ufffd$/, ''))).toBe(true);
        else expect(read.failure.code).toMatch(/^file\.(?:wrongEncoding|empty)$/);
      }
    }
  });
});

describe('security 8: a list in two encodings', () => {
  const german = `${HEADER}${'Agent,a@b.c,Jürgen Köhler\r\nAgent,b@b.c,Zoë Groß\r\n'.repeat(5)}`;

  it('is refused with the line, and read whole where the user says how', async () => {
    const bytes = Buffer.concat([Buffer.from(german), iconv.encode('Agent,c@b.c,José\r\n', 'windows-1252')]);
    expect(await decodeText(bytes, 'list.csv')).toMatchObject({
      failure: { code: 'file.wrongEncoding', facts: { encoding: 'UTF-8', line: 12 } },
    });
    const chosen = await decodeText(bytes, 'list.csv', 'windows-1252');
    expect(chosen).toMatchObject({ ok: true, value: { form: { confidence: 'chosen' } } });
  });

  it('that ends in the middle of a character of Shift JIS is refused, not read as another', async () => {
    const japanese = `${HEADER}${'Agent,a@b.c,佐藤 太郎\r\nAgent,b@b.c,鈴木 花子\r\nAgent,c@b.c,高橋 健一\r\n'.repeat(4)}Agent,d@b.c,山`;
    const bytes = iconv.encode(japanese, 'shift_jis');
    expect(await decodeText(bytes, 'list.csv')).toMatchObject({ value: { text: japanese } });
    expect(await decodeText(bytes.subarray(0, -1), 'list.csv')).toMatchObject({
      failure: {
        code: 'file.wrongEncoding',
        facts: { encoding: 'Shift JIS', byte: bytes.length - 1, line: 14 },
      },
    });
  });

  it('with a NUL in it keeps it for a rule to flag, in whatever encoding', async () => {
    expect(await cellsOf(Buffer.from(`${HEADER}Agent,a@b.c,J\0rg\r\n`))).toEqual(['J\0rg']);
    const held = Buffer.from(`\ufeff${HEADER}Agent,a@b.c,J\0rg\r\n`, 'utf16le');
    expect(await cellsOf(held)).toEqual(['J\0rg']);
  });
});
