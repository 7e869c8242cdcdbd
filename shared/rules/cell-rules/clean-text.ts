import type { FieldKind } from '../../columns/catalogue.ts';
import { MOJIBAKE_HINT, mendMojibake } from './damaged-text.ts';
import { isNeededJoiner } from './joiners.ts';

const NOT_PLAIN = /[^ -~]| {2}/;

/** Whether a text is printable ASCII with single spaces inside and none around: most cells, and never a text problem. */
export function isPlain(text: string): boolean {
  return !NOT_PLAIN.test(text) && !text.startsWith(' ') && !text.endsWith(' ');
}

/** A text as it is compared: composed (NFC) and trimmed. */
export function comparable(text: string): string {
  return isPlain(text) ? text : text.normalize('NFC').trim();
}

/** Anything but a line break that a text rule may object to in text that is not plain; most names have none of it. */
const SUSPICIOUS =
  /[\0-\x09\x0b\x0c\x0e-\x1f\x7f-\xa0\xad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2069\u3000\ud800-\udfff\ufeff\ufffd]| {2}/;

const NON_BREAKING = /[\u00a0\u2007\u202f]/g;
const SPACES = new Set(
  ' \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
);

/** A text without the spaces at its ends; line breaks and tabs stay. */
export function trimSpaces(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && SPACES.has(text.charAt(start))) start += 1;
  while (end > start && SPACES.has(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** A text with plain single spaces inside and none around. */
export function singleSpaced(text: string): string {
  return trimSpaces(text.replace(NON_BREAKING, ' ').replace(/ {2,}/g, ' '));
}

/** Control characters other than line breaks, which have a rule of their own. */
export const CONTROL = /[\0-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]/g;

/** A text without control characters; a tab parts words and becomes a space. */
export function withoutControl(text: string): string {
  return text.replace(CONTROL, (character) => (character === '\t' ? ' ' : ''));
}

/** Characters that cannot be seen: zero-width, bidirectional controls, soft hyphen, BOM. */
export const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/** A text without invisible characters, except joiners that its script or emoji needs. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, (character, offset: number) =>
    isNeededJoiner(text, offset) ? character : '',
  );
}

const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/g;

/** A text on one line: each line break becomes a space, and in a list of groups a comma where none is. */
export function onOneLine(text: string, field?: FieldKind): string {
  if (text.search(LINE_BREAK) < 0) return text;
  if (field !== 'groups') return text.replace(LINE_BREAK, ' ');
  const lines = text.split(LINE_BREAK).map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .reduce((list, line) => {
      const isParted = list === '' || /[,{]$/.test(list) || /^[,}]/.test(line);
      return list + (isParted ? ' ' : ', ') + line;
    }, '')
    .trimStart();
}

/** Below U+0300 every text is composed already. */
const MAY_BE_DECOMPOSED = /[\u0300-\uffff]/;

/**
 * A text as the safe text fixes would leave it, for comparing: two values that differ only in what a safe fix removes
 * are one value, so that no safe fix can make a new error.
 */
export function cleaned(text: string): string {
  if (isPlain(text)) return text;
  if (isCleanLine(text)) return MAY_BE_DECOMPOSED.test(text) ? text.normalize('NFC') : text;
  let clean = text;
  for (let before = ''; before !== clean;) {
    before = clean;
    clean = mendMojibake(clean) ?? clean;
    clean = singleSpaced(onOneLine(withoutInvisible(withoutControl(clean))));
  }
  return comparable(clean);
}

/** Whether no safe text fix would change a text of one line; false for some few that none would. */
export function isCleanLine(text: string): boolean {
  return isCleanText(text) && !/[\n\r]/.test(text);
}

/** The same for a text that may have more lines than one. */
export function isCleanText(text: string): boolean {
  if (SUSPICIOUS.test(text) || text.startsWith(' ') || text.endsWith(' ')) return false;
  return !MOJIBAKE_HINT.test(text);
}

/** Whether a cell shows nothing: empty, or only spaces and characters that cannot be seen. */
export function isBlank(text: string): boolean {
  return text === '' || (!isPlain(text) && cleaned(text) === '');
}
