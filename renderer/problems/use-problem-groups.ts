import { useEffect, useState } from 'react';
import { breathe, runPaced } from '../session/pace.ts';
import { useSessionState } from '../session/session.ts';
import { groupProblems, type ProblemGroup } from './problem-groups.ts';

/** The groups of the open roster's problems, a moment behind its edits, so that typing never waits for the panel. */
export function useProblemGroups(): readonly ProblemGroup[] | null {
  const document = useSessionState((state) => state.document);
  const roster = document?.roster ?? null;
  const checker = document?.checker ?? null;
  const version = document?.version;
  const [groups, setGroups] = useState<readonly ProblemGroup[] | null>(null);
  useEffect(() => {
    if (roster === null || checker === null) return undefined;
    const controller = new AbortController();
    void collect(groupProblems(roster, checker), controller.signal).then((collected) => {
      if (collected !== null) setGroups(collected);
    });
    return () => {
      controller.abort();
    };
  }, [roster, checker, version]);
  return groups;
}

/** Runs the grouping after the frame at hand; null if the roster changed meanwhile. */
async function collect(
  work: Generator<number, readonly ProblemGroup[]>,
  signal: AbortSignal,
): Promise<readonly ProblemGroup[] | null> {
  await new Promise(requestAnimationFrame);
  await breathe();
  const collected = signal.aborted ? null : await runPaced(work, signal);
  return collected && !signal.aborted ? collected.value : null;
}
