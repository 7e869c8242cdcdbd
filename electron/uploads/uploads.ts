import { randomUUID } from 'node:crypto';
import type { Reply, Request } from '../../shared/contract/contract.ts';
import { type KeptUpload, MAX_ROWS_TOLD, type UnreadableUpload } from '../../shared/contract/upload-calls.ts';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import type { Organization } from '../../shared/organization/organization.ts';
import type { UploadProgress } from '../../shared/upload/journal/upload-progress.ts';
import { JOURNAL_VERSION, type UploadHead } from '../../shared/upload/orders/upload-head.ts';
import type { Connection } from '../agent-connect/client/connection.ts';
import { keyFingerprint } from '../agent-connect/credentials/key-fingerprint.ts';
import { UploadJournal } from '../agent-connect/journal/upload-journal.ts';
import type { RateLimits } from '../agent-connect/push/rate-limiter.ts';
import { type Push, resumePush, startPush } from '../agent-connect/push/upload-run.ts';
import { createHandles } from '../system/handles.ts';
import { type AgentConnectAccess, connect } from '../organization/agent-connect-access.ts';
import type { OrganizationStore } from '../organization/organization-store.ts';
import type { FileLock } from '../files/record-log/lock-file.ts';
import { connectAgain } from './connect-again.ts';
import { describeKept, isSettled, type KnownRun, progressAtRest, rowsOf } from './describe-kept.ts';
import { Handing } from './handing.ts';
import type { KeptJournals } from './kept-journals.ts';
import type { OrganizationLocks } from './organization-locks.ts';

/** What the app's uploads are made of. */
export interface UploadsParts {
  readonly journals: KeptJournals;
  readonly locks: OrganizationLocks;
  readonly organizations: OrganizationStore;
  readonly access: AgentConnectAccess;
  readonly pace: RateLimits;
  /** Milliseconds during which somebody is looked for whose request got no answer. */
  readonly settle: number;
  /** Keeps the computer from going to sleep until the answered function is called; none where the system is not asked. */
  readonly keepAwake?: () => () => void;
  /** Hears of a bug in a run, which is then over; its journal is in order. */
  readonly onBug: (error: unknown) => void;
}

/** An upload that runs in this app, or has run since it was started. */
interface LiveRun {
  readonly journal: UploadJournal;
  readonly push: Push;
  /** Answers when it is over, its journal closed and its organization free: it goes on from the journal alone. */
  readonly over: Promise<void>;
  isOver: boolean;
}

/** Milliseconds in which what is under way may end when the app does. */
const PATIENCE = 8000;

/**
 * The uploads of the app. They outlive its pages: a page that is loaded anew finds the one that runs. One runs at a time,
 * and is paused when the app ends.
 */
export class Uploads {
  readonly #parts: UploadsParts;
  readonly #live = new Map<string, LiveRun>();
  readonly #handings = createHandles<Handing>();
  /** Those that were paused because the computer goes to sleep. */
  #asleep: Push[] = [];

  constructor(parts: UploadsParts) {
    this.#parts = parts;
  }

  /** Requests a minute that an upload makes at most. */
  get rate(): number {
    return this.#parts.pace.rate;
  }

  /** Begins the journal of a planned upload; what another page has begun to hand over is dropped. */
  async begin(planned: Request<'upload.begin'>): Promise<Result<Reply<'upload.begin'>, Failure>> {
    const { organizations, access } = this.#parts;
    const free = await this.#makeWay();
    if (!free.ok) return free;
    const { organization: id, environment, ...plan } = planned;
    const organization = await organizations.get(id);
    if (!organization.ok) return organization;
    const { host, environment: now } = organization.value;
    if (host !== plan.host || now !== environment) return failure(failed('run.stale', {}));
    const connection = await connect(access, organization.value, organizations);
    if (!connection.ok) return connection;
    const key = keyFingerprint(connection.value.credentials.key);
    const startedAt = new Date(access.clock.now()).toISOString();
    const head = { version: JOURNAL_VERSION, id: randomUUID(), startedAt, key, ...plan } as const;
    return this.#stage(connection.value, environment, head, true, (path) => UploadJournal.begin(path, head));
  }

