import type { Sequence } from './misread-encodings.ts';

const SCRIPTS =
  'Cyrillic Greek Hebrew Hangul Thai Devanagari Bengali Tamil Telugu Gujarati Gurmukhi Kannada Malayalam Sinhala Georgian Armenian Ethiopic Khmer Lao Myanmar Thaana Oriya Mongolian Tibetan';
const EAST_ASIAN = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}ー';
const WORDS = [
  '[\\p{Script=Latin}\u0300-\u036f]+',
  '[\\p{Script=Arabic}\\p{M}\u0640]+',
  `[${EAST_ASIAN}\\p{M}]+`,
  // Two letters of East Asia at least stand beside Latin ones without a space.
  `(?:[A-Za-z]+|[${EAST_ASIAN}\\p{Script=Hangul}]{2,})+`,
  ...SCRIPTS.split(' ').map((script) => `[\\p{Script=${script}}\\p{M}]+`),
];
const ONE_SCRIPT = new RegExp(`^(?:${WORDS.join('|')})$`, 'u');

/** Whether the letters of a word are of one script. */
export function isOneScript(word: string): boolean {
  return ONE_SCRIPT.test(word);
}

/** Whether a capital letter closes a word in capitals, as in “IRMÔ. */
export function endsCapitals(text: string, at: number): boolean {
  return [at, at - 1, at - 2].every((place) => CAPITAL.test(text.charAt(place)));
}

/** A letter of a word; ª, º and their like are letters for Unicode alone. */
const LETTER = /[^\P{L}ªºƒµˆ]/u;
const CAPITAL = /\p{Lu}/u;
const SMALL = /\p{Ll}/u;
const LATIN = /\p{Script=Latin}/u;
/** Marks that come right after a word, and those that come right before one or between two. */
const CLOSES = '’‘”“»«›‹…™®©\u00a0–—';
const OPENS = '’‘“”„‚«»‹›…–—·•†‡\u00a0';
const QUOTE = /[“”„‚‘«»‹›]/;
const JOINS = '’—·•\u00a0';

function isLetter(character: string): boolean {
  return LETTER.test(character);
}

/** Whether nobody writes what a sequence was read as: a sign within a word, a capital after a small letter, two scripts. */
export function isOddlySpelled(text: string, { from, length }: Sequence): boolean {
  const lead = text.charAt(from);
  const rest = Array.from(text.slice(from + 1, from + length));
  const before = text.charAt(from - 1);
  const after = text.charAt(from + length);
  const isAlone = length > 2 && before === '' && after === '';
  const closes = endsCapitals(text, from) ? `${CLOSES}²•` : CLOSES;
  if (isAlone || rest.some((character) => !isLetter(character) && !closes.includes(character))) return true;
  if (!isLetter(lead)) return isOddSign(before, lead, rest);
  if (isOddWord([before, lead, ...rest, goesOn(rest.at(-1) ?? '') ? after : ''])) return true;
  if (rest.every(isLetter)) return !isOneAlphabet([lead, ...rest]);
  if (rest.some(isLetter)) return !isLetter(before);
  if (rest.length > 1 && lead !== 'â' && isUnopened(text.slice(0, from), rest)) return true;
  return isOddJoint(before, lead, rest.join(''), after);
}

/** Whether marks stand after a letter, and before what comes after them, as they do in no text. */
function isOddJoint(before: string, lead: string, joint: string, after: string): boolean {
  if (joint === '\u00a0' && !isLetter(before) && SMALL.test(after)) return true;
  // A dash joins two words, but after these it is nearly always the Ö of a word in capitals: BJÃ–RN.
  if (joint === '–' && !'ÃĂ'.includes(lead)) return false;
  return isLetter(after) && !JOINS.includes(joint);
}

/** Whether a word may go on after a character: damaged à and Š end in a non-breaking space. */
function goesOn(character: string): boolean {
  return isLetter(character) || character === '\u00a0';
}

/** Whether quotation marks close that nothing has opened; â before them would decode to a sign, not to a letter. */
function isUnopened(before: string, marks: readonly string[]): boolean {
  return marks.some((mark) => QUOTE.test(mark)) && !QUOTE.test(before);
}

/** Whether a sign with letters after it is none that opens or joins words. */
function isOddSign(before: string, sign: string, rest: readonly string[]): boolean {
  if (!OPENS.includes(sign) || !rest.every(isLetter)) return true;
  return isLetter(before) && !JOINS.includes(sign);
}

/** Whether letters that follow one another are of two scripts, or change to capitals or back where no word does. */
function isOddWord(characters: readonly string[]): boolean {
  const letters = characters.filter(isLetter);
  const latin = letters.filter((letter) => LATIN.test(letter)).length;
  if (latin > 0 && latin < letters.length) return true;
  const cases = letters
    .map((letter) => (CAPITAL.test(letter) ? 'C' : SMALL.test(letter) ? 's' : '-'))
    .join('');
  return /sC|CCs/.test(cases);
}

/** The letters beyond ASCII that stand side by side in a language, in small letters. */
const ALPHABETS = [
  'áéíóúüñçàèòïâêô àâæçèéêëîïôœùûüÿ äöüß äåöæøé áðéíóúýþæö áéíóöőúüű ąćęłńóśźż áčďéěíňóřšťúůýžäľĺôŕ',
  'čćđšž ăâîșşțţ çğıöşüâîû äõöüšž āčēģīķļņšūž ąčęėįšųūž àèéìòù',
  'абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюяў абвгдђежзијклљмнњопрстћуфхцчџшѓѕќ',
].flatMap((lists) => lists.split(' ').map((letters) => new Set(letters)));

function isOneAlphabet(letters: readonly string[]): boolean {
  const small = letters.map((letter) => letter.toLowerCase());
  return ALPHABETS.some((alphabet) => small.every((letter) => alphabet.has(letter)));
}
