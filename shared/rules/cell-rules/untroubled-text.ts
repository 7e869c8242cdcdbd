import { SUSPICIOUS } from './clean-text.ts';
import { beginsMisread, goesOnMisread, MAY_BE_MISREAD } from './misread-encodings.ts';
import { MIXED_SCRIPT, ofLatinScript, ofOtherScript } from './text-script.ts';

/** What text rules may object to, in one expression. */
const TEXT_TROUBLE = anyOf(/^[ '+\-@\r]| $/, SUSPICIOUS, MAY_BE_MISREAD, MIXED_SCRIPT);
const LINE_TROUBLE = anyOf(/[\n\r]/, TEXT_TROUBLE);

function anyOf(...expressions: readonly RegExp[]): RegExp {
  return new RegExp(expressions.map(({ source }) => source).join('|'));
}

/** Whether no text rule can object to a text on one line; that of no value is not asked about. */
export function isUntroubledLine(text: string): boolean {
  return surelyUntroubled(text, DOUBTFUL | BREAKS_LINE) || !LINE_TROUBLE.test(text);
}

/** The same for a text that may have several lines. */
export function isUntroubledText(text: string): boolean {
  return surelyUntroubled(text, DOUBTFUL) || !TEXT_TROUBLE.test(text);
}

/**
 * What is known of a code unit, as bits: from the lowest on what it is before another, from the ninth on what it is after
 * one; two with a bit in common are trouble together. At the top what it is by itself. 0 where it was not met yet.
 */
const units = new Uint16Array(0x10000);
const AFTER = 8;
const SPACE = 1;
const MISREAD = 2;
const MISREAD_CAPITAL = 4;
const LATIN_OTHER = 8;
const OTHER_LATIN = 16;
const BREAKS_LINE = 1 << 13;
const DOUBTFUL = 1 << 14;
const MET = 1 << 15;

/**
 * Tells most texts that are fine by one walk over them, which takes a tenth off the opening of 100,000 people; the rest
 * are asked of the expression.
 */
function surelyUntroubled(text: string, trouble: number): boolean {
  const { length } = text;
  if (length === 0 || STARTS.includes(text.charAt(0)) || text.charCodeAt(length - 1) === 0x20) return false;
  let before = 0;
  for (let at = 0; at < length; at += 1) {
    const unit = text.charCodeAt(at);
    const known = units[unit] ?? 0;
    const bits = known === 0 ? meet(unit) : known;
    if ((bits & trouble) !== 0 || (before & (bits >> AFTER)) !== 0) return false;
    before = bits;
  }
  return true;
}

/** Characters that are trouble at the start of a text. */
const STARTS = " '+-@\r";

/** Works out the bits of a code unit. */
function meet(unit: number): number {
  const character = String.fromCharCode(unit);
  const isMark = unit >= 0x300 && unit <= 0x36f;
  const isLatin = isMark || ofLatinScript(character);
  const isOther = isMark || ofOtherScript(character);
  const first =
    flag(character === ' ', SPACE) |
    flag(beginsMisread(unit), MISREAD) |
    flag(/[a-z\u00df-\u00ff]/.test(character), MISREAD_CAPITAL) |
    flag(isLatin, LATIN_OTHER) |
    flag(isOther, OTHER_LATIN);
  const second =
    flag(character === ' ', SPACE) |
    flag(goesOnMisread(unit), MISREAD) |
    flag(character === '\u00c3', MISREAD_CAPITAL) |
    flag(isOther, LATIN_OTHER) |
    flag(isLatin, OTHER_LATIN);
  const alone =
    flag(character === '\n' || character === '\r', BREAKS_LINE) | flag(SUSPICIOUS.test(character), DOUBTFUL);
  const bits = first | (second << AFTER) | alone | MET;
  units[unit] = bits;
  return bits;
}

function flag(holds: boolean, bit: number): number {
  return holds ? bit : 0;
}
