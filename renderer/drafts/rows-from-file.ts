import type { Reply } from '../../shared/contract/contract.ts';
import { Blanks } from '../../shared/drafts/blanks.ts';
import type { DraftReplay } from '../../shared/drafts/replay-draft.ts';
import { textsOfRows } from '../../shared/drafts/write-records.ts';
import { type Failure, failed } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import { runToEnd } from '../app/session/pace.ts';
import { readFile, type Watcher } from '../app/session/read-file.ts';
import type { Session } from '../app/session/session.ts';
import { addToDraft, BATCH } from './add-to-draft.ts';

const withoutRows = failure(failed('draft.withoutRows', {}));

/**
 * Reads the rows that a draft was not told any more from the file, and tells them to it, so that from then on it stands
 * without the file; then does what waits for them. Fails with `draft.withoutRows` where the file is not as it was.
 */
export async function rowsFromFile(
  session: Session,
  { draft, file, unchanged, passwords }: Reply<'draft.open'>,
  replay: DraftReplay,
  watcher: Watcher,
): Promise<Result<'taken' | 'misfit', Failure>> {
  const { origin } = replay;
  if (origin === null || file === null || !unchanged) return withoutRows;
  const kept = replay.roster.rows.length;
  const source = await readFile(session, file, origin.how, watcher);
  if (!source.ok) return source;
  if ((await runToEnd(replay.takingFile(source.value.read, passwords))) === 'misfit') return withoutRows;
  const { rows, columns } = replay.roster;
  const blanks = new Blanks(passwords, columns);
  for (const text of textsOfRows(rows.slice(kept), ({ cells }) => cells, blanks, BATCH)) {
    const added = await addToDraft(session, draft, text);
    if (watcher.signal.aborted) return failure(failed('cancelled', {}));
    // What cannot be kept is said at the next change; the file has the rows still.
    if (!added.ok) break;
  }
  return success(await runToEnd(replay.goingOn()));
}
