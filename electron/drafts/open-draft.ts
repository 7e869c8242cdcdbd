import { rm } from 'node:fs/promises';
import { kindOf } from '../../shared/drafts/draft-record.ts';
import { DraftTally } from '../../shared/drafts/draft-tally.ts';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import type { Delimiter, WriteFormat } from '../../shared/text/formats.ts';
import type { FileLock } from '../files/record-log/lock-file.ts';
import type { RecordLog } from '../files/record-log/record-log.ts';
import { type DraftPlace, type DraftSeal, OPEN_SEAL } from './draft-format.ts';

/** The records that only the host writes. */
const OWN_KINDS: ReadonlySet<string> = new Set(['', 'head', 'place']);

/** Records that are worth nothing without one that follows, and so need not be on disk before it. */
const PREPARING: ReadonlySet<string> = new Set(['fields', 'origin', 'rows', 'part']);

/** Characters of one record: more than a row with the longest cells that a file can have. */
const LONGEST_RECORD = 1 << 27;

/** A draft that this process writes, and no other. */
export class OpenDraft {
  readonly id: string;
  readonly #path: string;
  readonly #log: RecordLog;
  readonly #lock: FileLock;
  readonly #seal: DraftSeal;
  readonly #tally: DraftTally;
  /** The beginning of a record, of which the rest has not come. */
  #begun = '';
  #isOver = false;

  constructor(
    id: string,
    path: string,
    parts: {
      readonly log: RecordLog;
      readonly lock: FileLock;
      readonly seal: DraftSeal;
      readonly tally?: DraftTally;
    },
  ) {
    this.id = id;
    this.#path = path;
    this.#log = parts.log;
    this.#lock = parts.lock;
    this.#seal = parts.seal;
    this.#tally = parts.tally ?? new DraftTally();
  }

  get passwords(): 'kept' | 'blanked' {
    return this.#seal === OPEN_SEAL ? 'blanked' : 'kept';
  }

  /** Adds the records of a slice, a line each, and answers when they are on disk; the last may go on in the next slice. */
  async add(slice: string): Promise<Result<null, Failure>> {
    const lines = (this.#begun + slice).split('\n');
    this.#begun = lines.pop() ?? '';
    const isOdd = this.#begun.length > LONGEST_RECORD || lines.some((line) => OWN_KINDS.has(kindOf(line)));
    if (isOdd) return failure(failed('call.refused', { what: 'draft.add: records' }));
    return this.#write(lines);
  }

  /** Says that the roster as it stands is on disk as a file. */
  saved(
    where: { readonly name: string; readonly place: DraftPlace },
    form: { readonly format: WriteFormat; readonly delimiter: Delimiter },
  ): Promise<Result<null, Failure>> {
    return this.#write(
      [
        { kind: 'place', ...where },
        { kind: 'saved', ...form },
      ].map((told) => JSON.stringify(told)),
    );
  }

  /** Lets it go; where nothing of it is unsaved, nobody would come back for it. */
  async leave(): Promise<void> {
    await this.#end(!this.#tally.isUnsaved);
  }

  /** Removes it. */
  async remove(): Promise<void> {
    await this.#end(true);
  }

  async #write(texts: readonly string[]): Promise<Result<null, Failure>> {
    if (texts.length === 0) return success(null);
    const kinds = texts.map(kindOf);
    for (const kind of kinds) this.#tally.take(kind);
    const added = await this.#log.add(
      texts.map((text) => this.#seal.seal(text)),
      kinds.some((kind) => !PREPARING.has(kind)),
    );
    return added.ok ? added : failure(notKept(added.failure));
  }

  async #end(isRemoved: boolean): Promise<void> {
    if (this.#isOver) return;
    this.#isOver = true;
    await this.#log.close();
    if (isRemoved) await rm(this.#path, { force: true });
    await this.#lock.release();
  }
}

/** Why a draft cannot be written. */
export function notKept(why: Failure): Failure {
  return failed('draft.notKept', { reason: reasonOf(why) });
}

/** Why a draft cannot be claimed, and so neither opened nor discarded. */
export function notOpened(why: Failure): Failure {
  if (why.code === 'record.heldElsewhere')
    return failed('draft.heldElsewhere', { computer: why.facts.computer });
  return isHeld(why) ? failed('draft.held', {}) : failed('draft.notOpened', { reason: reasonOf(why) });
}

/** Whether a claim failed because another window or process has it. */
export function isHeld({ code }: Failure): boolean {
  return code === 'draft.held' || code === 'record.held';
}

function reasonOf(why: Failure): string {
  const told = 'reason' in why.facts ? why.facts.reason : why.code;
  return REASONS.get(told) ?? told;
}

const REASONS = new Map<string, string>([
  ['write.diskFull', 'the disk is full'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk is full'],
  ['write.notAllowed', 'its own folder is read-only'],
  ['write.noFolder', 'its own folder is gone'],
]);
