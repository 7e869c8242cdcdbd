import type { FailureCode } from '../../shared/failures/failures.ts';

/** Microsoft's compound file, which is an .xls, an .xlsx with a password, or a document of another program: [MS-CFB] 2.2. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** Names of streams in a compound file's directory: [MS-OFFCRYPTO] 2.3.4.4; [MS-XLS] 2.1.2, and the one of Excel 5. */
const ENCRYPTED = streamName('EncryptedPackage');
const WORKBOOKS = [streamName('Workbook'), streamName('Book')];

/** The record that begins the sheets of Excel 2 to 5 as they were before compound files: [MS-XLS] 2.4.21 and its older kin. */
const FIRST_RECORDS = ['09000400', '09020600', '09040600', '09080800', '09081000'];

type OldCode = Extract<FailureCode, 'workbook.encrypted' | 'workbook.oldFormat' | 'file.notText'>;

/** Whether bytes begin as those forms of Office do that were before .xlsx. */
export function isBeforeXlsx(bytes: Buffer): boolean {
  return isCompound(bytes) || FIRST_RECORDS.includes(bytes.subarray(0, 4).toString('hex'));
}

/** Why a file that `isBeforeXlsx` is not opened. */
export function whyNotOpened(bytes: Buffer): OldCode {
  if (!isCompound(bytes) || WORKBOOKS.some((name) => bytes.includes(name))) return 'workbook.oldFormat';
  return bytes.includes(ENCRYPTED) ? 'workbook.encrypted' : 'file.notText';
}

function isCompound(bytes: Buffer): boolean {
  return bytes.subarray(0, COMPOUND.length).equals(COMPOUND);
}

/** A name as an entry of the directory begins: in UTF-16, ended by a NUL. */
function streamName(name: string): Buffer {
  return Buffer.from(`${name}\0`, 'utf16le');
}
