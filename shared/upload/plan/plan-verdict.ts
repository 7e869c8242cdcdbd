import type { Roster } from '../../roster/roster.ts';
import type { ProblemCode } from '../../rules/problem.ts';
import type { Settings } from '../../rules/settings.ts';
import { checkedAgainst, findingNames, kindsOf, type Verdict, verdictOf } from '../../rules/verdict.ts';
import type { UploadPlan } from './upload-plan.ts';

/**
 * The verdict on a plan: rows that are blocked or held are those that would be refused. `settings` are those of the
 * plan, with the current team that it was made from. Pauses every few milliseconds.
 */
export function* judgingPlan(plan: UploadPlan, roster: Roster, settings: Settings): Generator<void, Verdict> {
  const { create, changed, exists, blocked, held } = plan.counts;
  const kinds = new Map<ProblemCode, number>();
  for (const row of plan.rows)
    if (row.kind === 'blocked' && row.block.kind === 'problems')
      for (const { code } of row.block.problems) kinds.set(code, (kinds.get(code) ?? 0) + 1);
  const sent = plan.rows.flatMap(({ kind, row }) => (kind === 'create' || kind === 'changed' ? [row] : []));
  return verdictOf({
    rows: create + changed,
    against: checkedAgainst(settings),
    unchanged: exists,
    refused: blocked + held,
    kinds: kindsOf(kinds),
    orphans: null,
    unchecked: yield* findingNames(sent, roster, settings),
  });
}
