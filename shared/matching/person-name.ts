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
const TITLES = new Set('dr prof mr mrs ms herr frau mme mlle dipl ing'.split(' '));

/** Scripts that are written without spaces between family and given name. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+$/u;

/** Words of a name that are compared; nobody is called by more. */
const MOST_WORDS = 8;

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

/** The words of a folded name without academic and other titles, at most `MOST_WORDS`. */
export function wordsOf(folded: string): readonly string[] {
  if (!BETWEEN_WORDS.test(folded)) return folded === '' ? [] : [folded];
  const words = folded.split(BETWEEN_WORDS).filter((word) => word !== '');
  const plain = words.filter((word) => !TITLES.has(word));
  return (plain.length < 2 ? words : plain).slice(0, MOST_WORDS);
}

/** What a name has in common with the same name in another order of its words. */
function nameKey(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : [...words].sort().join(' ');
}

/** The keys that a name is looked for by: as it stands there, and with ä as ae. */
export function sameNameKeys(name: string): readonly string[] {
  const key = nameKey(wordsOf(foldName(name)));
  const spelled = spelledOut(name);
  const other = spelled === null ? key : nameKey(wordsOf(spelled));
  return key === '' ? [] : other === key ? [key] : [key, other];
}

/** The keys under which a person of this name is found; where names are written without a space, also the family’s first. */
export function nameKeys(first: string, last: string): readonly string[] {
  const keys = sameNameKeys(`${first} ${last}`);
  return UNSPACED.test(first) && UNSPACED.test(last) ? [...keys, foldName(last + first)] : keys;
}

/** Whether a name is too little to tell somebody by: one word, unless its script writes whole names so. */
export function isShortName(first: string, last: string): boolean {
  const words = wordsOf(foldName(`${first} ${last}`));
  return words.length < 2 && !((words[0]?.length ?? 0) > 1 && UNSPACED.test(words[0] ?? ''));
}

/** A person’s name as it is spoken: the given name first. */
export function spokenName(first: string, last: string): string {
  return wordsOf(foldName(`${first} ${last}`)).join(' ');
}

/** The words of a name, and how many of them stand before its comma, where it has one. */
export interface WrittenName {
  readonly words: readonly string[];
  readonly comma: number | null;
}

/** Takes a written name apart at its comma. */
export function partsOfName(name: string): WrittenName {
  const folded = foldName(name);
  const at = folded.indexOf(',');
  if (at < 0) return { words: wordsOf(folded), comma: null };
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
const SHORTEST_END = 3;

/** The keys under which a person is found by parts of their name, and those by which a reference asks for them. */
interface PartKeys {
  readonly own: readonly string[];
  readonly sought: readonly string[];
}

/**
 * The family name with the initial, and with every full name that the given one may be short for. Of a family name of
 * several words its first or last one will do, on either side but not on both.
 */
export function partKeys(given: readonly string[], family: readonly string[]): PartKeys {
  const [first] = given;
  const [head, ...others] = family;
  if (first === undefined || head === undefined) return { own: [], sought: [] };
  const initial = String.fromCodePoint(first.codePointAt(0) ?? 0);
  const heads = [initial, ...fullNamesOf(first, foldName)];
  const whole = family.join(' ');
  const ends = [head, others.at(-1) ?? head].filter((end) => end !== whole && end.length >= SHORTEST_END);
  const withHeads = (names: readonly string[]): string[] =>
    names.flatMap((name) => heads.map((one) => `${name}\n${one}`));
  return {
    own: withHeads([whole, ...ends.map((end) => `~${end}`)]),
    sought: withHeads([whole, `~${whole}`, ...ends]),
  };
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
