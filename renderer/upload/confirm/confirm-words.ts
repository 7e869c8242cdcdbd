import { sendingWords } from '../../../shared/upload/plan/plan-sentences.ts';
import { asLabel } from '../plan/plan-words.ts';
import type { MadePlan } from '../upload-state.ts';

/** Creations beyond this are confirmed by typing how many they are. */
const MAX_UNTYPED = 100;

/** What is to be typed before anything is sent; null where a click is enough. */
export function countToType({ plan: { counts }, target }: MadePlan): string | null {
  const isMuch = counts.create > MAX_UNTYPED || target.environment === 'production';
  return isMuch ? String(counts.create + counts.changed) : null;
}

/** What the button will do: “Create 236, change 4 and deactivate 2 people in production”. */
export function startWords({ plan, target }: MadePlan): string {
  const where = target.environment === 'production' ? ' in production' : '';
  return `${asLabel(sendingWords(plan.groups))}${where}`;
}

/** Whether what was typed is the count, however it is written. */
export function isCount(typed: string, count: string): boolean {
  return typed.replace(/[\s,.’']/g, '') === count;
}
