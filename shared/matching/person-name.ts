import { fullNamesOf } from './nicknames.ts';

/** Letters that have no accent to lose, with what people write in their place. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Letters that German and Scandinavian keyboards lack elsewhere, with the two that stand for each. */
const TWO_LETTERS: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  å: 'aa',
  ø: 'oe',
};

const NOT_ASCII = /[^\0-\x7f]/;
const APOSTROPHES = /['’ʼ‘`´]/g;
/** Accents, which stand by themselves after decomposition. */
const ACCENTS = /\p{M}/gu;
const OWN_LETTERS = /[ßøæœłđðþı]/g;
const HAS_TWO_LETTERS = /[äöüåø]|[aou]\u0308|a\u030a/i;
/** What decomposition leaves of Korean syllables. */
const JAMO = /[\u1100-\u11ff]/;
const BETWEEN_WORDS = /[\s,;.·・‐-―_-]+/u;
const TITLES = new Set('dr prof mr mrs ms herr frau mme mlle'.split(' '));

/** Scripts that are written without spaces between family and given name. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+$/u;

/** Words of a name that are compared; nobody is called by more. */
const MAX_WORDS = 8;

/** A name as names are compared: without case, accents and apostrophes, ß as ss. */
export function foldName(name: string): string {
  const lower = name.toLowerCase().replace(APOSTROPHES, '');
  if (!NOT_ASCII.test(lower)) return lower;
  const bare = lower.normalize('NFKD').replace(ACCENTS, '');
  const plain = bare.replace(OWN_LETTERS, (letter) => PLAIN[letter] ?? letter);
  return JAMO.test(plain) ? plain.normalize('NFC') : plain;
}

/** The same with ä as ae, as many systems write it; null where that makes no difference. */
function spelledOut(name: string): string | null {
  if (!HAS_TWO_LETTERS.test(name)) return null;
  const lower = name.toLowerCase().normalize('NFC');
  return foldName(lower.replace(/[äöüåø]/g, (letter) => TWO_LETTERS[letter] ?? letter));
}

/** The words of a folded name, at most `MAX_WORDS`, without the titles before them where so many others are left. */
export function wordsOf(folded: string, least = 1): readonly string[] {
  // Stryker disable next-line ConditionalExpression: a word alone is one either way, which is quicker
  if (!BETWEEN_WORDS.test(folded)) return folded === '' ? [] : [folded];
  const words = folded.split(BETWEEN_WORDS).filter((word) => word !== '');
  let from = 0;
  while (words.length - from > least && TITLES.has(words[from] ?? '')) from += 1;
  return words.slice(from, from + MAX_WORDS);
}

/** What a name has in common with the same name in another order of its words. */
function nameKey(words: readonly string[]): string {
  const [one = '', other = ''] = words;
  if (words.length > 2) return [...words].sort().join(' ');
  if (words.length < 2) return one;
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

function distinctKeys(words: readonly string[], spelled: readonly string[] | null): readonly string[] {
  const key = nameKey(words);
  const other = spelled === null ? key : nameKey(spelled);
  if (key === '') return [];
  return other === key ? [key] : [key, other];
}

/** A person’s name as it is compared. */
export interface OwnName {
  readonly given: readonly string[];
  readonly family: readonly string[];
  /** The keys under which the whole name is found; where names are written without a space, also the family’s first. */
  readonly keys: readonly string[];
  /** Those under which it is found by its parts. */
  readonly partKeys: readonly string[];
}

/** Takes in the name of a person. */
export function ownName(first: string, last: string): OwnName {
  const [given, family] = [wordsOf(foldName(first)), wordsOf(foldName(last))];
  const [spelledFirst, spelledLast] = [spelledOut(first), spelledOut(last)];
  const isSame = spelledFirst === null && spelledLast === null;
  const spelled = [
    ...(spelledFirst === null ? given : wordsOf(spelledFirst)),
    ...(spelledLast === null ? family : wordsOf(spelledLast)),
  ];
  const keys = distinctKeys([...given, ...family], isSame ? null : spelled);
  const isUnspaced = UNSPACED.test(first) && UNSPACED.test(last);
  return {
    given,
    family,
    keys: isUnspaced ? [...keys, foldName(last + first)] : keys,
    partKeys: ownPartKeys(given, family),
  };
}

/** Whether a name is too little to tell somebody by: one word, unless its script writes whole names so. */
export function isShortName({ given, family }: OwnName): boolean {
  const [word = '', ...others] = [...given, ...family];
  return others.length === 0 && !(word.length > 1 && UNSPACED.test(word));
}

/** A person’s name as it is spoken: the given name first. */
export function spokenName({ given, family }: OwnName): string {
  return [...given, ...family].join(' ');
}

/** A name as somebody writes it for another person. */
export interface WrittenName {
  readonly words: readonly string[];
  /** How many of the words stand before its comma; null where it has none. */
  readonly comma: number | null;
  /** The keys that a person of this name is looked for by: as it stands there, and with ä as ae. */
  readonly keys: readonly string[];
}

/** Takes in a written name. */
export function readName(name: string): WrittenName {
  const spelled = spelledOut(name);
  const apart = apartAtComma(foldName(name));
  return { ...apart, keys: distinctKeys(apart.words, spelled === null ? null : apartAtComma(spelled).words) };
}

function apartAtComma(folded: string): Omit<WrittenName, 'keys'> {
  const at = folded.indexOf(',');
  if (at < 0) return { words: wordsOf(folded, 2), comma: null };
  const [family, given] = [wordsOf(folded.slice(0, at)), wordsOf(folded.slice(at + 1))];
  const isApart = family.length > 0 && given.length > 0;
  return { words: [...family, ...given], comma: isApart ? family.length : null };
}

/** The orders in which a written name may be spoken. */
export function spokenOrders({ words, comma }: WrittenName): readonly string[] {
  const [first = '', ...rest] = words;
  const orders =
    comma === null
      ? [words, [...rest, first], [words.at(-1) ?? '', ...words.slice(0, -1)]]
      : [[...words.slice(comma), ...words.slice(0, comma)]];
  return [...new Set(orders.map((order) => order.join(' ')))];
}

/** A name taken apart: the words of the given name and those of the family’s. */
interface NameParts {
  readonly given: readonly string[];
  readonly family: readonly string[];
}

/** In how many ways two given names are of one person, the stronger first; see `Reason`. */
type Likeness = 'nameParts' | 'nickname' | 'initials';

/** The ways in which the words of a name, in their order, may be a given and a family name, or the other way round. */
export function waysToSplit({ words, comma }: WrittenName): readonly NameParts[] {
  if (comma !== null) return [{ given: words.slice(comma), family: words.slice(0, comma) }];
  const ways: NameParts[] = [];
  for (let at = 1; at < words.length; at += 1) {
    const [head, tail] = [words.slice(0, at), words.slice(at)];
    ways.push({ given: head, family: tail }, { given: tail, family: head });
  }
  return ways;
}

/** Family names shorter than this are particles: “de” of “de la Cruz” says nothing. */
const MIN_END_LENGTH = 3;

/**
 * The keys under which a person is found by parts of their name: the family’s with the initial, and with every full name
 * that the given one may be short for. Of a family name of several words its first or last one will do, on either side
 * but not on both.
 */
function ownPartKeys(given: readonly string[], family: readonly string[]): readonly string[] {
  return withHeads(given, [family.join(' '), ...endsOf(family).map((end) => `~${end}`)]);
}

/** The keys by which parts of a written name ask for a person. */
export function soughtPartKeys(given: readonly string[], family: readonly string[]): readonly string[] {
  const whole = family.join(' ');
  return withHeads(given, [whole, `~${whole}`, ...endsOf(family)]);
}

function endsOf(family: readonly string[]): readonly string[] {
  if (family.length < 2) return [];
  // Stryker disable next-line StringLiteral: there are two words and more
  return [family[0] ?? '', family.at(-1) ?? ''].filter((end) => end.length >= MIN_END_LENGTH);
}

function withHeads([first = '']: readonly string[], families: readonly string[]): readonly string[] {
  if (first === '' || families[0] === '') return [];
  const initial = String.fromCodePoint(first.codePointAt(0) ?? 0);
  const keys = families.map((family) => `${family}\n${initial}`);
  for (const full of fullNamesOf(first, foldName))
    for (const family of families) keys.push(`${family}\n${full}`);
  return keys;
}

/** How a given name of a reference and one of a person can be the same; null where they cannot. */
export function likenessOf(named: readonly string[], own: readonly string[]): Likeness | null {
  const [one, other] = [named[0] ?? '', own[0] ?? ''];
  if (one === other && one.length > 1) return 'nameParts';
  const [oneFull, otherFull] = [fullNamesOf(one, foldName), fullNamesOf(other, foldName)];
  if (oneFull.some((name) => otherFull.includes(name))) return 'nickname';
  const isInitial = one.length === 1 || other.length === 1;
  return isInitial && one !== '' && other.startsWith(one.slice(0, 1)) ? 'initials' : null;
}
