import { useMemo } from 'react';
import { changesNothing } from '../../../shared/import/mapping/apply-mapping.ts';
import { standingMapping } from '../../../shared/import/mapping/assign-source.ts';
import {
  columnsInDoubt,
  needWork,
  recall,
  recalledMapping,
  shapeOf,
} from '../../../shared/import/mapping/remember-mapping.ts';
import type { KnownPeople } from '../../../shared/import/mapping/find-named.ts';
import { listSources, type Source } from '../../../shared/import/mapping/sources.ts';
import {
  type ColumnMapping,
  EXCLUDED,
  type RememberedMapping,
} from '../../../shared/import/mapping/mapping.ts';
import type { SourceColumn } from '../../../shared/roster/read-roster.ts';
import type { Roster } from '../../../shared/roster/roster.ts';
import { useSessionState } from '../../app/session/session.ts';
import { today } from '../../app/session/settings.ts';
import type { Document } from '../../app/session/document.ts';
import type { SessionState } from '../../app/session/state.ts';

/** A mapping to begin with: that of the roster as it stands (null), or one that was used before, and when (ISO date and time). */
export interface RecalledMapping {
  readonly mapping: ColumnMapping;
  readonly usedAt: string | null;
}

type Known = Pick<SessionState, 'organizations'>;

/**
 * The mapping that was used last for files with the same headers, with the organization that is chosen or, where it has
 * none, without one; null where there is none.
 */
export function findRemembered(
  { organizations: { profile, mappings } }: Known,
  sourceColumns: readonly SourceColumn[],
): RememberedMapping | null {
  const shape = shapeOf(sourceColumns);
  return recall(profile.mappings, shape) ?? recall(mappings, shape);
}

/** Whether a file that was just opened is shown with the question which of its columns is what. */
export function asksForColumns(state: Known, { roster, sourceColumns, notices, held }: Document): boolean {
  if (held !== null || sourceColumns.length === 0) return false;
  const remembered = findRemembered(state, sourceColumns);
  // Most files have nothing to ask about, and need not be looked through for it.
  if (remembered === null && roster.columns.carried.length === 0) return needWork(roster, sourceColumns);
  return columnsInDoubt(roster, listSources(roster, sourceColumns), notices, remembered, today());
}

/** The mapping that was used for files with the same headers; null where there is none, or all is mapped so already. */
export function useRecalled(
  roster: Roster,
  sourceColumns: readonly SourceColumn[],
  sources: readonly Source[],
  known: KnownPeople,
): RecalledMapping | null {
  const organizations = useSessionState((state) => state.organizations);
  return useMemo(() => {
    const remembered = findRemembered({ organizations }, sourceColumns);
    const mapping = remembered && recalledMapping(remembered, sources, today());
    return mapping === null || remembered === null || changesNothing(roster, sources, mapping, known)
      ? null
      : { mapping, usedAt: remembered.usedAt };
  }, [organizations, roster, sourceColumns, sources, known]);
}

/**
 * The mapping of a roster whose columns were mapped already, as it stands now: what was worked on since is not made anew
 * of the file. Who is left out is asked again, since those who come later may be meant as well.
 */
export function standingAgain(
  state: Known,
  sourceColumns: readonly SourceColumn[],
  sources: readonly Source[],
): RecalledMapping {
  const remembered = findRemembered(state, sourceColumns);
  const excluded = remembered
    ? recalledMapping(remembered, sources, today()).filter(({ key }) => key === EXCLUDED)
    : [];
  return { mapping: [...standingMapping(sources), ...excluded], usedAt: null };
}