  /** Opens the journal of an upload that is to go on; `anyway` where it was left on another computer. */
  async reopen(id: string, anyway: boolean): Promise<Result<Reply<'upload.reopen'>, Failure>> {
    const { organizations, access, journals } = this.#parts;
    const free = await this.#makeWay();
    if (!free.ok) return free;
    const kept = await journals.read(id);
    if (!kept.ok) return kept;
    const { head } = kept.value;
    const found = await connectAgain(organizations, access, head);
    if (!found.ok) return found;
    const { connection, environment } = found.value;
    return this.#stage(connection, environment, head, false, (path) =>
      UploadJournal.open(path, { takeOver: anyway }),
    );
  }

  /** What is being handed over under a handle. */
  handing(handle: string): Result<Handing, Failure> {
    const handing = this.#handings.get(handle);
    return handing === undefined ? failure(failed('call.ended', { what: 'This upload' })) : success(handing);
  }

  async cancel(handle: string): Promise<void> {
    const handing = this.#handings.get(handle);
    this.#handings.drop(handle);
    await handing?.cancel();
  }

  /** Starts or resumes what was handed over whole. */
  async start(handle: string): Promise<Result<Reply<'upload.start'>, Failure>> {
    const found = this.handing(handle);
    if (!found.ok) return found;
    const { journal, connection, lock, passwords, isNew, isComplete } = found.value;
    if (!isComplete) return failure(failed('call.refused', { what: 'upload.start: before all is there' }));
    this.#handings.drop(handle);
    const { pace, settle, keepAwake } = this.#parts;
    const own = { pace, settle, isUnattended: false, ...(keepAwake && { keepAwake }) };
    const parts = { connection, journal, passwords, ...own };
    const push = await (isNew ? startPush(parts) : resumePush(parts));
    if (!push.ok) {
      await lock.release();
      if (isNew) await this.#parts.journals.forget(journal.head.id);
      return push;
    }
    this.#live.set(journal.head.id, this.#follow(journal, push.value, lock));
    return success({ upload: journal.head.id });
  }

  /** How far an upload is, with the rows that have changed since the `at` of the answer before; 0 for all. */
  async progress(id: string, after: number): Promise<Result<UploadProgress, Failure>> {
    const live = this.#live.get(id);
    if (live !== undefined) return success(live.push.progress(after));
    const kept = await this.#parts.journals.read(id);
    return kept.ok ? success(progressAtRest(kept.value)) : kept;
  }

  /** The push of an upload that is running or paused in this app; fails with `run.gone` where it must be reopened. */
  running(id: string): Result<Push, Failure> {
    const live = this.#live.get(id);
    return live === undefined || live.isOver ? failure(failed('run.gone', {})) : success(live.push);
  }

  /** An upload without its rows. */
  async show(id: string): Promise<Result<KeptUpload, Failure>> {
    const { journals, organizations, access } = this.#parts;
    const live = this.#live.get(id);
    const known = await this.#known(id);
    if (!known.ok) return known;
    const writtenAt = (await journals.writtenAt(id)) ?? new Date(access.clock.now());
    const { host } = known.value.head;
    const organization = (await organizations.list()).find((one) => one.host === host) ?? null;
    const now = live === undefined ? progressAtRest(known.value) : live.push.summary();
    return success(describeKept(known.value, now, organization, writtenAt));
  }

  /**
   * All that somebody would come back for, the latest first. The journals of the others are removed, but for those of this
   * start, which a window may still show.
   */
  async list(): Promise<Reply<'upload.list'>> {
    const uploads: KeptUpload[] = [];
    const unreadable: UnreadableUpload[] = [];
    for (const id of await this.#parts.journals.ids()) {
      if (await this.#isOld(id)) {
        await this.#parts.journals.forget(id);
        continue;
      }
      const live = this.#live.get(id);
      if (live !== undefined && isSettled(live.journal)) continue;
      const kept = await this.show(id);
      if (kept.ok) uploads.push(kept.value);
      else unreadable.push({ id, path: this.#parts.journals.path(id), why: kept.failure });
    }
    uploads.sort((one, other) => (one.startedAt < other.startedAt ? 1 : -1));
    return { uploads, unreadable };
  }

  /** Some rows of an upload, from a place on. */
  async rows(id: string, from: number): Promise<Result<Reply<'upload.rows'>, Failure>> {
    const known = await this.#known(id);
    if (!known.ok) return known;
    const rows = rowsOf(known.value, from, MAX_ROWS_TOLD);
    const next = from + rows.length;
    return success({ rows, next: next < known.value.orders.length ? next : null });
  }

  /** Removes the journal of an upload that does not run. */
  async forget(id: string): Promise<Result<Reply<'upload.forget'>, Failure>> {
    const live = this.#live.get(id);
    if (live?.isOver === false) return failure(failed('run.busy', { name: live.journal.head.name }));
    this.#live.delete(id);
    await this.#parts.journals.forget(id);
    return success({});
  }

  /** Pauses what runs, lets what is under way end, and lets go of every journal. */
  async end(): Promise<void> {
    await this.#dropHandings();
    const running = [...this.#live.values()].filter(({ isOver }) => !isOver);
    await Promise.all(running.map(({ push, over }) => push.leave(PATIENCE).then(() => over)));
  }

  /** Pauses what runs, as the computer goes to sleep: what is not sent yet is not sent half. */
  suspend(): void {
    const running = [...this.#live.values()].filter(({ isOver, push }) => !isOver && isGoing(push));
    this.#asleep = running.map(({ push }) => push);
    for (const push of this.#asleep) push.pause();
  }

  /** Goes on with what `suspend` has paused. */
  wake(): void {
    for (const push of this.#asleep.splice(0)) push.resume();
  }

  /** Whether one runs, or is paused and not yet at its end. */
  get isRunning(): boolean {
    return [...this.#live.values()].some(({ isOver }) => !isOver);
  }

  /** Follows a run to its end, and lets its organization go then, even where the run, or who hears of it, has a bug. */
  #follow(journal: UploadJournal, push: Push, lock: FileLock): LiveRun {
    const follow = async (): Promise<void> => {
      const bug = await push.done.then(
        () => null,
        (error: unknown) => ({ error }),
      );
      live.isOver = true;
      await lock.release();
      if (bug === null) return;
      // Its journal knows how far it is, and that it can go on; the run itself would seem to be under way for ever.
      this.#live.delete(journal.head.id);
      this.#parts.onBug(bug.error);
    };
    const live: LiveRun = { journal, push, over: follow(), isOver: false };
    return live;
  }

  /** One runs at a time; what another page has begun to hand over is dropped. */
  async #makeWay(): Promise<Result<null, Failure>> {
    await this.#dropHandings();
    for (const { isOver, over, push, journal } of this.#live.values()) {
      if (isOver) continue;
      if (push.summary().state.kind !== 'ended')
        return failure(failed('run.busy', { name: journal.head.name }));
      await over;
    }
    return success(null);
  }

  /** Takes the organization and the journal of an upload, for what is handed over next. */
  async #stage(
    connection: Connection,
    environment: Organization['environment'],
    { id, name }: UploadHead,
    isNew: boolean,
    open: (path: string) => Promise<Result<UploadJournal, Failure>>,
  ): Promise<Result<{ readonly handing: string }, Failure>> {
    const { locks, journals, access } = this.#parts;
    const since = new Date(access.clock.now()).toISOString();
    const target = { host: connection.address.host, environments: [environment] };
    const lock = await locks.hold(target, { where: 'window', name, since });
    if (!lock.ok) return lock;
    const journal = await open(journals.path(id));
    if (journal.ok)
      return success({
        handing: this.#handings.add(new Handing(journal.value, connection, lock.value, isNew)),
      });
    await lock.value.release();
    return journal;
  }

  async #dropHandings(): Promise<void> {
    for (const [handle] of [...this.#handings.entries()]) await this.cancel(handle);
  }

  /** Whether nobody would come back for an upload: it was settled in an earlier start, or never began. */
  async #isOld(id: string): Promise<boolean> {
    const isHere = [...this.#handings.entries()].some(([, { journal }]) => journal.head.id === id);
    if (isHere || this.#live.has(id)) return false;
    const kept = await this.#parts.journals.read(id);
    return kept.ok ? isSettled(kept.value) : kept.failure.code === 'upload.notBegun';
  }

  /** What the journal of an upload says, of one of this start without reading it. */
  async #known(id: string): Promise<Result<KnownRun, Failure>> {
    const live = this.#live.get(id);
    return live === undefined ? this.#parts.journals.read(id) : success(live.journal);
  }
}

/** Whether an upload goes on by itself: one that its user has paused does not. */
function isGoing(push: Push): boolean {
  return ['running', 'waiting'].includes(push.summary().state.kind);
}
