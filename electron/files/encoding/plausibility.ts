import { costOfLetters } from './alphabets.ts';

/** What a character is to the words of a list. */
type Kind = 'lower' | 'upper' | 'letter' | 'mark' | 'joiner' | 'quote' | 'symbol' | 'control' | 'other';

/**
 * How far a text looks like words that people write, from 0 to 1: by the letters of its languages, and by what wrong
 * decoding leaves: capitals after small letters, two scripts in a word, signs inside words, control characters.
 */
export function plausibility(text: string): number {
  const letters = new Map<string, number>();
  const looks = Array.from(text, lookAt);
  let cost = 0;
  let signs = 0;
  for (const [place, look] of looks.entries()) {
    const before = looks[place - 1] ?? CELL_START;
    if (!look.foreign && !before.foreign) continue;
    cost += costOfMeeting(before, look);
    if (!look.foreign) continue;
    signs += 1;
    if (!isLetter(look)) cost += costOfSign(look, before, looks[place + 1] ?? CELL_START);
    else for (const letter of look.letters) letters.set(letter, (letters.get(letter) ?? 0) + 1);
  }
  return signs === 0 ? 1 : Math.max(0, 1 - (cost + costOfLetters(letters)) / signs);
}

/** Two characters side by side: a capital after a small letter, a small one where a cell begins, two scripts in a word. */
function costOfMeeting(before: Look, look: Look): number {
  let cost = 0;
  if (look.kind === 'upper' && before.kind === 'lower') cost += 1;
  if (look.kind === 'lower' && before === CELL_START) cost += 1;
  if (look.script !== '' && before.script !== '' && look.script !== before.script) cost += 1;
  return cost;
}

function isLetter({ kind }: Look): boolean {
  return kind === 'lower' || kind === 'upper' || kind === 'letter' || kind === 'mark';
}

function costOfSign({ kind }: Look, before: Look, after: Look): number {
  const afterLetter = isLetter(before);
  const beforeLetter = isLetter(after);
  if (kind === 'control') return 3;
  if (kind === 'joiner') return afterLetter ? 0 : 0.5;
  if (kind === 'quote') return afterLetter && beforeLetter ? 1 : 0.2;
  return afterLetter || beforeLetter ? 1 : 0.5;
}

/** What is known of a character without its neighbours. */
interface Look {
  readonly kind: Kind;
  /** Of a letter, as far as words keep to one; Han, kana and Hangul stand together. Empty for all else. */
  readonly script: string;
  /** In lower case, those beyond ASCII: the dot of İ, and nothing of its i. */
  readonly letters: string;
  /** Beyond ASCII. */
  readonly foreign: boolean;
}

const CELL_START: Look = { kind: 'other', script: '', letters: '', foreign: false };
const lookOf = new Map<string, Look>([['\n', CELL_START]]);

function lookAt(character: string): Look {
  const known = lookOf.get(character);
  if (known !== undefined) return known;
  const kind = kindOf(character);
  const script = SCRIPTS.find(([, pattern]) => pattern.test(character))?.[0] ?? '';
  const letters = character.toLowerCase().replace(/[\0-\u007f]/g, '');
  const look = { kind, script, letters, foreign: character > '\u007f' };
  lookOf.set(character, look);
  return look;
}

function kindOf(character: string): Kind {
  if (/[\u0080-\u009f\ufffd]|\p{Co}|\p{Cn}/u.test(character)) return 'control';
  if (/[ªº\uff61-\uff9f]|(?![ー々])\p{Lm}/u.test(character)) return 'symbol';
  if (/\p{Lu}/u.test(character)) return 'upper';
  if (/\p{Ll}/u.test(character)) return 'lower';
  if (/\p{L}/u.test(character)) return 'letter';
  if (/\p{M}/u.test(character)) return 'mark';
  if (/[’ʼ‐·・]/.test(character)) return 'joiner';
  if (/[“”„‘‚«»–—…€£\u00a0\u3000-\u3003\uff00-\uff5e]/.test(character)) return 'quote';
  return character > '\u007f' ? 'symbol' : 'other';
}

const SCRIPTS = [
  ['latin', /(?!\p{Lm})\p{Script=Latin}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['greek', /\p{Script=Greek}/u],
  ['hebrew', /\p{Script=Hebrew}/u],
  ['arabic', /\p{Script=Arabic}/u],
  ['thai', /\p{Script=Thai}/u],
  ['cjk', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u],
] as const;
