import { useEffect, useMemo, useRef, useState } from 'react';
import { applyMapping } from '../../../shared/import/mapping/apply-mapping.ts';
import { countFit, type Fit, type Judge, judgeBy } from '../../../shared/import/mapping/tally-values.ts';
import {
  findNamed,
  type FoundNamed,
  type KnownPeople,
  NOBODY_FOUND,
} from '../../../shared/import/mapping/find-named.ts';
import {
  overwrittenBy,
  type OverwrittenColumn,
  type Source,
  columnUsage,
} from '../../../shared/import/mapping/sources.ts';
import { exclusionOf, textMaker } from '../../../shared/import/mapping/make-text.ts';
import { type ColumnMapping, EXCLUDED, type MappedColumn } from '../../../shared/import/mapping/mapping.ts';
import {
  type MappingPurpose,
  type ProposedMapping,
  proposeMapping,
} from '../../../shared/import/mapping/propose-mapping.ts';
import { cellAt, type Roster } from '../../../shared/roster/roster.ts';
import type { SlicedWork } from '../../../shared/roster/sliced-work.ts';
import type { Settings } from '../../../shared/rules/settings.ts';
import { runPaced } from '../../app/session/pace.ts';
import { useLatest, useWork } from '../../app/session/use-work.ts';

/** What texts are judged by as long as a dialog is open. */
export function useJudge(settings: Settings): Judge {
  const [first] = useState(settings);
  return useMemo(() => judgeBy(first), [first]);
}

/** What is proposed for the sources of a roster; null while it is worked out. */
export function useProposal(
  roster: Roster,
  sources: readonly Source[],
  judge: Judge,
  purpose: MappingPurpose,
): ProposedMapping | null {
  const work = useMemo(
    () => () => proposeMapping(roster, sources, judge, purpose),
    [roster, sources, judge, purpose],
  );
  return useWork(work);
}

/** The people named by a mapping’s Team Leader column; while they are worked out anew, those found last. */
export function useNamed(
  roster: Roster,
  sources: readonly Source[],
  mapping: ColumnMapping,
  known: KnownPeople,
): FoundNamed {
  const work = useMemo(
    () => () => findNamed(roster, sources, mapping, known),
    [roster, sources, mapping, known],
  );
  return useLatest(work)?.value ?? NOBODY_FOUND;
}

/** The people whom a mapping leaves out, by what the deciding column says of them. */
export function useExcluded(
  { rows }: Roster,
  sources: readonly Source[],
  mapping: ColumnMapping,
): ReadonlyMap<string, number> {
  // Nothing else of a mapping decides it: while a text for everybody is typed, no row is counted again.
  const decision = mapping.find(({ key }) => key === EXCLUDED);
  return useMemo(() => {
    const counts = new Map<string, number>();
    if (decision === undefined) return counts;
    const exclusion = exclusionOf([decision], sources);
    for (const row of rows) {
      const why = exclusion(row);
      if (why !== null) counts.set(why.text, (counts.get(why.text) ?? 0) + 1);
    }
    return counts;
  }, [rows, sources, decision]);
}

/** The texts of the roster that a mapping would take the place of; none where there is no work to lose yet. */
export function useOverwritten(
  roster: Roster,
  sources: readonly Source[],
  mapping: ColumnMapping,
  known: KnownPeople,
  hasWork: boolean,
): readonly OverwrittenColumn[] {
  const work = useMemo(
    () =>
      function* (): SlicedWork<readonly OverwrittenColumn[]> {
        if (!hasWork) return [];
        const change = yield* applyMapping(roster, sources, mapping, known);
        const fates = columnUsage(sources, mapping);
        const moved = new Set(
          sources.flatMap(({ position }, index) => (fates[index]?.kind === 'stays' ? [] : [position])),
        );
        return overwrittenBy(change, (position) => moved.has(position));
      },
    [roster, sources, mapping, known, hasWork],
  );
  return useLatest(work)?.value ?? [];
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
        const ended = await runPaced(fitOf(rows, entry, sources, judge), stopping.signal);
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

/** Of a list of channels, the lists of which something is understood fit. */
function fitOf(
  rows: Roster['rows'],
  entry: MappedColumn,
  sources: readonly Source[],
  judge: Judge,
): SlicedWork<Fit> {
  const { key, from } = entry;
  const made = textMaker(entry, sources);
  if (from.kind !== 'listed') return countFit(rows, key, made, judge);
  const position = sources[from.column]?.position ?? Infinity;
  return countFit(
    rows,
    key,
    (row) => {
      const text = cellAt(row, position);
      return text.trim() === '' ? '' : made(row) || text;
    },
    judge,
  );
}
