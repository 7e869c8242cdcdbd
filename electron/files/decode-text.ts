import { isUtf8 } from 'node:buffer';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import { ENCODINGS, type TextEncoding } from '../../shared/text/encodings.ts';
import type { SourceForm } from '../../shared/text/source-form.ts';
import { decodeAs, withoutEndMark } from './encoding/codecs.ts';

type TextForm = Extract<SourceForm, { kind: 'text' }>;

/** A file's text without its byte order mark, and what it was written in. */
export interface DecodedText {
  readonly text: string;
  readonly form: TextForm;
}

/** What the bytes of a text file are, and where its text begins. */
export interface RecognizedText {
  readonly form: TextForm;
  /** Bytes before the text: those of the byte order mark. */
  readonly start: number;
}

/**
 * Tells in what a text file is written, without decoding it. A byte order mark decides, then what the bytes prove
 * (UTF-16, UTF-8), then how they read as words; `chosen` is the user's word and wins over all.
 */
export async function recognizeText(
  bytes: Buffer,
  name: string,
  chosen: TextEncoding | null = null,
): Promise<Result<RecognizedText, Failure>> {
  const mark = readMark(bytes);
  if (mark === 'utf-32') return failure(failed('file.unusedEncoding', { name, encoding: 'UTF-32' }));
  const bom = mark !== null && (chosen === null || chosen === mark);
  const start = !bom ? 0 : mark === 'utf-8' ? 3 : 2;
  const body = bytes.subarray(start);
  if (body.length === 0) return failure(failed('file.empty', { name }));
  const found =
    chosen !== null
      ? success(sure(chosen, 'chosen'))
      : mark !== null
        ? success(sure(mark))
        : await detect(body, name);
  return found.ok ? success({ form: { kind: 'text', ...found.value, bom }, start }) : found;
}

/**
 * Decodes the bytes of a text file that was recognized, or its first lines of as many bytes as `most`, as far as there
 * are line ends. Bytes that the encoding cannot hold are a failure with their place, never a silent U+FFFD; lone
 * surrogates stay for a rule to flag.
 */
export function decodeRecognized(
  bytes: Buffer,
  name: string,
  { form, start }: RecognizedText,
  most = Infinity,
): Result<DecodedText, Failure> {
  const decoded = decodeAs(firstLines(bytes.subarray(start), most, form.encoding), form.encoding);
  if ('text' in decoded) return success({ text: withoutEndMark(decoded.text), form });
  const place = start + decoded.badByte;
  const encoding = ENCODINGS[form.encoding].name;
  const line = lineAt(bytes, place, form.encoding);
  return failure(failed('file.wrongEncoding', { name, encoding, byte: place + 1, line }));
}

/** Decodes the bytes of a text file, in an encoding that is recognized or chosen. */
export async function decodeText(
  bytes: Buffer,
  name: string,
  chosen: TextEncoding | null = null,
): Promise<Result<DecodedText, Failure>> {
  const recognized = await recognizeText(bytes, name, chosen);
  return recognized.ok ? decodeRecognized(bytes, name, recognized.value) : recognized;
}

type Found = Pick<TextForm, 'encoding' | 'confidence' | 'others'>;

function sure(encoding: TextEncoding, confidence: TextForm['confidence'] = 'sure'): Found {
  return { encoding, confidence, others: [] };
}

async function detect(body: Buffer, name: string): Promise<Result<Found, Failure>> {
  const utf16 = looksLikeUtf16(body);
  if (utf16 !== null) return success(sure(utf16));
  if (switchesAlphabets(body)) return failure(failed('file.unusedEncoding', { name, encoding: 'ISO-2022' }));
  if (looksBinary(body)) return failure(failed('file.notText', { name }));
  if (isUtf8(body) || isMostlyUtf8(body)) return success(sure('utf-8'));
  // Most files need none of its alphabets.
  const { detectLegacy } = await import('./encoding/detect-legacy.ts');
  return success(detectLegacy(body));
}

/** The line of the file in which a byte stands, from 1; a line break is the same byte in all encodings. */
function lineAt(bytes: Buffer, place: number, encoding: TextEncoding): number {
  const [width, low] = encoding === 'utf-16le' ? [2, 0] : encoding === 'utf-16be' ? [2, 1] : [1, 0];
  let line = 1;
  for (let at = low; at < place; at += width) if (endsLine(bytes, at, width)) line += 1;
  return line;
}

/** LF, or a CR without one after it. */
function endsLine(bytes: Buffer, at: number, width: number): boolean {
  return bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + width] !== 0x0a);
}

/** The encoding that a byte order mark says; null where there is none. */
export function readMark(bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32' | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 && bytes.length % 4 === 0 ? 'utf-32' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  return a === 0 && b === 0 && c === 0xfe && d === 0xff ? 'utf-32' : null;
}

/**
 * The first lines of a text that have at most so many bytes, cut after a line end, where no character is begun; that of
 * UTF-16 has two bytes. All of the text where it is no longer, or has no line end there.
 */
export function firstLines(bytes: Buffer, most: number, encoding: TextEncoding): Buffer {
  if (bytes.length <= most) return bytes;
  if (encoding.startsWith('utf-16')) return bytes.subarray(0, most & ~1);
  const head = bytes.subarray(0, most);
  const end = Math.max(head.lastIndexOf(0x0a), head.lastIndexOf(0x0d)) + 1;
  return end === 0 ? bytes : head.subarray(0, end);
}

