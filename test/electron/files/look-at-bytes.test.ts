import { describe, expect, it } from 'vitest';
import * as look from '../../../electron/files/decode-text.ts';

const text = (length: number, controls = 0): Buffer =>
  Buffer.from('\u0001'.repeat(controls).padEnd(length, 'Role,Email\r\n'));

describe('looksBinary', () => {
  it('is true of more than one control character in fifty, and of more than two', () => {
    expect([look.looksBinary(text(100, 2)), look.looksBinary(text(100, 3))]).toEqual([false, true]);
    expect([look.looksBinary(text(1000, 20)), look.looksBinary(text(1000, 21))]).toEqual([false, true]);
    expect([look.looksBinary(text(4, 1)), look.looksBinary(text(3, 1)), look.looksBinary(text(1))]).toEqual([
      false,
      true,
      false,
    ]);
    expect(look.looksBinary(Buffer.from('a\u007f'))).toBe(true);
  });

  it('leaves what fills the last block of a file, unless that is more than the text', () => {
    const filled = (length: number, fill: number) => Buffer.concat([text(length), Buffer.alloc(fill, 0x1a)]);
    expect(look.looksBinary(filled(100, 4096))).toBe(false);
    expect(look.looksBinary(filled(100, 4097))).toBe(true);
    expect(look.looksBinary(filled(5000, 5000))).toBe(false);
    expect(look.looksBinary(Buffer.concat([text(100), Buffer.alloc(10)]))).toBe(false);
    expect([look.looksBinary(Buffer.alloc(3)), look.looksBinary(Buffer.alloc(0))]).toEqual([true, true]);
  });
});

describe('isMostlyUtf8', () => {
  const mixed = (characters: string, errors: number) =>
    Buffer.concat([
      Buffer.from(`Role, First Name and ${characters}`),
      ...Array.from({ length: errors }, () => Buffer.from([0x2c, 0xeb, 0x2c])),
    ]);

  it('is true of four characters beyond ASCII and more for each error', () => {
    expect([look.isMostlyUtf8(mixed('ëëëë', 1)), look.isMostlyUtf8(mixed('ëëë', 1))]).toEqual([true, false]);
    expect([look.isMostlyUtf8(mixed('ë中😀éëë中😀', 2)), look.isMostlyUtf8(mixed('ë中😀éëë中', 2))]).toEqual([
      true,
      false,
    ]);
    expect(look.isMostlyUtf8(mixed('', 0))).toBe(true);
  });

  it.each([
    ['one byte that ends a character', [0x80]],
    ['a character that could be shorter', [0xc1, 0xbf]],
    ['one beyond Unicode', [0xf5, 0x80, 0x80, 0x80]],
    ['one that is cut off', [0xe4, 0xb8]],
  ])('is false of %s', (_, bytes) => {
    expect(look.isMostlyUtf8(Buffer.from([0x61, ...bytes]))).toBe(false);
  });
});

it('knows the escape sequences of other alphabets', () => {
  for (const sequence of ['$B', '$@', '$)C'])
    expect(look.switchesAlphabets(Buffer.from(`Role \u001b${sequence}x`))).toBe(true);
  expect(look.switchesAlphabets(Buffer.from('Role $B \u001b[0m'))).toBe(false);
});

describe('looksLikeUtf16', () => {
  const utf16 = (words: string): Buffer => Buffer.from(words, 'utf16le');

  it('tells the order of its bytes', () => {
    expect(look.looksLikeUtf16(utf16('Role\tName\r\n'))).toBe('utf-16le');
    expect(look.looksLikeUtf16(utf16('Role\tName\r\n').swap16())).toBe('utf-16be');
    expect(look.looksLikeUtf16(utf16('角色\t名字\r\n团队成员\t李雷\r\n'))).toBe('utf-16le');
  });

  it('is none of other text, with a NUL here and there or without', () => {
    const lines = 'Role,Name\r\nAgent,Ann\r\n'.repeat(5);
    expect(look.looksLikeUtf16(Buffer.from(lines))).toBeNull();
    expect(look.looksLikeUtf16(Buffer.from(lines.replaceAll('Ann', 'A\0nn')))).toBeNull();
    expect(look.looksLikeUtf16(Buffer.alloc(64))).toBeNull();
    expect(look.looksLikeUtf16(Buffer.from('a'))).toBeNull();
  });
});
