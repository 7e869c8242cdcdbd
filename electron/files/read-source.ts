import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { failed, type Failure, type FailureCode } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import type { TextEncoding } from '../../shared/text/encodings.ts';
import type { SourceForm } from '../../shared/text/source-form.ts';
import { readFailure } from '../system/file-failures.ts';
import { decodeRecognized, recognizeText } from './decode-text.ts';
import { type Readings, readingsOf } from './encoding/readings-of.ts';
import { type FileVersion, versionOf } from './file-version.ts';
import { readWorkbook } from './workbook/run-workbook-thread.ts';

/** A file's rows as delimited text, what the file was, and its version on disk when it was read. */
interface Source {
  readonly text: string;
  readonly form: SourceForm;
  /** Whether it has all rows of the file. */
  readonly isAll: boolean;
  readonly version: FileVersion;
}

/** Largest files that are opened, in bytes: a longer text would not fit into one JavaScript string. */
const MOST_TEXT = 500 * 1024 * 1024;
const MOST_WORKBOOK = 50 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

/** How to read a file where the user has said so. */
interface ReadOptions {
  /** The sheet of a workbook; null for the one that looks most like a roster. */
  readonly sheet?: string | null | undefined;
  /** Of a text file; null to detect it. */
  readonly encoding?: TextEncoding | null | undefined;
  /** Rows of a workbook's sheet to read at most; all of them unless said. */
  readonly mostRows?: number;
  /** Bytes of a text to decode at most, in whole lines; all of them unless said. */
  readonly mostBytes?: number;
  readonly signal?: AbortSignal | undefined;
}

/** Reads a text file or an .xlsx workbook, known by its bytes, not by its name. */
export async function readSource(path: string, options: ReadOptions = {}): Promise<Result<Source, Failure>> {
  const name = basename(path);
  try {
    const found = await stat(path);
    if (found.isDirectory()) return failure(failed('file.isFolder', { name }));
    if (found.size > MOST_TEXT) return failure(tooLarge(name, found.size, MOST_TEXT));
    // The version is taken before the bytes: a change in between is then noticed, not missed.
    const version = await versionOf(path);
    const bytes = await readFile(path, { signal: options.signal });
    const read = await understand(bytes, name, options);
    return read.ok && version !== null ? success({ ...read.value, version }) : read.ok ? gone(name) : read;
  } catch (error) {
    return failure(readFailure(error, name));
  }
}

/** The telling lines of a text file in every encoding; fails as reading the file does. */
export async function readReadings(path: string, signal: AbortSignal): Promise<Result<Readings, Failure>> {
  try {
    return success(readingsOf(await readFile(path, { signal })));
  } catch (error) {
    return failure(readFailure(error, basename(path)));
  }
}

async function understand(
  bytes: Buffer,
  name: string,
  { sheet = null, encoding = null, mostBytes, ...limits }: ReadOptions,
): Promise<Result<Omit<Source, 'version'>, Failure>> {
  if (isText(bytes)) return readText(bytes, name, encoding, mostBytes);
  if (isBeforeXlsx(bytes)) return failure(failed(whyNotOpened(bytes), { name }));
  if (bytes.length > MOST_WORKBOOK) return failure(tooLarge(name, bytes.length, MOST_WORKBOOK));
  return readWorkbook(bytes, name, { sheet, ...limits });
}

async function readText(
  bytes: Buffer,
  name: string,
  encoding: TextEncoding | null,
  most = Infinity,
): Promise<Result<Omit<Source, 'version'>, Failure>> {
  const recognized = await recognizeText(bytes, name, encoding);
  if (!recognized.ok) return recognized;
  const read = decodeRecognized(bytes, name, recognized.value, most);
  if (!read.ok) return read;
  const isAll = bytes.length - recognized.value.start <= most;
  return refuseMarkup(read.value.text, name) ?? success({ ...read.value, isAll });
}

/** Why a text is no table but a web page or XML; null where it is neither. */
export function refuseMarkup(text: string, name: string): ReturnType<typeof failure<Failure>> | null {
  return MARKUP.test(text.slice(0, LONGEST_OPENING)) ? failure(failed('file.markup', { name })) : null;
}

/** Whether bytes are no workbook, by how they begin. */
export function isText(bytes: Buffer): boolean {
  return !isZip(bytes) && !isBeforeXlsx(bytes);
}

/** Characters among which a web page or XML says what it is; Excel's “single file web page” begins as a mail does. */
const LONGEST_OPENING = 2000;
const MARKUP = /^\s*(?:<(?:!doctype html|html|head|meta|style|body|div|table|tr|\?xml|!--)|mime-version:)/i;

function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 2).toString('latin1') === 'PK';
}

function tooLarge(name: string, size: number, most: number): Failure {
  return failed('file.tooLarge', { name, megabytes: Math.ceil(size / MEGABYTE), most: most / MEGABYTE });
}

function gone(name: string): Result<never, Failure> {
  return failure(failed('file.notFound', { name }));
}

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
