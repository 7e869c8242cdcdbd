import { useEffect, useMemo, useRef, useState } from 'react';
import type { Judge } from '../../shared/mapping/count-fit.ts';
import { countFit, type Fit } from '../../shared/mapping/count-fit.ts';
import type { Source } from '../../shared/mapping/list-sources.ts';
import { textMaker } from '../../shared/mapping/make-text.ts';
import type { ColumnMapping, MappedColumn } from '../../shared/mapping/mapping.ts';
import { type ProposedMapping, proposeMapping } from '../../shared/mapping/propose-mapping.ts';
import type { Roster } from '../../shared/roster/roster.ts';
import type { SlicedWork } from '../../shared/roster/sliced-work.ts';
import { CellRules } from '../../shared/rules/column-rules.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { runPaced } from '../session/pace.ts';

/** What texts are judged by as long as a dialog is open. */
export function useJudge(settings: Settings): Judge {
  const [first] = useState(settings);
  return useMemo(() => ({ settings: first, rules: new CellRules(first, () => first.dayOrder) }), [first]);
}

/** What is proposed for the sources of a roster; null while it is worked out. */
export function useProposal(
  roster: Roster,
  sources: readonly Source[],
  judge: Judge,
): ProposedMapping | null {
  return useWork(useMemo(() => () => proposeMapping(roster, sources, judge), [roster, sources, judge]));
}

/** The result of sliced work that begins anew with each other making of it; null until it is there. */
export function useWork<Value>(make: () => SlicedWork<Value>): Value | null {
  const [done, setDone] = useState<{ readonly make: unknown; readonly value: Value } | null>(null);
  useEffect(() => {
    const stopping = new AbortController();
    void runPaced(make(), stopping.signal).then((ended) => {
      if (ended !== null && !stopping.signal.aborted) setDone({ make, value: ended.value });
    });
    return () => {
      stopping.abort();
    };
  }, [make]);
  return done?.make === make ? done.value : null;
}

/** How many texts of each column of a mapping fit, as far as it is counted; what stays the same is counted once. */
export function useFits(
  { rows }: Roster,
  sources: readonly Source[],
  mapping: ColumnMapping,
  judge: Judge,
): ReadonlyMap<MappedColumn, Fit> {
  const [fits, setFits] = useState<ReadonlyMap<MappedColumn, Fit>>(new Map());
  const known = useRef(fits);
  useEffect(() => {
    const stopping = new AbortController();
    const count = async (): Promise<void> => {
      for (const entry of mapping) {
        if (known.current.has(entry)) continue;
        const counting = countFit(rows, entry.key, textMaker(entry, sources), judge);
        const ended = await runPaced(counting, stopping.signal);
        if (ended === null || stopping.signal.aborted) return;
        known.current = new Map([...known.current, [entry, ended.value]]);
        setFits(known.current);
      }
    };
    void count();
    return () => {
      stopping.abort();
    };
  }, [rows, sources, mapping, judge]);
  return fits;
}
