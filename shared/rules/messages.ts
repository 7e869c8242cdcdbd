import { type ColumnKey, columnOf } from '../person/catalogue.ts';
import { SENTENCES, type Telling } from './messages/sentences.ts';
import { cut, isOnlyTabs, named, type People } from './messages/words.ts';
import type { FactsByCode } from './facts.ts';
import type { Fix, Problem, ProblemCode } from './problem.ts';
import { ruleOf } from './rules.ts';

export type { People } from './messages/words.ts';

/** What stands for a secret wherever a value would be shown. */
const MASK = '••••••••';

/** The sentence of a problem: what is wrong with this value, and what to do. */
export function sentenceOf(problem: Problem, people: People): string {
  // Each code's sentence takes exactly that code's facts; the union of functions hides the pairing.
  const sentence = SENTENCES[problem.code] as (facts: FactsByCode[ProblemCode], telling: Telling) => string;
  return sentence(problem.facts, { row: problem.row, column: problem.column, people });
}

/** The heading under which problems of a code are grouped. */
export function titleOf(code: ProblemCode): string {
  return ruleOf(code).title;
}

/** What a fix of a problem will do, for its button. */
export function fixLabel(problem: Problem, fix: Fix, people?: People): string {
  if (fix.removes !== undefined) return fix.removes.length === 1 ? 'Remove this row' : 'Remove these rows';
  const [change] = fix.changes;
  if (change === undefined) return 'Change nothing';
  if (problem.code === 'leader.cannotManage') {
    return `Make ${people ? named({ row: change.row }, people) : 'that person'} a manager of teams`;
  }
  if (problem.code === 'leader.notFound') {
    const lets = fix.changes.length > 1 ? ', and let them manage teams' : '';
    return `Change to ${cut(change.to)}${lets}`;
  }
  if (problem.code === 'text.control')
    return isOnlyTabs(problem.facts.characters) ? 'Put a space for the tab' : 'Remove the control characters';
  const what = TEXT_FIXES[problem.code];
  if (what !== undefined) return what;
  if (change.to === '') return `Empty ${columnOf(change.column).header}`;
  return `Change to ${cut(shownValue(change.column, change.to))}`;
}

/** Fixes whose result looks like what was there before, so that naming it would say nothing. */
const TEXT_FIXES: Partial<Record<ProblemCode, string>> = {
  'text.spaces': 'Remove the spaces',
  'text.invisible': 'Remove the invisible characters',
  'text.lineBreak': 'Put it on one line',
};

/** A cell's text as reports and the command line may show it: a temporary password is masked. */
export function shownValue(column: ColumnKey, text: string): string {
  return columnOf(column).field === 'password' && text !== '' ? MASK : text;
}
