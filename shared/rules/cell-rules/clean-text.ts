import { repairMojibake } from './damaged-text.ts';
import { unescaped } from './escaped-text.ts';
import { onOneLine, singleSpaced, withoutControl, withoutInvisible } from './mend-text.ts';
import { MAY_BE_MISREAD } from './misread-encodings.ts';
import { unwrapped } from './wrapped-text.ts';

/** Anything but printable ASCII, and the signs with which something may be escaped or wrapped: & % = \\ and <. */
const NOT_PLAIN = /[^ -$'-;>-[\]-~]| {2}/;
const SPACE = 0x20;
const APOSTROPHE = 0x27;

/**
 * Whether a text is printable ASCII with single spaces inside and none around, and without what begins an escape: most
 * cells, and never a text problem.
 */
export function isPlain(text: string): boolean {
  if (NOT_PLAIN.test(text)) return false;
  const first = text.charCodeAt(0);
  return first !== SPACE && first !== APOSTROPHE && text.charCodeAt(text.length - 1) !== SPACE;
}

/** Anything but a line break that a text rule may object to in text that is not plain; most names have none of it. */
export const SUSPICIOUS =
  /[&%=\\<\0-\x09\x0b\x0c\x0e-\x1f\x7f-\xa0\xad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2069\u3000\ud800-\udfff\ufeff\ufffd]| {2}/;

/** Whether no safe text fix would change a text that may have several lines; false for some few that none would. */
function isCleanText(text: string): boolean {
  if (SUSPICIOUS.test(text) || text.startsWith(' ') || text.endsWith(' ') || text.startsWith("'"))
    return false;
  return !MAY_BE_MISREAD.test(text);
}

/** The same for a text that is to be on one line. */
function isCleanLine(text: string): boolean {
  return isCleanText(text) && !/[\n\r]/.test(text);
}

/** Below U+0300 every text is composed already. */
const MAY_BE_DECOMPOSED = /[\u0300-\uffff]/;

/** A text as it is compared: composed (NFC) and trimmed. */
export function comparable(text: string): string {
  if (isPlain(text)) return text;
  return (MAY_BE_DECOMPOSED.test(text) ? text.normalize('NFC') : text).trim();
}

/**
 * Texts that were cleaned, since names and leaders repeat and several rules ask for the same text in turn. As many as
 * have this many characters are remembered: cleaning one of a million characters is not for free.
 */
const known = new Map<string, string>();
const MOST_CHARACTERS_KNOWN = 100_000;
let charactersKnown = 0;

/**
 * A text as the safe text fixes would leave it, for comparing: two values that differ only in what a safe fix removes
 * are one value, so that no safe fix can make a new error.
 */
export function cleaned(text: string): string {
  if (isPlain(text)) return text;
  const remembered = known.get(text);
  if (remembered !== undefined) return remembered;
  charactersKnown += text.length;
  if (charactersKnown > MOST_CHARACTERS_KNOWN) {
    known.clear();
    charactersKnown = text.length;
  }
  const asCleaned = isCleanLine(text) ? comparable(text) : clean(text);
  known.set(text, asCleaned);
  return asCleaned;
}

function clean(text: string): string {
  let mended = text;
  for (let before = ''; before !== mended;) {
    before = mended;
    const repair = repairMojibake(mended);
    if (repair?.sure) mended = repair.readings[0] ?? mended;
    const meant = unescaped(mended);
    if (meant?.sure) mended = meant.reads;
    mended = unwrapped(mended) ?? mended;
    mended = singleSpaced(onOneLine(withoutInvisible(withoutControl(mended))));
  }
  return comparable(mended);
}

/** A character that no text fix removes; nearly every cell with text has one. */
const VISIBLE = /[!-~]/;

/** Whether a cell shows nothing: empty, or only spaces and characters that cannot be seen. */
export function isBlank(text: string): boolean {
  return text === '' || (!VISIBLE.test(text) && cleaned(text) === '');
}

const NO_CAPITALS = /^[ -@[-~]*$/;

/** A text in lower case; most emails and references are, and engines take long to make it of UTF-16 text. */
export function lowerCase(text: string): string {
  return NO_CAPITALS.test(text) ? text : text.toLowerCase();
}
