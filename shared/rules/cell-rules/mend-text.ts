import type { FieldKind } from '../../person/catalogue.ts';
import { isJoiner, neededJoiner } from './joiners.ts';
import { DROPPED, mapUnits } from './map-units.ts';

const TAB = 0x09;
const SPACE = 0x20;
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

/** Anything but a plain single space between two words. */
const ODD_SPACES = /[\u00a0\u2007\u202f]| {2}/;

/** A text with plain single spaces inside and none around. */
export function singleSpaced(text: string): string {
  if (!ODD_SPACES.test(text)) return trimSpaces(text);
  const spaced = mapUnits(text, (unit, _at, before) => {
    const plain = isNonBreaking(unit) ? SPACE : unit;
    return plain === SPACE && before === SPACE ? DROPPED : plain;
  });
  return trimSpaces(spaced);
}

function isNonBreaking(unit: number): boolean {
  return unit === 0xa0 || unit === 0x2007 || unit === 0x202f;
}

/** Control characters other than line breaks, which have a rule of their own. */
const CONTROL = /[\0-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]/;

/** A text without control characters; a tab parts words and becomes a space. */
export function withoutControl(text: string): string {
  if (!CONTROL.test(text)) return text;
  return mapUnits(text, (unit) => (unit === TAB ? SPACE : isControl(unit) ? DROPPED : unit));
}

function isControl(unit: number): boolean {
  return (unit < 0x20 && unit !== 0x0a && unit !== 0x0d) || (unit >= 0x7f && unit <= 0x9f);
}

/** Characters that cannot be seen: zero-width, bidirectional controls, soft hyphen, BOM. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;

/** A text without invisible characters, except joiners that its script or emoji needs: the first one of each run. */
export function withoutInvisible(text: string): string {
  if (!INVISIBLE.test(text)) return text;
  let end = 0;
  let needed = -1;
  return mapUnits(text, (unit, at) => {
    if (!isInvisible(unit)) return unit;
    if (at >= end) [end, needed] = runFrom(text, at);
    return at === needed ? unit : DROPPED;
  });
}

function isInvisible(unit: number): boolean {
  if (unit < 0x200b) return unit === 0xad || unit === 0x61c || unit === 0x180e;
  if (unit <= 0x202e) return unit <= 0x200f || unit >= 0x202a;
  return (unit >= 0x2060 && unit <= 0x2069 && unit !== 0x2065) || unit === 0xfeff;
}

/** Where a run of invisible characters ends, and where in it the joiner is that is needed; -1 where none is. */
function runFrom(text: string, from: number): [end: number, needed: number] {
  let end = from;
  let joiner = -1;
  for (; isInvisible(text.charCodeAt(end)); end += 1)
    if (joiner === -1 && isJoiner(text.charCodeAt(end))) joiner = end;
  return [end, joiner !== -1 && neededJoiner(text, from, joiner, end) ? joiner : -1];
}

const LINE_BREAKS = /[\n\r\u2028\u2029]+/;

function isLineBreak(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d || unit === 0x2028 || unit === 0x2029;
}

/** Longer cells are no list of groups that anyone wrote line by line. */
const LONGEST_LIST = 10_000;

/** A text on one line: line breaks become a space, and in a list of groups a comma where none is. */
export function onOneLine(text: string, field?: FieldKind): string {
  if (!LINE_BREAKS.test(text)) return text;
  if (field !== 'groups' || text.length > LONGEST_LIST) return joined(text);
  const lines = text
    .split(LINE_BREAKS)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.map((line, at) => separator(lines[at - 1], line) + line).join('');
}

/** A text with a space for each run of line breaks. */
function joined(text: string): string {
  return mapUnits(text, (unit, at) => {
    if (!isLineBreak(unit)) return unit;
    return at > 0 && isLineBreak(text.charCodeAt(at - 1)) ? DROPPED : SPACE;
  });
}

function separator(before: string | undefined, line: string): string {
  if (before === undefined) return '';
  const isParted = /[,{]$/.test(before.slice(-1)) || /^[,}]/.test(line);
  return isParted ? ' ' : ', ';
}

/** Different characters that are named of a text at most. */
const MOST_NAMED = 5;

/** By code unit, and all zeros between two texts: to make as many anew takes longer than to count most texts. */
const counts = new Int32Array(0x10000);

/** The characters that a text has lost to a mended one, by code unit, each once, the first few. */
export function lostCharacters(typed: string, mended: string): number[] {
  for (let at = 0; at < typed.length; at += 1) countUnit(typed.charCodeAt(at), 1);
  for (let at = 0; at < mended.length; at += 1) countUnit(mended.charCodeAt(at), -1);
  const lost = new Set<number>();
  for (let at = 0; at < typed.length && lost.size < MOST_NAMED; at += 1) {
    const code = typed.charCodeAt(at);
    if ((counts[code] ?? 0) > 0) lost.add(code);
  }
  for (const text of [typed, mended])
    for (let at = 0; at < text.length; at += 1) counts[text.charCodeAt(at)] = 0;
  return [...lost];
}

function countUnit(code: number, sign: 1 | -1): void {
  counts[code] = (counts[code] ?? 0) + sign;
}
