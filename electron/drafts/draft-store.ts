import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { draftId, type UnreadableDraft } from '../../shared/contract/draft-calls.ts';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import type { Protection } from '../agent-connect/credentials/protection.ts';
import { type FileVersion, isStill, versionOf } from '../files/file-version.ts';
import { type FileLock, lockFile } from '../files/record-log/lock-file.ts';
import { type OpenLogFile, RecordLog } from '../files/record-log/record-log.ts';
import { writeFailure } from '../system/file-failures.ts';
import { DRAFT_VERSION, type DraftHead, type DraftPlace, makeSeal, OPEN_SEAL } from './draft-format.ts';
import { isHeld, notKept, notOpened, OpenDraft } from './open-draft.ts';
import { type ReadDraft, readDraft } from './read-draft.ts';

const ENDING = '.jsonl';
/** Of a draft that was found damaged, which nobody opens any more. */
const ASIDE = '.damaged';

/** An unsaved roster that was left. */
export interface LeftDraft extends Pick<ReadDraft, 'name' | 'place' | 'tally'> {
  readonly id: string;
  readonly writtenAt: Date;
  /** Another computer that it was left on; null for this one. */
  readonly lastUsedOn: string | null;
}

/** What was left, and what of it cannot be opened. */
interface LeftDrafts {
  readonly drafts: readonly LeftDraft[];
  readonly unreadable: readonly UnreadableDraft[];
}

/** A draft that was opened to go on with it. */
interface Reopened extends Pick<ReadDraft, 'name' | 'place'> {
  readonly draft: OpenDraft;
  /** The window's records, a line each. */
  readonly text: string;
  readonly isTorn: boolean;
}

/** The unsaved rosters of a user, each in a file of its own in a folder for their owner alone. */
export class DraftStore {
  readonly #folder: string;
  readonly #protection: Protection | null;
  readonly #open: OpenLogFile | undefined;
  /** Those that this process has claimed. */
  readonly #claimed = new Set<string>();
  /** What was read of those that were left, while their files stay as they were: one may be as large as its roster. */
  readonly #known = new Map<string, { readonly version: FileVersion; readonly left: LeftDraft }>();
  #last: Promise<unknown> = Promise.resolve();

  /** Without a protection nothing is encrypted, and so no temporary passwords are kept. */
  constructor(userData: string, protection: Protection | null, open?: OpenLogFile) {
    this.#folder = join(userData, 'drafts');
    this.#protection = protection;
    this.#open = open;
  }

