import { expect, it } from 'vitest';
import { readingsOf } from '../../../../electron/files/encoding/readings-of.ts';
import type { TextEncoding } from '../../../../shared/text/encodings.ts';

const linesIn = (bytes: Buffer, encoding: TextEncoding = 'windows-1252') =>
  readingsOf(bytes).find((reading) => reading.encoding === encoding);
const latin = (...lines: string[]): Buffer => Buffer.from(lines.join('\r\n'), 'latin1');

it('shows the first line and those with letters beyond ASCII', () => {
  expect(linesIn(latin('Role', 'Ann', 'Zo\xeb', '', 'Bo', 'J\xf6rg'))?.lines).toEqual([
    'Role',
    'Zo\xeb',
    'J\xf6rg',
  ]);
  expect(linesIn(latin('Role', 'Ann', 'Bo'))?.lines).toEqual(['Role', 'Ann', 'Bo']);
  expect(linesIn(Buffer.alloc(0))?.lines).toEqual([]);
});

it('shows six lines below the first, and none of more than 600 bytes', () => {
  const many = Array.from({ length: 9 }, (_, at) => `\xeb${at}`);
  expect(linesIn(latin('Role', ...many))?.lines).toEqual(['Role', ...many.slice(0, 6)]);
  const [fits, long] = ['\xeb'.repeat(600), '\xeb'.repeat(601)];
  expect(linesIn(latin('Role', long, fits))?.lines).toEqual(['Role', fits]);
});

it('says whether an encoding holds all bytes of them', () => {
  const utf8 = Buffer.from('Role\nZo\xeb\n');
  expect(linesIn(utf8, 'utf-8')).toEqual({ encoding: 'utf-8', lines: ['Role', 'Zo\xeb'], whole: true });
  expect(linesIn(latin('Role', 'Zo\xeb'), 'utf-8')?.whole).toBe(false);
});

it('shows the same of UTF-16, whose line ends are two bytes', () => {
  const lines = Array.from({ length: 9 }, (_, at) => `Zo\xeb ${at}`);
  const bytes = Buffer.from(lines.join('\r\n'), 'utf16le');
  expect(linesIn(bytes, 'utf-16le')?.lines).toEqual(lines.slice(0, 7));
});
