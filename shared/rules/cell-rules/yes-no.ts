import { NO, NO_IN_DEACTIVATED, YES } from '../assumptions.ts';
import type { CellCheck } from '../finding.ts';
import { cleaned, isBlank } from './clean-text.ts';

const YES_WORDS = 'y yes true t 1 x ✓ ✔ on ja j oui sí si sim da tak ano evet hai はい 是 да wahr vrai';
const NO_WORDS = 'n no false f 0 off nein non não nao nee nej nei nie ne hayır いいえ 否 нет falsch faux';

const MEANINGS = new Map<string, 'y' | 'n'>([
  ...YES_WORDS.split(' ').map((word) => [word, YES] as const),
  ...NO_WORDS.split(' ').map((word) => [word, NO] as const),
]);

/** What a cell of a yes-or-no column means, however it is written; null where it cannot be told. */
export function yesNoMeaning(typed: string): 'y' | 'n' | null {
  if (typed === YES || typed === NO) return typed;
  return MEANINGS.get(cleaned(typed).toLowerCase()) ?? null;
}

/** `yesNo.invalid`: anything but `y` and `n`. */
export const checkYesNo: CellCheck = (typed) => {
  const value = typed.trim();
  if (value === YES || value === NO || isBlank(typed)) return null;
  const means = yesNoMeaning(typed);
  return {
    code: 'yesNo.invalid',
    facts: { value, means },
    fixes: means === null ? [] : [{ safe: true, to: means }],
  };
};

/** `deactivated.no`: an `n` where a bulk update takes `y` or nothing. */
export const checkDeactivated: CellCheck = (typed, { settings }) =>
  settings.mode === 'update' && typed.trim() === NO && NO_IN_DEACTIVATED === 'slip'
    ? { code: 'deactivated.no', facts: {}, fixes: [{ safe: false, to: '' }] }
    : null;
