import {
  type Decoded,
  decodeMisread,
  MAY_BE_MISREAD,
  MISREAD_ENCODINGS,
  type Sequence,
} from './misread-encodings.ts';
import { endsCapitals, isOddlySpelled, isOneScript } from './odd-spelling.ts';

/** What a damaged text was meant to be. */
export interface Repair {
  /** The best first; two where two encodings make sense of it. */
  readonly readings: readonly string[];
  /** Whether every letter that is not ASCII decodes back, and in one way only. */
  readonly sure: boolean;
}

/** No cell of a spreadsheet holds more; to decode longer texts in every way takes long. */
const MAX_REPAIRED_LENGTH = 32_767;

/** A text that went through the same mistake more often is nobody's name any more. */
const MAX_TIMES_DAMAGED = 3;

/**
 * The text that was meant, if UTF-8 was read in another encoding, once or several times, and what it decodes back to is
 * something that people write; otherwise null. A pure function of the text: whatever the rest of the roster says.
 */
export function repairMojibake(text: string): Repair | null {
  if (text.length > MAX_REPAIRED_LENGTH || !MAY_BE_MISREAD.test(text)) return null;
  const whole = repairWhole(text, MAX_TIMES_DAMAGED);
  if (whole !== null) return whole;
  const reads = text.replace(
    WORD_OF_TEXT,
    (word) => repairWhole(word, MAX_TIMES_DAMAGED)?.readings[0] ?? word,
  );
  return reads === text ? repairLostHyphen(text) : { readings: [reads], sure: false };
}

/** Words that were damaged are looked for one by one where others in the cell were not. */
const WORD_OF_TEXT = /[^\s,;/()]+/g;

/** Sure only where the encoding that explains the most of the text makes sense of it, and no other as much. */
function repairWhole(text: string, times: number): Repair | null {
  if (times === 0) return null;
  const all = decodings(text);
  const most = all[0] === undefined ? 0 : lengthOf(all[0]);
  for (const decoded of all) {
    const isMost = lengthOf(decoded) === most;
    const deeper = repairWhole(decoded.text, times - 1);
    if (deeper !== null) return { ...deeper, sure: deeper.sure && isMost };
    if (!isMeant(text, decoded)) continue;
    const other = TWINS.includes(decoded.encoding) && isMost ? rivalOf(decoded, text, all) : undefined;
    if (other === undefined) return { readings: [decoded.text], sure: isMost };
    return { readings: [decoded.text, other.text], sure: false };
  }
  return null;
}

/** Two code pages that have most of their signs in common, so that some texts make sense in both. */
const TWINS = ['cp850', 'cp437'];

/** What the other of the two makes of a text where it explains as much and is as well spelled. */
function rivalOf(chosen: DecodedFrom, text: string, all: readonly DecodedFrom[]): DecodedFrom | undefined {
  return all.find(
    (other) =>
      other.text !== chosen.text &&
      TWINS.includes(other.encoding) &&
      lengthOf(other) === lengthOf(chosen) &&
      slipsOf(other) === slipsOf(chosen) &&
      isMeant(text, other),
  );
}

/** What a text decodes to by encoding; first those that leave the least of it as it is. */
function decodings(text: string): DecodedFrom[] {
  return MISREAD_ENCODINGS.flatMap((encoding) => {
    const decoded = decodeMisread(text, encoding);
    return decoded === null ? [] : [{ ...decoded, text: decoded.text, encoding: encoding.name }];
  }).sort((one, other) => lengthOf(other) - lengthOf(one) || slipsOf(one) - slipsOf(other));
}

interface DecodedFrom extends Decoded {
  readonly encoding: string;
}

function lengthOf({ sequences }: Decoded): number {
  return sequences.reduce((sum, { length }) => sum + length, 0);
}

/** CP437 and CP850 have many signs in common, so that one of them makes a capital within a word. */
function slipsOf({ text }: Decoded): number {
  return text.match(/\p{Ll}\p{Lu}|\p{Lu}\p{Lu}\p{Ll}/gu)?.length ?? 0;
}

/** Whether decoding made sense of a text, and the text as it was did not make any. */
function isMeant(text: string, { text: meant, sequences, encoding }: DecodedFrom): boolean {
  if (!sequences.every(({ at }) => mayBeMeant(meant, at))) return false;
  if (sequences.some(({ at }) => isSmallAmongCapitals(meant, at))) return false;
  if (!isWellSpelled(meant, new Set(sequences.map(({ at }) => at)))) return false;
  if (sequences.some((sequence) => isOddlySpelled(text, sequence)) || isRun(sequences)) return true;
  return (
    encoding === 'windows-1252' &&
    sequences.some(({ at, from }) => isWestern(meant, at) && !endsCapitals(text, from))
  );
}