/** Bytes looked at to tell what a file is; the rest of a real file is of the same kind. */
const SAMPLE = 1 << 16;

/** Characters that stand between the cells and lines of any delimited text, in whatever language it is. */
const STRUCTURE = new Set([0x09, 0x0a, 0x0d, 0x20, 0x22, 0x2c, 0x3b, 0x7c, 0x40]);

/** DOS's mark of the end of a file. */
const CTRL_Z = 0x1a;

/** The bytes of a block that a program may fill up with NULs after the text. */
const BLOCK = 4096;

/** One NUL in so many characters, at least, shows UTF-16, those of tabs and line ends counted three times. */
const FEWEST_NULS = 20;

/**
 * The byte order of UTF-16 text without a byte order mark, or null if the bytes are no such text: tabs, line ends and
 * commas have one NUL each in UTF-16, on the side that tells the order, even where every letter is Chinese.
 */
export function looksLikeUtf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const end = Math.min(bytes.length - 1, SAMPLE);
  const { little, big, nulPairs } = countNulSides(bytes, end);
  if (nulPairs > (little + big) / 8) return null;
  // A few NULs in other text make no UTF-16 of it.
  if ((little + big) * FEWEST_NULS < end / 2 || hasStrayNuls(bytes.subarray(0, SAMPLE))) return null;
  if (little > 0 && little > big * 4) return 'utf-16le';
  return big > 0 && big > little * 4 ? 'utf-16be' : null;
}

/** How often a text character has its NUL after it (little endian) or before it (big endian), and pairs that are only NULs. */
function countNulSides(bytes: Buffer, end: number): { little: number; big: number; nulPairs: number } {
  const sides = { little: 0, big: 0, nulPairs: 0 };
  for (let at = 0; at < end; at += 2) {
    const pair = bytes.readUInt16BE(at);
    const first = pair >> 8;
    const second = pair & 0xff;
    if (second === 0 && isText(first)) sides.little += STRUCTURE.has(first) ? 3 : 1;
    else if (first === 0 && isText(second)) sides.big += STRUCTURE.has(second) ? 3 : 1;
    else if (pair === 0) sides.nulPairs += 1;
  }
  return sides;
}

/**
 * Whether bytes are another text with a NUL here and there: half of those of UTF-16 are NULs, or the others are no UTF-8;
 * and each of its separators and line ends has one.
 */
function hasStrayNuls(bytes: Buffer): boolean {
  const others = bytes.filter((byte) => byte !== 0);
  const nuls = bytes.length - others.length;
  // A sample may end in the middle of a character.
  const whole = bytes.length < SAMPLE ? others : others.subarray(0, others.lastIndexOf(0x0a) + 1);
  return nuls * 4 < bytes.length && (nuls === 1 || isUtf8(whole));
}

/**
 * Whether bytes are no text of one byte a sign: NULs and control characters, which no spreadsheet writes. A bad one among
 * many letters is no reason to refuse a file: a rule flags it in its cell.
 */
export function looksBinary(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  // What programs fill the last block of a file with is no part of the text.
  const end = sample.findLastIndex((byte) => byte !== CTRL_Z && byte !== 0) + 1;
  // More of it than text is no end of a text.
  if (end === 0 || sample.length - end > Math.max(end, BLOCK)) return true;
  let controls = 0;
  for (const byte of sample.subarray(0, end)) if (!isText(byte)) controls += 1;
  return controls > Math.max(end / 50, Math.min(2, end / 4));
}

function isText(byte: number): boolean {
  return byte >= 0x20 ? byte !== 0x7f : byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

/** Whether a text announces another alphabet by escape sequences, as ISO-2022-JP and its kin do: ECMA-35, 13.2.2. */
export function switchesAlphabets(bytes: Buffer): boolean {
  return bytes.includes('\u001b$B') || bytes.includes('\u001b$@') || bytes.includes('\u001b$)C');
}

/** How many times as many characters as errors make a text UTF-8 that was damaged, rather than another encoding. */
const FEW_ERRORS = 4;

/**
 * Whether bytes that are not all UTF-8 are so for the greatest part: a text that was cut off, or into which lines of
 * another encoding were pasted. Text of any other encoding looks like UTF-8 in a few places at most.
 */
export function isMostlyUtf8(bytes: Buffer): boolean {
  let characters = 0;
  let errors = 0;
  for (let at = afterAscii(bytes, 0); at < bytes.length; at = afterAscii(bytes, at)) {
    const length = lengthOfCharacter(bytes, at);
    if (length === 0) errors += 1;
    else if (length > 1) characters += 1;
    at += Math.max(length, 1);
  }
  return characters >= errors * FEW_ERRORS;
}

/** The place of the first byte from `from` on that is beyond ASCII, or the end. */
function afterAscii(bytes: Buffer, from: number): number {
  let at = from;
  // Eight at a time: a large text is ASCII for the greatest part.
  while (at + 8 <= bytes.length && ((bytes.readInt32LE(at) | bytes.readInt32LE(at + 4)) & 0x80808080) === 0)
    at += 8;
  while (at < bytes.length && (bytes[at] ?? 0) < 0x80) at += 1;
  return at;
}

/** Bytes of the UTF-8 character at a place, or 0 where there is none. */
function lengthOfCharacter(bytes: Buffer, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return 0;
  for (let next = at + 1; next < at + length; next += 1) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}
