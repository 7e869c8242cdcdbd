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

/** Parts of the way that are told one by one: the dialog is drawn again for each. */
const STEPS = 20;

/**
 * The plan of adding a file under the user's choices, worked out while the window stays responsive. Until it is there
 * the one before stays in sight; `isCurrent` says whether it is that of the choices.
 */
export function useMergePlan(
  { roster, checker }: Pick<Document, 'roster' | 'checker'>,
  file: MergeFile,
  choices: MergeChoices,
): {
  readonly result: Planned['result'] | null;
  readonly isCurrent: boolean;
  /** How far the comparison is, from 0 to 1. */
  readonly fraction: number;
} {
  const [planned, setPlanned] = useState<Planned | null>(null);
  const [fraction, setFraction] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    const mend = (position: number, text: string): string => mended(checker, position, text);
    const { team } = checker.settings;
    const work = planMerge(roster, file, choices, { mend, team });
    const showProgress = (done: number): void => {
      setFraction(Math.floor(done * STEPS) / STEPS);
    };
    void runPaced(work, stop.signal, showProgress).then((done) => {
      if (done !== null && !stop.signal.aborted) setPlanned({ choices, result: done.value });
    });
    return () => {
      stop.abort();
    };
  }, [roster, checker, file, choices]);
  return { result: planned?.result ?? null, isCurrent: planned?.choices === choices, fraction };
}
