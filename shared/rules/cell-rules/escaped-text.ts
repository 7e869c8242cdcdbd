import { decodeHTMLStrict } from 'entities/decode';
import type { FieldKind } from '../../person/catalogue.ts';
import type { EscapeKind } from '../facts.ts';
import type { CellCheck } from '../finding.ts';

/** A text that was escaped for a program that never read it. */
interface Unescaped {
  readonly reads: string;
  readonly kind: EscapeKind;
  /** Whether nothing is lost and nothing strange comes out. */
  readonly sure: boolean;
}

/** One of the escapes begins here; texts without one, nearly all, are read past once. */
const MAY_BE_ESCAPED = /&[#a-z]|%[\da-f]{2}|=[\dA-F]{2}|\\u[\da-f{]|<\/?[a-z]/i;

/** Texts are escaped twice where two programs meant well. */
const MAX_TIMES_ESCAPED = 3;

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi;
const TAG =
  /<(?:br|hr)\s*\/?>|<\/?(?:a|b|body|center|div|em|font|h[1-6]|html|i|img|li|ol|p|s|span|strong|sub|sup|table|tbody|td|th|tr|u|ul)(?:\s[^<>]*)?>/gi;
const BREAKS_LINE = /^<(?:br|hr|\/p|\/div|\/li|\/tr|\/h\d)/i;
const UNICODE_ESCAPE = /\\u(?:\{([\da-f]{1,6})\}|([\da-f]{4}))/gi;
const PERCENT_BYTES = /(?:%[\da-f]{2})+/gi;
const QUOTED_BYTES = /(?:=[\dA-F]{2})+/g;
/** Signs that forms and addresses escape, after a letter and in a text without spaces: 50%20 may be meant as it is. */
const PERCENT_SIGN = /^[^\s%]*\p{L}%(?:2[06789BCDEF]|40)/iu;
/** One byte of Latin-1 after a letter. */
const LATIN_BYTE = /(\p{L})[%=]([C-F][\dA-F])(?![%=]?[\dA-F])/gu;

/** What a text with escapes of HTML, URLs, mail or JavaScript was meant to be; null where it has none. */
export function unescaped(text: string, field?: FieldKind): Unescaped | null {
  if (!MAY_BE_ESCAPED.test(text)) return null;
  let found = unescapeOnce(text, field);
  for (let times = 1; found !== null && times < MAX_TIMES_ESCAPED; times += 1) {
    const next = unescapeOnce(found.reads, field);
    if (next === null) break;
    found = { ...found, reads: next.reads, sure: next.sure && found.sure };
  }
  return found === null ? null : { ...found, sure: found.sure && isClean(found.reads) };
}

function unescapeOnce(text: string, field: FieldKind | undefined): Unescaped | null {
  for (const [kind, unescape] of ESCAPES) {
    const reads = unescape(text, field);
    if (reads !== text) return { reads, kind, sure: kind !== 'tags' && kind !== 'byte' };
  }
  return null;
}

/** Each way of escaping and what takes it back; what is not escaped comes back as it was. */
const ESCAPES: readonly (readonly [EscapeKind, (text: string, field: FieldKind | undefined) => string])[] = [
  ['entities', (text) => text.replace(ENTITY, (entity) => decodeHTMLStrict(entity))],
  ['tags', withoutTags],
  [
    'unicode',
    (text) => text.replace(UNICODE_ESCAPE, (all, long: string, short: string) => point(long || short, all)),
  ],
  [
    'url',
    (text) => (PERCENT_SIGN.test(text) || hasUtf8(text, PERCENT_BYTES) ? bytesIn(text, PERCENT_BYTES) : text),
  ],
  ['quotedPrintable', (text) => (hasUtf8(text, QUOTED_BYTES) ? bytesIn(text, QUOTED_BYTES) : text)],
  [
    'byte',
    (text) => text.replace(LATIN_BYTE, (_, before: string, byte: string) => before + point(byte, byte)),
  ],
];

function withoutTags(text: string, field: FieldKind | undefined): string {
  if (!TAG.test(text)) return text;
  const lineBreak = field === 'longText' ? '\n' : ' ';
  return text.replace(TAG, (tag) => (BREAKS_LINE.test(tag) ? lineBreak : '')).trim();
}

function point(hex: string, otherwise: string): string {
  const code = parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : otherwise;
}

/** Whether escaped bytes make a letter beyond ASCII. */
function hasUtf8(text: string, bytes: RegExp): boolean {
  return [...text.matchAll(bytes)].some(([run]) => /[^\0-\x7f]/.test(decoded(run)));
}

function bytesIn(text: string, bytes: RegExp): string {
  return text.replace(bytes, decoded);
}

function decoded(run: string): string {
  try {
    return decodeURIComponent(run.replaceAll('=', '%'));
  } catch {
    return run;
  }
}

/** Whether a text holds nothing that nobody types. */
function isClean(text: string): boolean {
  return text.trim() !== '' && !/[\0-\x09\x0b-\x1f\x7f-\x9f\ufffd\p{Cs}]/u.test(text);
}

/** `text.escaped`: characters in the form that some program has given them, which was to be read by another. */
export const checkEscapes: CellCheck = (typed, _context, field) => {
  const meant = unescaped(typed, field);
  if (meant === null) return null;
  const { reads, kind, sure } = meant;
  const isFixed = isClean(reads);
  return {
    code: 'text.escaped',
    facts: { value: typed, kind, reads: isFixed ? reads : null },
    fixes: isFixed ? [{ safe: sure, to: reads }] : [],
  };
};