/** Whether so many sequences follow one another that it is no chance. */
function isRun(sequences: readonly Sequence[]): boolean {
  let units = 0;
  let count = 0;
  return sequences.some(({ from, length }, place) => {
    const last = sequences[place - 1];
    const goesOn = last !== undefined && last.from + last.length === from;
    units = (goesOn ? units : 0) + length;
    count = (goesOn ? count : 0) + 1;
    return count > 1 && units >= MIN_RUN;
  });
}

/** Characters of three sequences of two, or of two of three. */
const MIN_RUN = 6;

/** IPA, rare letters and rare marks: É® or Ü™ would decode to such. Vietnamese, Romanian and Azerbaijani have the exceptions. */
const RARE =
  /[\u0180-\u02ba\u02bd-\u02ff\u0305\u030d-\u031a\u031c-\u0322\u0324\u0325\u0329-\u0330\u0332-\u036f\u03d0-\u03ff\u0591-\u05af\u0700-\u077f\u07c0-\u08ff\u10f7-\u10ff\u1680]/;
const IN_NAMES =
  /[\u01a0\u01a1\u01af\u01b0\u018f\u01ce\u01d0\u01d2\u01d4\u01da\u01e6\u01e7\u0218-\u021b\u0259]/;
const UNASSIGNED = /[\p{Cc}\p{Cn}\p{Co}\p{Cs}\u00d7\u00f7\ufffd]/u;

/** Whether people write a decoded character; a non-breaking space after a capital Â may be part of a name. */
function mayBeMeant(meant: string, at: number): boolean {
  const character = String.fromCodePoint(meant.codePointAt(at) ?? 0);
  if (character === '\u00a0') return !/[A-ZÀ-Þ]/.test(meant.charAt(at - 1));
  if (/[\u0300-\u036f]/.test(character))
    return (meant.charAt(at - 1) + character).normalize('NFC').length === 1;
  return !UNASSIGNED.test(character) && (!RARE.test(character) || IN_NAMES.test(character));
}

/** Whether a small letter stands between two capitals, or ends a word in capitals. */
function isSmallAmongCapitals(text: string, at: number): boolean {
  return /^(?:.\p{Lu}\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}(?:\P{L}|$))/u.test(text.slice(Math.max(0, at - 2), at + 2));
}

const WORD_OF_LETTERS = /[\p{L}\p{M}]+/gu;

/** Whether each word with decoded letters is of one script. */
function isWellSpelled(meant: string, decoded: ReadonlySet<number>): boolean {
  for (const { 0: word, index } of meant.matchAll(WORD_OF_LETTERS)) {
    if (hasDecoded(index, index + word.length, decoded) && !isOneScript(word)) return false;
  }
  return true;
}

function hasDecoded(from: number, to: number, decoded: ReadonlySet<number>): boolean {
  for (let at = from; at < to; at += 1) if (decoded.has(at)) return true;
  return false;
}

/** A letter of Western or Central European Latin, a typographic mark or an emoji is what Windows-1252 damages most. */
function isWestern(meant: string, at: number): boolean {
  const point = meant.codePointAt(at) ?? 0;
  return point < 0x180 || (point >= 0x2010 && point <= 0x2122) || point === 0xfeff || point >= 0x1f000;
}

/** Where a program has dropped the soft hyphen that was the second byte of í, or turned ã into a capital. */
const LOST_HYPHEN = /([a-z\u00df-\u00ff])Ã(?=[a-z\u00df-\u00ff])/g;

function repairLostHyphen(text: string): Repair | null {
  const reads = text.replace(LOST_HYPHEN, (_, before: string, at: number) => {
    const next = text.charAt(at + 2);
    return before + (next === 'o' || next === 'e' ? 'ã' : 'í');
  });
  return reads === text ? null : { readings: [reads], sure: false };
}

/** Sequences that no language writes; where nothing decodes they still show that text was damaged. */
const SURE_SIGN =
  /[a-z\u00df-\u00ff]Ã(?!\p{L})|[a-z]Ã[\u00a1-\u00bfƒ…†‡ˆ‰Š‹ŒŽ˜šœžŸ€]|â€[™œ˜\x9d¦“”]|ï¿½|ðŸ[\u0080-\u00bf˜™š]/u;

/** Whether a text that cannot be repaired surely is mojibake all the same. */
export function hasSignOfMojibake(text: string): boolean {
  return MAY_BE_MISREAD.test(text) && SURE_SIGN.test(text);
}
