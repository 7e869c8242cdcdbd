import { useMemo, useState } from 'react';
import type { Failure } from '../../shared/failures.ts';
import type { MergeChoices } from '../../shared/merge/merge-choices.ts';
import type { MergeFile, MergePlan } from '../../shared/merge/merge-plan.ts';
import { planMerge } from '../../shared/merge/plan-merge.ts';
import type { Result } from '../../shared/result.ts';
import { mended } from '../../shared/rules/safe-fixes.ts';
import type { Document } from '../session/state.ts';
import { useLatest } from '../session/use-work.ts';

/**
 * The plan of adding a file under the user's choices, worked out while the window stays responsive. Until it is there
 * the one before stays in sight; `isCurrent` says whether it is that of the choices.
 */
export function useMergePlan(
  { roster, checker }: Pick<Document, 'roster' | 'checker'>,
  file: MergeFile,
  choices: MergeChoices,
): {
  readonly result: Result<MergePlan, Failure> | null;
  readonly isCurrent: boolean;
  /** How far the comparison is, from 0 to 1. */
  readonly fraction: number;
} {
  const [fraction, setFraction] = useState(0);
  const planning = useMemo(() => {
    const mend = (position: number, text: string): string => mended(checker, position, text);
    const { team } = checker.settings;
    return () => planMerge(roster, file, choices, { mend, team });
  }, [roster, checker, file, choices]);
  const planned = useLatest(planning, setFraction);
  return { result: planned?.value ?? null, isCurrent: planned?.make === planning, fraction };
}
