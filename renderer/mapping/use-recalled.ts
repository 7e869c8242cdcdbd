import { useMemo } from 'react';
import { changesNothing } from '../../shared/mapping/apply-mapping.ts';
import type { Source } from '../../shared/mapping/list-sources.ts';
import type { ColumnMapping } from '../../shared/mapping/mapping.ts';
import { recall, recalledMapping, shapeOf } from '../../shared/mapping/remember-mapping.ts';
import type { SourceColumn } from '../../shared/roster/read-roster.ts';
import type { Roster } from '../../shared/roster/roster.ts';
import { useSessionState } from '../session/session.ts';

/** A mapping that was used before, and when (ISO date and time). */
export interface RecalledMapping {
  readonly mapping: ColumnMapping;
  readonly usedAt: string;
}

/** The mapping that was used for files with the same headers; null where there is none, or all is mapped so already. */
export function useRecalled(
  roster: Roster,
  sourceColumns: readonly SourceColumn[],
  sources: readonly Source[],
): RecalledMapping | null {
  const mappings = useSessionState((state) => state.organizations.profile.mappings);
  return useMemo(() => {
    const remembered = recall(mappings, shapeOf(sourceColumns));
    const mapping = remembered && recalledMapping(remembered, sources);
    return mapping === null || remembered === null || changesNothing(roster, sources, mapping)
      ? null
      : { mapping, usedAt: remembered.usedAt };
  }, [mappings, roster, sourceColumns, sources]);
}
