import type { KeptUpload } from '../../../shared/contract/upload-calls.ts';
import type { ReportedRow } from '../../../shared/upload/report/reported-row.ts';
import type { Failure } from '../../../shared/failures/failures.ts';
import { type Result, success } from '../../../shared/failures/result.ts';
import type { RowId } from '../../../shared/roster/roster.ts';
import type { UploadProgress } from '../../../shared/upload/journal/upload-progress.ts';
import { showFailure } from '../../app/session/dialogs.ts';
import type { Session } from '../../app/session/session.ts';
import { markOf, type RowMark } from '../marks/row-mark.ts';
import { type FollowedRun, initialUpload, type RunRoster } from '../upload-state.ts';

/** Milliseconds between two questions how it goes: four a second at most. */
const PACE = 250;
/** Changes in an answer after which there are likely more: these are asked for at once. */
const MANY = 5000;
/** Milliseconds until the host is asked again when it did not answer. */
const PATIENCE = 2000;

/** What is followed now; only one upload is at a time. */
const followed = new WeakMap<Session, AbortController>();

/**
 * Follows an upload of the host for as long as it runs, and shows how it goes, in the grid as well where its roster is
 * open. Nothing is asked while it is paused or has ended.
 */
export async function followRun(session: Session, upload: string, own: RunRoster | null): Promise<void> {
  unfollowRun(session);
  const controller = new AbortController();
  followed.set(session, controller);
  const isLeft = (): boolean => controller.signal.aborted;
  const known = await readRun(session, upload);
  if (isLeft()) return;
  if (!known.ok) {
    showFailure(session, 'The upload cannot be shown', known.failure);
    session.store.setState({ upload: initialUpload });
    return;
  }
  const view = new RunView(session, own, known.value.kept, known.value.rows);
  for (let after = 0; !isLeft();) {
    const asked = performance.now();
    const answer = await session.host.call('upload.progress', { upload, after });
    if (isLeft()) return;
    if (!answer.ok) {
      view.lose(answer.failure);
      await pause(PATIENCE);
      continue;
    }
    const { at, rows, state } = answer.value;
    const isFull = at - after >= MANY;
    after = at;
    view.take(answer.value);
    const isAtRest = state.kind === 'paused' || state.kind === 'ended';
    if (isAtRest && rows.length === 0) return;
    if (isAtRest || isFull) continue;
    await pause(Math.max(0, PACE - (performance.now() - asked)));
  }
}

/** Follows the upload that is shown again, if it was paused: it goes on, and not because the user has said so here. */
export async function followAgain(session: Session): Promise<void> {
  const { upload } = session.store.getState();
  if (upload.kind === 'running') await followRun(session, upload.run.kept.id, upload.run.own);
}

/** Stops following; the upload itself goes on. */
export function unfollowRun(session: Session): void {
  followed.get(session)?.abort();
}

/** What an upload is, and its rows. */
async function readRun(
  { host }: Session,
  upload: string,
): Promise<Result<{ readonly kept: KeptUpload; readonly rows: ReportedRow[] }, Failure>> {
  const kept = await host.call('upload.show', { upload });
  if (!kept.ok) return kept;
  const rows: ReportedRow[] = [];
  for (let from: number | null = 0; from !== null;) {
    const told: Awaited<ReturnType<typeof host.call<'upload.rows'>>> = await host.call('upload.rows', {
      upload,
      from,
    });
    if (!told.ok) return told;
    for (const row of told.value.rows) rows.push(row);
    from = told.value.next;
  }
  return success({ kept: kept.value, rows });
}

/** What one window shows of an upload. */
class RunView {
  readonly #session: Session;
  readonly #own: RunRoster | null;
  readonly #kept: KeptUpload;
  /** Changes in place; the run that is shown is a new object then. */
  readonly #rows: ReportedRow[];
  readonly #marks = new Map<RowId, RowMark>();
  #progress: FollowedRun['progress'];

  constructor(session: Session, own: RunRoster | null, kept: KeptUpload, rows: ReportedRow[]) {
    this.#session = session;
    this.#own = own;
    this.#kept = kept;
    this.#rows = rows;
    this.#progress = { state: kept.state, counts: kept.counts, waves: [], secondsLeft: null };
    for (const row of rows) this.#mark(row);
    this.#show(null, null);
  }

  take({ rows, state, counts, waves, secondsLeft }: UploadProgress): void {
    const touched = new Set<RowId>();
    for (const row of rows) {
      const before = this.#rows[row.place];
      if (before === undefined) continue;
      const after = { ...before, ...row };
      this.#rows[row.place] = after;
      const id = this.#mark(after);
      if (id !== undefined) touched.add(id);
    }
    this.#progress = { state, counts, waves, secondsLeft };
    this.#show(null, touched);
  }

  /** Says that the host does not answer. */
  lose(failure: Failure): void {
    this.#show(failure, new Set());
  }

  #mark(row: ReportedRow): RowId | undefined {
    const id = this.#own?.ids[row.place];
    if (id !== undefined) this.#marks.set(id, markOf(row));
    return id;
  }

  /** `touched` are the rows with new marks; null for all. */
  #show(lost: Failure | null, touched: ReadonlySet<RowId> | null): void {
    const { store } = this.#session;
    const run = { kept: this.#kept, progress: this.#progress, rows: this.#rows, own: this.#own, lost };
    const kind = this.#progress.state.kind === 'ended' ? 'reporting' : 'running';
    const isOver = kind === 'reporting';
    const isSame = this.#own === null || (touched?.size === 0 && !isOver);
    const marks = isSame
      ? {}
      : { marks: { roster: this.#own.roster, of: this.#marks, touched: isOver ? null : touched, isOver } };
    store.setState({ upload: { kind, run }, ...marks });
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
