import { useEffect, useState } from 'react';
import type { Failure } from '../../shared/failures.ts';
import type { MergeChoices } from '../../shared/merge/merge-choices.ts';
import type { MergeFile, MergePlan } from '../../shared/merge/merge-plan.ts';
import { planMerge } from '../../shared/merge/plan-merge.ts';
import type { Result } from '../../shared/result.ts';
import { mended } from '../../shared/rules/safe-fixes.ts';
import { runPaced } from '../session/pace.ts';
import type { Document } from '../session/state.ts';

interface Planned {
  readonly choices: MergeChoices;
  readonly result: Result<MergePlan, Failure>;
}

/**
 * The plan of adding a file under the user's choices, worked out while the window stays responsive. Until it is there
 * the one before stays in sight; `isCurrent` says whether it is that of the choices.
 */
export function useMergePlan(
  { roster, checker }: Pick<Document, 'roster' | 'checker'>,
  file: MergeFile,
  choices: MergeChoices,
): { readonly result: Planned['result'] | null; readonly isCurrent: boolean } {
  const [planned, setPlanned] = useState<Planned | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const mend = (position: number, text: string): string => mended(checker, position, text);
    const { team } = checker.settings;
    void runPaced(planMerge(roster, file, choices, { mend, team }), stop.signal).then((done) => {
      if (done !== null && !stop.signal.aborted) setPlanned({ choices, result: done.value });
    });
    return () => {
      stop.abort();
    };
  }, [roster, checker, file, choices]);
  return { result: planned?.result ?? null, isCurrent: planned?.choices === choices };
}
