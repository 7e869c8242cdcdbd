import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isBeforeXlsx, whyNotOpened } from '../../../electron/files/read-source.ts';
import { makeCompound } from './make-compound.ts';

describe('whyNotOpened', () => {
  it.each([
    ['workbook.oldFormat', 'a workbook of Excel 97', makeCompound('Workbook')],
    ['workbook.oldFormat', 'one of Excel 5', makeCompound('Book')],
    ['workbook.oldFormat', 'one with a password', makeCompound('Workbook', 'EncryptedPackage')],
    ['workbook.oldFormat', 'one of Excel 2', Buffer.from('0900040002001000', 'hex')],
    ['workbook.oldFormat', 'one of Excel 3', Buffer.from('09020600000010000000', 'hex')],
    ['workbook.oldFormat', 'one of Excel 4', Buffer.from('09040600000010000000', 'hex')],
    ['workbook.encrypted', 'an .xlsx with a password', makeCompound('EncryptionInfo', 'EncryptedPackage')],
    ['file.notText', 'a document of Word', makeCompound('WordDocument', '1Table')],
    ['file.notText', 'a compound file that is cut off', makeCompound().subarray(0, 8)],
  ])('%s: %s', (code, _, bytes) => {
    expect(isBeforeXlsx(bytes)).toBe(true);
    expect(whyNotOpened(bytes)).toBe(code);
  });

  it('workbook.oldFormat: an .xls of LibreOffice', () => {
    const bytes = readFileSync(new URL('../../fixtures/hidden-rows.xls', import.meta.url));
    expect(isBeforeXlsx(bytes) && whyNotOpened(bytes)).toBe('workbook.oldFormat');
  });

  it('takes no text for such a file', () => {
    for (const text of ['\tRole\tEmail\n', 'Role,Email\n'])
      for (const encoding of ['utf8', 'utf16le'] as const)
        expect(isBeforeXlsx(Buffer.from(text, encoding))).toBe(false);
  });
});
