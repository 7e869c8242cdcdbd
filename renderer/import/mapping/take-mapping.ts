import { applyMapping } from '../../../shared/import/mapping/apply-mapping.ts';
import type { KnownPeople } from '../../../shared/import/mapping/find-named.ts';
import type { Source } from '../../../shared/import/mapping/sources.ts';
import type { ColumnMapping } from '../../../shared/import/mapping/mapping.ts';
import {
  recall,
  shapeOf,
  toRemember,
  withoutRemembered,
  withRemembered,
} from '../../../shared/import/mapping/remember-mapping.ts';
import { type Change, isNothing } from '../../../shared/roster/change.ts';
import { changeMappings } from '../../organization/profile.ts';
import { edit } from '../../app/session/edit-roster.ts';
import { sayUndoable, sayDone } from '../../app/session/say-done.ts';
import type { Session } from '../../app/session/session.ts';
import type { Document } from '../../app/session/document.ts';

/** Maps the columns of the open roster in one step, and remembers how for files with the same headers. */
export function takeMapping(
  session: Session,
  { roster, sourceColumns }: Document,
  sources: readonly Source[],
  mapping: ColumnMapping,
  known: KnownPeople,
): void {
  edit(session, LABEL, applyMapping(roster, sources, mapping, known), (change) => {
    if (isNothing(change)) sayDone(session, 'The columns stay as they were.');
    else sayUndoable(session, doneSentence(change));
    if (sourceColumns.length > 0) rememberMapping(session, sourceColumns, sources, mapping);
  });
}

/** What the undo menu calls the step. */
const LABEL = 'Map the columns';

/** Whether the columns of a roster were mapped, and that was not undone. */
export function isMapped({ history }: Pick<Document, 'history'>): boolean {
  return history.done.some(({ label }) => label === LABEL);
}

function doneSentence({ excluded = [] }: Change): string {
  if (excluded.length === 0) return 'The columns are mapped.';
  const who = excluded.length === 1 ? '1 person is' : `${excluded.length.toLocaleString('en-US')} people are`;
  return `The columns are mapped. ${who} left out.`;
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
  void changeMappings(session, (mappings) => {
    const before = recall(mappings, shape)?.mapping ?? [];
    return withRemembered(mappings, { shape, usedAt, mapping: toRemember(mapping, sources, before) });
  });
}

/** Forgets how the columns of files with these headers were mapped. */
export function forgetMapping(session: Session, sourceColumns: Document['sourceColumns']): void {
  const shape = shapeOf(sourceColumns);
  void changeMappings(session, (mappings) => withoutRemembered(mappings, shape));
}
