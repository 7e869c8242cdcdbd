import type { Choice, Offer } from './choice.ts';
import { foldText } from '../../../../shared/text/plain-text.ts';

/** How well a text matches what was typed: exactly, from its start, from the start of a word, somewhere; null: not. */
function rankOf(folded: string, typed: string): 0 | 1 | 2 | 3 | null {
  const at = folded.indexOf(typed);
  if (at < 0) return null;
  if (at === 0) return folded.length === typed.length ? 0 : 1;
  return beginsWord(folded, typed, at) ? 2 : 3;
}

function beginsWord(folded: string, typed: string, first: number): boolean {
  for (let at = first; at >= 0; at = folded.indexOf(typed, at + 1))
    if (!/[\p{L}\p{N}]/u.test(folded.charAt(at - 1))) return true;
  return false;
}

/** The choices that match what was typed, best first and otherwise in their order, at most so many. */
export function rankChoices(choices: readonly Choice[], typed: string, most: number): Offer {
  const wanted = foldText(typed.trim());
  const found = choices
    .flatMap((choice) => {
      const rank = wanted === '' ? 0 : rankOf(foldText(choice.name), wanted);
      return rank === null ? [] : [{ choice, rank }];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ choice }) => choice);
  return { choices: found.slice(0, most), more: Math.max(0, found.length - most) };
}
