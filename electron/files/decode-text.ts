import { isUtf8 } from 'node:buffer';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import { ENCODINGS, type TextEncoding } from '../../shared/text/encodings.ts';
import type { SourceForm } from '../../shared/text/source-form.ts';
import { decodeAs, withoutEndMark } from './encoding/decode-as.ts';
import { firstLines } from './first-lines.ts';
import { isMostlyUtf8, looksBinary, looksLikeUtf16, switchesAlphabets } from './look-at-bytes.ts';

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
  // The detector's tables cost a tenth of a second to load, and most files need none of them.
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
