import type { FieldKind } from '../../columns/catalogue.ts';
import { neededJoiner } from './joiners.ts';

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
const CONTROL = /[\0-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]+/g;

/** A text without control characters; a tab parts words and becomes a space. */
export function withoutControl(text: string): string {
  return text.replace(/\t/g, ' ').replace(CONTROL, '');
}

/** Characters that cannot be seen: zero-width, bidirectional controls, soft hyphen, BOM. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/g;

/** A text without invisible characters, except joiners that its script or emoji needs. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, (run, offset: number) => neededJoiner(text, offset, run));
}

const LINE_BREAKS = /[\n\r\u2028\u2029]+/g;

/** Longer cells are no list of groups that anyone wrote line by line. */
const LONGEST_LIST = 10_000;

/** A text on one line: line breaks become a space, and in a list of groups a comma where none is. */
export function onOneLine(text: string, field?: FieldKind): string {
  if (text.search(LINE_BREAKS) < 0) return text;
  if (field !== 'groups' || text.length > LONGEST_LIST) return text.replace(LINE_BREAKS, ' ');
  const lines = text
    .split(LINE_BREAKS)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.map((line, at) => separator(lines[at - 1], line) + line).join('');
}

function separator(before: string | undefined, line: string): string {
  if (before === undefined) return '';
  const isParted = /[,{]$/.test(before.slice(-1)) || /^[,}]/.test(line);
  return isParted ? ' ' : ', ';
}

/** Different characters that are named of a text at most. */
const MOST_NAMED = 5;

/** The characters that a text has lost to a mended one, by code unit, each once, the first few. */
export function lostCharacters(typed: string, mended: string): number[] {
  const counts = new Map<number, number>();
  const count = (text: string, sign: 1 | -1): void => {
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      counts.set(code, (counts.get(code) ?? 0) + sign);
    }
  };
  count(typed, 1);
  count(mended, -1);
  return [...counts].flatMap(([code, lost]) => (lost > 0 ? [code] : [])).slice(0, MOST_NAMED);
}
