import { kindOf } from '../../shared/drafts/draft-record.ts';
import { DraftTally } from '../../shared/drafts/draft-tally.ts';
import { failed, type Failure, type FailureCode } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import { parseJson } from '../../shared/text/plain-text.ts';
import type { Protection } from '../agent-connect/credentials/protection.ts';
import { type LogLength, readRecords } from '../files/record-log/read-records.ts';
import {
  type DraftHead,
  draftHead,
  type DraftPlace,
  type DraftSeal,
  isNewer,
  OPEN_SEAL,
  openSeal,
  placeRecord,
} from './draft-format.ts';

/** A draft that was read, but for its records. */
export interface ReadDraft {
  readonly head: DraftHead;
  readonly seal: DraftSeal;
  /** The roster's name and place now: it may have been saved elsewhere since it began. */
  readonly name: string;
  readonly place: DraftPlace | null;
  readonly tally: DraftTally;
  /** Whether the last records are parts of a step that never came. */
  readonly hasLooseParts: boolean;
  readonly length: LogLength;
}

/**
 * Reads a draft from its beginning and hands over the text of each record that the window wrote. Fails with `draft.…`
 * where it is damaged, of a newer Rollcall, encrypted with a key that cannot be had, or holds no change yet.
 */
export async function readDraft(
  path: string,
  protection: Protection | null,
  take: ((text: string) => void) | null = null,
): Promise<Result<ReadDraft, Failure>> {
  const head = await readHead(path);
  if (!head.ok) return head;
  const seal = await sealOf(head.value, protection);
  if (seal === null) return failure(failed('draft.sealed', {}));
  const reader = new DraftReader(head.value, seal, take);
  const read = await readRecords(path, (bytes) => reader.take(bytes));
  if (!read.ok) return failure(asDraft(read.failure));
  if (!reader.tally.hasSteps) return failure(failed('draft.notBegun', {}));
  const { tally, name, place, hasLooseParts } = reader;
  return success({ head: head.value, seal, name, place, tally, hasLooseParts, length: read.value });
}

async function readHead(path: string): Promise<Result<DraftHead, Failure>> {
  let json: unknown;
  const read = await readRecords(path, (bytes) => {
    json = parseJson(bytes.toString());
    return 'break';
  });
  if (!read.ok) return failure(asDraft(read.failure));
  // Its name was made, and the process killed before anything stood in it.
  const { records, torn } = read.value;
  if (records + torn === 0) return failure(failed('draft.notBegun', {}));
  if (isNewer(json)) return failure(failed('draft.newer', {}));
  const head = draftHead.safeParse(json);
  return head.success ? success(head.data) : failure(failed('draft.damaged', {}));
}

async function sealOf({ key }: DraftHead, protection: Protection | null): Promise<DraftSeal | null> {
  if (key === null) return OPEN_SEAL;
  return protection && openSeal(protection, key);
}

/** Bytes at the beginning of a record among which its kind stands. */
const KIND_BYTES = 40;

class DraftReader {
  readonly tally = new DraftTally();
  name: string;
  place: DraftPlace | null;
  hasLooseParts = false;
  readonly #seal: DraftSeal;
  readonly #take: ((text: string) => void) | null;
  #isFirst = true;

  constructor(head: DraftHead, seal: DraftSeal, take: ((text: string) => void) | null) {
    this.name = head.name;
    this.place = head.place;
    this.#seal = seal;
    this.#take = take;
  }

  take(sealed: Buffer): 'continue' | 'damaged' {
    if (this.#isFirst) {
      this.#isFirst = false;
      return 'continue';
    }
    const bytes = this.#seal.unseal(sealed);
    const kind = bytes === null ? '' : kindOf(bytes.toString('latin1', 0, KIND_BYTES));
    if (bytes === null || kind === '') return 'damaged';
    if (kind === 'place') return this.#move(bytes.toString());
    this.tally.take(kind);
    this.hasLooseParts = kind === 'part';
    this.#take?.(bytes.toString());
    return 'continue';
  }

  #move(text: string): 'continue' | 'damaged' {
    const told = placeRecord.safeParse(parseJson(text));
    if (!told.success) return 'damaged';
    this.name = told.data.name;
    this.place = told.data.place;
    return 'continue';
  }
}

/** Why a draft cannot be read, in the words of `draft.unreadable`. */
const UNREADABLE: Partial<Record<FailureCode, string>> = {
  'file.notAllowed': 'this computer does not let Rollcall read it',
  'file.locked': 'another program is using it',
  'file.isFolder': 'a folder is in its place',
};

function asDraft(why: Failure): Failure {
  if (why.code === 'record.damaged') return failed('draft.damaged', {});
  if (why.code === 'file.notFound') return failed('draft.gone', {});
  if (why.code === 'record.newer') return failed('draft.newer', {});
  const reason = why.code === 'file.readFailed' ? why.facts.reason : UNREADABLE[why.code];
  return failed('draft.unreadable', { reason: reason ?? why.code });
}
