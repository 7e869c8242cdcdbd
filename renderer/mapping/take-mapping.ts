import { applyMapping } from '../../shared/mapping/apply-mapping.ts';
import type { Source } from '../../shared/mapping/list-sources.ts';
import type { ColumnMapping } from '../../shared/mapping/mapping.ts';
import {
  recall,
  shapeOf,
  toRemember,
  withoutRemembered,
  withRemembered,
} from '../../shared/mapping/remember-mapping.ts';
import { isNothing } from '../../shared/roster/change.ts';
import { changeProfile } from '../organization/change-profile.ts';
import { edit } from '../session/edit-roster.ts';
import { sayUndoable, sayDone } from '../session/say-done.ts';
import type { Session } from '../session/session.ts';
import type { Document } from '../session/state.ts';

/** Maps the columns of the open roster in one step, and remembers how for files with the same headers. */
export function takeMapping(
  session: Session,
  { roster, sourceColumns }: Document,
  sources: readonly Source[],
  mapping: ColumnMapping,
): void {
  edit(session, 'Map the columns', applyMapping(roster, sources, mapping), (change) => {
    if (isNothing(change)) sayDone(session, 'The columns stay as they were.');
    else sayUndoable(session, 'The columns are mapped.');
    if (sourceColumns.length > 0) rememberMapping(session, sourceColumns, sources, mapping);
  });
}

/** Remembers how the columns of a file were mapped, for files with the same headers. */
export function rememberMapping(
  session: Session,
  sourceColumns: Document['sourceColumns'],
  sources: readonly Source[],
  mapping: ColumnMapping,
): void {
  const shape = shapeOf(sourceColumns);
  const usedAt = new Date().toISOString();
  void changeProfile(session, (profile) => {
    const before = recall(profile.mappings, shape)?.mapping ?? [];
    const remembered = { shape, usedAt, mapping: toRemember(mapping, sources, before) };
    return { ...profile, mappings: withRemembered(profile.mappings, remembered) };
  });
}

/** Forgets how the columns of files with these headers were mapped. */
export function forgetMapping(session: Session, sourceColumns: Document['sourceColumns']): void {
  const shape = shapeOf(sourceColumns);
  void changeProfile(session, (profile) => ({
    ...profile,
    mappings: withoutRemembered(profile.mappings, shape),
  }));
}
