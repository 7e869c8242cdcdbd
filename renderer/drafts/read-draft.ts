import type { Reply } from '../../shared/contract/contract.ts';
import { DraftLineReader, FIELDS_RECORD } from '../../shared/drafts/read-line.ts';
import { DraftReplay, type Taken } from '../../shared/drafts/replay-draft.ts';
import { lineOf } from '../../shared/drafts/write-records.ts';
import { type Failure, failed } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import type { SlicedWork } from '../../shared/roster/sliced-work.ts';
import { type OnProgress, runToEnd } from '../app/session/pace.ts';
import type { Session } from '../app/session/session.ts';
import { addToDraft } from './add-to-draft.ts';
import { rowsFromFile } from './rows-from-file.ts';

/** A draft that was replayed, and whether that stopped at a record that did not fit. */
export interface ReplayedDraft {
  readonly replay: DraftReplay;
  readonly isCutShort: boolean;
}

/**
 * Fetches the records of an opened draft and makes its roster and history again, in slices that leave the window
 * responsive. Fails with `draft.damaged` where nothing of it can be had, with `draft.newer` where it has fields that this
 * Rollcall does not know.
 */
export async function readDraft(
  session: Session,
  told: Reply<'draft.open'>,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<Result<ReplayedDraft, Failure>> {
  const { text, length } = told;
  const replay = new DraftReplay();
  const reader = new DraftLineReader();
  let rest = '';
  let isCutShort = false;
  for (let from: number | null = 0; from !== null && !isCutShort;) {
    const answer: Result<Reply<'text.read'>, Failure> = await session.host.call('text.read', { text, from });
    if (!answer.ok) return answer;
    from = answer.value.next;
    const lines = (rest + answer.value.slice).split('\n');
    rest = lines.pop() ?? '';
    const taken = await runToEnd(takingAll(replay, reader, lines));
    if (taken === 'newer') return failure(failed('draft.newer', {}));
    isCutShort = taken === 'misfit';
    if (signal.aborted) return failure(failed('cancelled', {}));
    onProgress(from === null ? 1 : from / length);
  }
  if (reader.isReordered && !isCutShort) {
    const named = await addToDraft(session, told.draft, lineOf(FIELDS_RECORD));
    if (!named.ok) return named;
  }
  if (!replay.isWhole && !isCutShort) {
    const watcher = { signal, onProgress: () => undefined, onFirstRows: () => undefined };
    const taken = await rowsFromFile(session, told, replay, watcher);
    if (!taken.ok) return taken;
    isCutShort = taken.value === 'misfit';
  }
  return replay.hasSteps ? success({ replay, isCutShort }) : failure(failed('draft.damaged', {}));
}

/** Stops at the first record that does not fit, or that names fields which this Rollcall does not have. */
function* takingAll(
  replay: DraftReplay,
  reader: DraftLineReader,
  lines: readonly string[],
): SlicedWork<Taken | 'newer'> {
  for (const [index, line] of lines.entries()) {
    const record = reader.read(line);
    if (record === 'newer') return 'newer';
    if (record === 'damaged' || (yield* replay.taking(record)) === 'misfit') return 'misfit';
    yield index / lines.length;
  }
  return 'taken';
}
