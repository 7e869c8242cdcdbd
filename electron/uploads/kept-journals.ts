import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import { uploadHead } from '../../shared/upload/orders/upload-head.ts';
import { readJournal } from '../agent-connect/journal/read-journal.ts';
import { systemCode } from '../system/file-failures.ts';
import type { KnownRun } from './describe-kept.ts';

const ENDING = '.jsonl';

/** A journal that was read, and when it was last written. */
export interface KeptRun extends KnownRun {
  readonly writtenAt: Date;
}

/** The journals of the app's uploads, in a folder for their owner alone. */
export class KeptJournals {
  readonly #folder: string;
  /** What was read last: a report asks for its rows again and again. */
  #last: { readonly id: string; readonly run: KeptRun } | null = null;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Where the journal of an upload is, or would be; the name was checked before, and is no path. */
  path(id: string): string {
    return join(this.#folder, `${uploadHead.shape.id.parse(id)}${ENDING}`);
  }

  /** The names of those that are kept. */
  async ids(): Promise<string[]> {
    const names = await readdir(this.#folder).catch(() => []);
    return names
      .filter((name) => name.endsWith(ENDING))
      .map((name) => name.slice(0, -ENDING.length))
      .filter((name) => uploadHead.shape.id.safeParse(name).success);
  }

  /** What a journal says; fails with `run.gone` where there is none, or says what is wrong with it. */
  async read(id: string): Promise<Result<KeptRun, Failure>> {
    const path = this.path(id);
    try {
      const { mtime } = await stat(path);
      const { id: lastId, run: last } = this.#last ?? {};
      if (lastId === id && last?.writtenAt.getTime() === mtime.getTime()) return success(last);
      const read = await readJournal(path);
      if (!read.ok) return read;
      const run = { ...read.value, writtenAt: mtime };
      this.#last = { id, run };
      return success(run);
    } catch (error) {
      if (systemCode(error) !== 'ENOENT') throw error;
      return failure(failed('run.gone', {}));
    }
  }

  /** When a journal was last written; null where it cannot be said. */
  async writtenAt(id: string): Promise<Date | null> {
    const found = await stat(this.path(id)).catch(() => null);
    return found?.mtime ?? null;
  }

  async forget(id: string): Promise<void> {
    if (this.#last?.id === id) this.#last = null;
    await rm(this.path(id), { force: true });
  }
}
