import { columnsInDoubt } from '../../shared/mapping/columns-in-doubt.ts';
import { listSources } from '../../shared/mapping/list-sources.ts';
import { recall, shapeOf } from '../../shared/mapping/remember-mapping.ts';
import type { Document, SessionState } from '../session/state.ts';

/** Whether a file that was just opened is shown with the question which of its columns is what. */
export function asksForColumns(
  { organizations }: Pick<SessionState, 'organizations'>,
  { roster, sourceColumns, notices, held }: Document,
): boolean {
  if (held !== null || sourceColumns.length === 0) return false;
  const remembered = recall(organizations.profile.mappings, shapeOf(sourceColumns));
  // Most files have nothing to ask about, and need not be looked through for it.
  if (remembered === null && roster.columns.carried.length === 0) return false;
  return columnsInDoubt(roster, listSources(roster, sourceColumns), notices, remembered);
}
