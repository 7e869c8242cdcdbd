import type { Reply } from '../../shared/contract.ts';
import { draftRecord } from '../../shared/drafts/draft-record.ts';
import { DraftReplay } from '../../shared/drafts/replay-draft.ts';
import { type Failure, failed } from '../../shared/failures.ts';
import { parseJson } from '../../shared/parse-json.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import { breathe, type OnProgress, runToEnd } from '../session/pace.ts';
import type { Session } from '../session/session.ts';
import { rowsFromFile } from './rows-from-file.ts';

/** A draft that was replayed, and whether that stopped at a record that did not fit. */
export interface ReplayedDraft {
  readonly replay: DraftReplay;
  readonly isCutShort: boolean;
}

/** Milliseconds of reading between two pauses. */
const STRETCH = 8;

/**
 * Fetches the records of an opened draft and makes its roster and history again, in slices that leave the window
 * responsive. Fails with `draft.damaged` where nothing of it can be had.
 */
export async function readDraft(
  session: Session,
  told: Reply<'draft.open'>,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<Result<ReplayedDraft, Failure>> {
  const { text, length } = told;
  const replay = new DraftReplay();
  let rest = '';
  let isCutShort = false;
  for (let from: number | null = 0; from !== null && !isCutShort;) {
    const answer: Result<Reply<'text.read'>, Failure> = await session.host.call('text.read', { text, from });
    if (!answer.ok) return answer;
    from = answer.value.next;
    const lines = (rest + answer.value.slice).split('\n');
    rest = lines.pop() ?? '';
    isCutShort = !(await takeAll(replay, lines));
    if (signal.aborted) return failure(failed('cancelled', {}));
    onProgress(from === null ? 1 : from / length);
  }
  if (!replay.isWhole && !isCutShort) {
    const watcher = { signal, onProgress: () => undefined, onFirstRows: () => undefined };
    const taken = await rowsFromFile(session, told, replay, watcher);
    if (!taken.ok) return taken;
    isCutShort = taken.value === 'misfit';
  }
  return replay.hasSteps ? success({ replay, isCutShort }) : failure(failed('draft.damaged', {}));
}

/** Answers false at the first record that does not fit. */
async function takeAll(replay: DraftReplay, lines: readonly string[]): Promise<boolean> {
  let started = performance.now();
  for (const line of lines) {
    const record = draftRecord.safeParse(parseJson(line));
    if (!record.success || (await runToEnd(replay.taking(record.data))) === 'misfit') return false;
    if (performance.now() - started < STRETCH) continue;
    await breathe();
    started = performance.now();
  }
  return true;
}