  /** Begins the draft of a roster. Fails with `draft.notKept`. */
  async begin(name: string, place: DraftPlace | null): Promise<Result<OpenDraft, Failure>> {
    const id = randomUUID();
    const path = this.#path(id);
    const made = await this.#makeFolder();
    if (!made.ok) return made;
    const lock = await this.#claim(id);
    if (!lock.ok) return failure(notKept(lock.failure));
    const log = await RecordLog.create(path, this.#open);
    if (!log.ok) return releasing(lock.value, notKept(log.failure));
    const sealed = this.#protection && (await makeSeal(this.#protection));
    const draft = new OpenDraft(id, path, {
      log: log.value,
      lock: lock.value,
      seal: sealed?.seal ?? OPEN_SEAL,
    });
    const startedAt = new Date().toISOString();
    const head: DraftHead = {
      ...{ kind: 'head', version: DRAFT_VERSION, id, startedAt, name, place },
      key: sealed?.key ?? null,
    };
    const begun = await log.value.add([JSON.stringify(head)], true);
    if (begun.ok) {
      await log.value.flushName(path);
      return success(draft);
    }
    await draft.remove();
    return failure(notKept(begun.failure));
  }

  /** Opens a draft that was left, cuts a torn end off, and goes on with it; `anyway` where it was left on another computer. */
  reopen(id: string, anyway = false): Promise<Result<Reopened, Failure>> {
    return this.#inTurn(() => this.#reopen(id, anyway));
  }

  async #reopen(id: string, anyway: boolean): Promise<Result<Reopened, Failure>> {
    const path = this.#path(id);
    const lock = await this.#claim(id, anyway);
    if (!lock.ok) return failure(notOpened(lock.failure));
    const texts: string[] = [];
    const read = await readDraft(path, this.#protection, (text) => texts.push(text));
    if (!read.ok) return releasing(lock.value, read.failure);
    const log = await RecordLog.open(path, read.value.length, this.#open);
    if (!log.ok) return releasing(lock.value, notOpened(log.failure));
    const { seal, tally, name, place, hasLooseParts, length } = read.value;
    if (hasLooseParts) await log.value.add([seal.seal('{"kind":"drop"}')], true);
    const draft = new OpenDraft(id, path, { log: log.value, lock: lock.value, seal, tally });
    const isTorn = hasLooseParts || length.torn > 0;
    return success({ draft, name, place, text: texts.map((text) => `${text}\n`).join(''), isTorn });
  }

  /**
   * Those that no running Rollcall of this computer has open, the latest first, and those that cannot be opened. One with
   * nothing unsaved is removed, one that is damaged set aside.
   */
  list(): Promise<LeftDrafts> {
    return this.#inTurn(() => this.#list());
  }

  async #list(): Promise<LeftDrafts> {
    const drafts: LeftDraft[] = [];
    const unreadable: UnreadableDraft[] = [];
    for (const name of await readdir(this.#folder).catch(() => [])) {
      const [, id, ending] = /^([^.]+)(\.[a-z]+)$/.exec(name) ?? [];
      if (id === undefined || !draftId.safeParse(id).success) continue;
      if (ending === ASIDE) unreadable.push(this.#aside(id));
      if (ending !== ENDING) continue;
      const found = await this.#look(id);
      if (found === null) continue;
      if (found.ok) drafts.push(found.value);
      else unreadable.push(found.failure);
    }
    drafts.sort((one, other) => other.writtenAt.getTime() - one.writtenAt.getTime());
    return { drafts, unreadable };
  }

  /** Removes one that was left; `anyway` where it was on another computer. */
  discard(id: string, anyway = false): Promise<Result<null, Failure>> {
    return this.#inTurn(() => this.#discard(id, anyway));
  }

  async #discard(id: string, anyway: boolean): Promise<Result<null, Failure>> {
    const path = this.#path(id);
    const lock = await this.#claim(id, anyway);
    if (!lock.ok) return failure(notOpened(lock.failure));
    for (const one of [path, this.#aside(id).path]) await rm(one, { force: true });
    this.#known.delete(id);
    await lock.value.release();
    return success(null);
  }

  /** Null where it is open, gone, or of no use to anybody. */
  async #look(id: string): Promise<Result<LeftDraft, UnreadableDraft> | null> {
    const path = this.#path(id);
    const lock = await this.#claim(id);
    if (!lock.ok) return isHeld(lock.failure) ? null : this.#lookOnly(id, computerOf(lock.failure));
    try {
      const known = this.#known.get(id);
      if (known !== undefined && (await isStill(path, known.version))) return success(known.left);
      const version = await versionOf(path);
      const read = await readDraft(path, this.#protection);
      if (!read.ok) return await this.#judge(id, read.failure);
      if (!read.value.tally.isUnsaved) {
        await rm(path, { force: true });
        return null;
      }
      const left = await this.#left(id, read.value);
      if (version !== null) this.#known.set(id, { version, left });
      return success(left);
    } finally {
      await lock.value.release();
    }
  }

  /**
   * Where nothing can be written, as on a disk that is full, or another computer may be writing, nothing is set aside or
   * removed; what was left is offered still.
   */
  async #lookOnly(id: string, lastUsedOn: string | null): Promise<Result<LeftDraft, UnreadableDraft> | null> {
    const path = this.#path(id);
    const read = await readDraft(path, this.#protection);
    if (read.ok)
      return read.value.tally.isUnsaved ? success(await this.#left(id, read.value, lastUsedOn)) : null;
    return read.failure.code === 'draft.gone' ? null : failure({ id, path, why: read.failure });
  }

  async #left(
    id: string,
    { name, place, tally }: ReadDraft,
    lastUsedOn: string | null = null,
  ): Promise<LeftDraft> {
    return { id, name, place, tally, writtenAt: (await stat(this.#path(id))).mtime, lastUsedOn };
  }

  async #judge(id: string, why: Failure): Promise<Result<never, UnreadableDraft> | null> {
    if (why.code === 'draft.gone') return null;
    if (why.code !== 'draft.damaged' && why.code !== 'draft.notBegun')
      return failure({ id, path: this.#path(id), why });
    const aside = this.#aside(id);
    await rename(this.#path(id), aside.path);
    return failure({ ...aside, why });
  }

  #aside(id: string): UnreadableDraft {
    const path = this.#path(id).slice(0, -ENDING.length) + ASIDE;
    return { id, path, why: failed('draft.damaged', {}) };
  }

  /** One after the other: who looks at a draft claims it for that long, and would hide it from the next. */
  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = this.#last.then(work, work);
    this.#last = done;
    return done;
  }

  /** Claims a draft for this process and, in it, for one of its windows. */
  async #claim(id: string, takeOver = false): Promise<Result<FileLock, Failure>> {
    // Known at once, where finding a file claimed takes a while.
    if (this.#claimed.has(id)) return failure(failed('draft.held', {}));
    this.#claimed.add(id);
    const lock = await lockFile(this.#path(id), { takeOver });
    if (!lock.ok) this.#claimed.delete(id);
    else
      return success({
        release: async () => {
          await lock.value.release();
          this.#claimed.delete(id);
        },
      });
    return lock;
  }

  async #makeFolder(): Promise<Result<null, Failure>> {
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      await chmod(this.#folder, 0o700);
      return success(null);
    } catch (error) {
      return failure(notKept(writeFailure(error, 'drafts')));
    }
  }

  /** The name is checked before it becomes a path. */
  #path(id: string): string {
    return join(this.#folder, `${draftId.parse(id)}${ENDING}`);
  }
}

function computerOf(why: Failure): string | null {
  return why.code === 'record.heldElsewhere' ? why.facts.computer : null;
}

async function releasing(lock: FileLock, why: Failure): Promise<Result<never, Failure>> {
  await lock.release();
  return failure(why);
}
