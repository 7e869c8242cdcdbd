import type { CellCheck } from '../finding.ts';
import { hasSignOfMojibake, repairMojibake } from './damaged-text.ts';

/** Cyrillic and Greek letters that look like Latin ones, in the usual fonts. */
const LOOKS_LATIN = 'аеорсухіјѕԁһӏԛԝАВЕЅІЈКМНОРСТУХҮԌԚԜοανικρτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϳ';
const LOOKS_OTHER = 'aceopxyijsdhlABCEHIJKMOPSTXYZNvuk';
const OTHER = '\\u0370-\\u03ff\\u0400-\\u052f';
const LATIN = 'A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f';
const MARK = '[\\u0300-\\u036f]?';
/** A letter of another alphabet beside a Latin one; it begins with the rare one, so that most text is read past it fast. */
export const MIXED_SCRIPT = new RegExp(
  `[${OTHER}](?:(?=${MARK}[${LATIN}])|(?<=[${LATIN}]${MARK}[${OTHER}]))`,
);
const LATIN_LETTER = new RegExp(`[${LATIN}]`);
const OTHER_LETTER = new RegExp(`[${OTHER}]`);
const WORD = /[\p{L}\p{M}]+/gu;
const ANY_LOOKS_LATIN = new RegExp(`[${LOOKS_LATIN}]`);

/** Whether a character is a Latin letter, as far as `MIXED_SCRIPT` knows them. */
export function ofLatinScript(character: string): boolean {
  return LATIN_LETTER.test(character);
}

/** Whether a character is of an alphabet with letters that look Latin. */
export function ofOtherScript(character: string): boolean {
  return OTHER_LETTER.test(character);
}

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** `text.damaged`: characters were lost, or UTF-8 was read in another encoding somewhere on the way. */
export const checkDamage: CellCheck = (typed) => {
  const value = typed;
  if (LONE_SURROGATE.test(typed)) return damaged(value, 'surrogate');
  if (typed.includes('\ufffd')) return damaged(value, 'lost');
  const repair = repairMojibake(typed);
  if (repair === null && !hasSignOfMojibake(typed)) return null;
  const { readings, sure } = repair ?? { readings: [], sure: false };
  return {
    code: 'text.damaged',
    facts: { value, damage: 'mojibake', readings, sure },
    fixes: readings.map((to) => ({ safe: sure, to })),
  };
};

function damaged(value: string, damage: 'surrogate' | 'lost') {
  return { code: 'text.damaged', facts: { value, damage, readings: [], sure: false }, fixes: [] } as const;
}

/** `text.mixedScript`: a word of Latin letters holds one of another alphabet that looks the same, or the reverse. */
export const checkScripts: CellCheck = (typed, _context, field) => {
  if (field === 'email') {
    const letter = ANY_LOOKS_LATIN.exec(typed)?.[0];
    return letter === undefined ? null : mixed(typed, letter);
  }
  if (!MIXED_SCRIPT.test(typed)) return null;
  for (const [word] of typed.matchAll(WORD)) {
    const letter = MIXED_SCRIPT.test(word) ? lookAlikeIn(word) : null;
    if (letter !== null) return mixed(word, letter);
  }
  return null;
};

function mixed(word: string, letter: string) {
  return { code: 'text.mixedScript', facts: { word, letter }, fixes: [] } as const;
}

/** The letter that stands for another: one that looks Latin, or a Latin one where all Latin ones look foreign. */
function lookAlikeIn(word: string): string | null {
  const foreign = ANY_LOOKS_LATIN.exec(word)?.[0];
  if (foreign !== undefined) return foreign;
  const latin = Array.from(word).filter((letter) => LATIN_LETTER.test(letter));
  return latin.every((letter) => LOOKS_OTHER.includes(letter)) ? (latin[0] ?? null) : null;
}
