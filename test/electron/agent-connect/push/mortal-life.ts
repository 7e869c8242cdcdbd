import * as fs from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Connection } from '../../../../electron/agent-connect/client/connection.ts';
import { UploadJournal } from '../../../../electron/agent-connect/journal/upload-journal.ts';
import {
  type PushEnding,
  type PushParts,
  resumePush,
  startPush,
} from '../../../../electron/agent-connect/push/upload-run.ts';
import { releaseLocksIn } from '../../../../electron/files/record-log/lock-file.ts';
import type { LogFile, OpenLogFile } from '../../../../electron/files/record-log/record-log.ts';
import type { Failure } from '../../../../shared/failures/failures.ts';
import type { Result } from '../../../../shared/failures/result.ts';
import type { UploadHead } from '../../../../shared/upload/orders/upload-head.ts';
import type { UploadOrder } from '../../../../shared/upload/orders/upload-order.ts';
import { connectHere } from '../connect-here.ts';
import { JumpingClock } from './jumping-clock.ts';

/** A process that is killed: the file system keeps all that was written, or only what was flushed to the disk. */
export type Death = 'process' | 'power';

/** What a process was doing when it ended, and after how many steps. */
export interface Ended {
  /** Null where it was killed. */
  readonly ending: Result<PushEnding, Failure> | null;
  readonly steps: number;
  /** How often it sent a request that changes something, by path. */
  readonly sent: readonly string[];
}

export interface Life {
  readonly url: string;
  readonly path: string;
  /** The step of its input and output before which it is killed; infinity lets it live. */
  readonly killAt: number;
  readonly death: Death;
  readonly deadline: number;
  readonly settle: number;
}

const never = new Promise<never>(() => undefined);

/** Begins an upload in a process that may be killed. */
export function lifeWith(life: Life, head: UploadHead, orders: readonly UploadOrder[]): Promise<Ended> {
  return live(life, async (open, partsOf) => {
    const begun = await UploadJournal.begin(life.path, head, open);
    if (!begun.ok) return begun;
    const added = await begun.value.addOrders(orders);
    return added.ok ? startPush(partsOf(begun.value)) : added;
  });
}

/** Goes on with an upload in a process that may be killed. */
export function lifeAfter(life: Life): Promise<Ended> {
  return live(life, async (open, partsOf) => {
    const opened = await UploadJournal.open(life.path, { open });
    return opened.ok ? resumePush(partsOf(opened.value)) : opened;
  });
}

type Begin = (
  open: OpenLogFile,
  partsOf: (journal: UploadJournal) => PushParts,
) => ReturnType<typeof startPush>;

async function live(life: Life, begin: Begin): Promise<Ended> {
  const fuse = new Fuse(life.killAt);
  const { connection, sent, settled } = mortalConnection(life, fuse);
  const files: MortalFile[] = [];
  const open: OpenLogFile = async (path, flags, mode) => {
    await fuse.step();
    const file = await MortalFile.open(await fs.open(path, flags, mode), path, fuse);
    files.push(file);
    return file as unknown as LogFile; // It has the calls that a log makes.
  };
  const partsOf = (journal: UploadJournal): PushParts => ({
    connection,
    journal,
    passwords: new Map(),
    pace: { rate: 1e9, concurrency: 2 },
    settle: life.settle,
    isUnattended: true,
  });
  const whole = (async () => {
    const push = await begin(open, partsOf);
    return push.ok ? ({ ok: true, value: await push.value.done } as const) : push;
  })();
  const ending = await Promise.race([whole, fuse.died.then(() => null)]);
  if (ending === null) {
    for (const file of files) await file.die(life.death);
    await settled();
    await releaseLocksIn(dirname(life.path));
  }
  return { ending, steps: fuse.steps, sent };
}

/** Counts steps, and at one of them ends everything. */
class Fuse {
  steps = 0;
  readonly died: Promise<void>;
  readonly #killAt: number;
  #isDead = false;
  #die: () => void = () => undefined;

  constructor(killAt: number) {
    this.#killAt = killAt;
    this.died = new Promise((resolve) => (this.#die = resolve));
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  /** Goes on only if it is not dead; `last` is done with the last breath. */
  async step(last: () => Promise<unknown> = () => Promise.resolve()): Promise<void> {
    if (this.#isDead) await never;
    this.steps += 1;
    if (this.steps < this.#killAt) return;
    this.#isDead = true;
    await last();
    this.#die();
    await never;
  }
}

/** A file that takes no more when the process is dead; a write may be torn. */
class MortalFile {
  readonly #path: string;
  readonly #file: fs.FileHandle;
  readonly #fuse: Fuse;
  #flushed: number;

  private constructor(path: string, file: fs.FileHandle, fuse: Fuse, flushed: number) {
    this.#path = path;
    this.#file = file;
    this.#fuse = fuse;
    this.#flushed = flushed;
  }

  static async open(file: fs.FileHandle, path: string, fuse: Fuse): Promise<MortalFile> {
    return new MortalFile(path, file, fuse, (await file.stat()).size);
  }

  async write(bytes: Buffer, from: number, length: number, place: number) {
    await this.#fuse.step();
    // Half of it is there when the process is killed.
    await this.#fuse.step(() => this.#file.write(bytes, from, length >> 1, place));
    return this.#file.write(bytes, from, length, place);
  }

  async datasync(): Promise<void> {
    await this.#fuse.step();
    // What outlasts a power cut is told by hand, so that no disk is waited for.
    this.#flushed = (await this.#file.stat()).size;
  }

  async truncate(size: number): Promise<void> {
    await this.#fuse.step();
    await this.#file.truncate(size);
  }

  async close(): Promise<void> {
    await this.#fuse.step();
    await this.#file.close();
  }

  async die(death: Death): Promise<void> {
    await this.#file.close().catch(() => undefined);
    if (death === 'power') await fs.truncate(this.#path, this.#flushed).catch(() => undefined);
  }
}

function mortalConnection({ url, deadline }: Life, fuse: Fuse) {
  let under = 0;
  const sent: string[] = [];
  const requests = new Set<Promise<unknown>>();
  const clock = new JumpingClock(() => under > 0 || fuse.isDead);
  const whole: Connection['fetch'] = async (address, init) => {
    await fuse.step();
    if (init.method !== 'GET') sent.push(`${init.method} ${new URL(address).pathname} ${init.body ?? ''}`);
    under += 1;
    const answered = fetch(address, init).then(
      async (response) => new Response(await response.arrayBuffer(), response),
    );
    requests.add(answered.catch(() => undefined));
    // The answer, or that there is none, may come to nobody.
    const arrived = await answered.then(
      (response) => () => response,
      (error: unknown) => () => {
        throw error;
      },
    );
    await fuse.step();
    under -= 1;
    return arrived();
  };
  const connection = { ...connectHere(url, { deadline }), fetch: whole, clock };
  return { connection, sent, settled: () => Promise.all(requests) };
}
