import { countOf } from '../plan/plan-words.ts';
import type { MadePlan } from '../upload-state.ts';

/** Creations beyond this are confirmed by typing how many they are. */
const MOST_UNTYPED = 100;

/** How many people the request button speaks of: those who are created, and those who are changed. */
export function requestsOf({ plan }: MadePlan): { readonly create: number; readonly change: number } {
  return { create: plan.counts.create, change: plan.counts.changed };
}

/** What is to be typed before anything is sent; null where a click is enough. */
export function countToType(made: MadePlan): string | null {
  const { create, change } = requestsOf(made);
  const isMuch = create > MOST_UNTYPED || made.target.environment === 'production';
  return isMuch ? String(create + change) : null;
}

/** What the button will do: “Create 236 people in production”. */
export function startWords(made: MadePlan): string {
  const { create, change } = requestsOf(made);
  const where = made.target.environment === 'production' ? ' in production' : '';
  if (change === 0) return `Create ${countOf(create, 'person', 'people')}${where}`;
  if (create === 0) return `Change ${countOf(change, 'person', 'people')}${where}`;
  return `Create ${create.toLocaleString('en-US')} and change ${countOf(change, 'person', 'people')}${where}`;
}

/** Whether what was typed is the count, however it is written. */
export function isCount(typed: string, count: string): boolean {
  return typed.replace(/[\s,.’']/g, '') === count;
}
