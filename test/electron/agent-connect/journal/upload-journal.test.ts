import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keyFingerprint } from '../../../../electron/agent-connect/credentials/key-fingerprint.ts';
import { readJournal } from '../../../../electron/agent-connect/journal/read-journal.ts';
import { UploadJournal } from '../../../../electron/agent-connect/journal/upload-journal.ts';
import { startPush } from '../../../../electron/agent-connect/push/upload-run.ts';
import { JOURNAL_VERSION } from '../../../../shared/upload/orders/upload-head.ts';
import { recordLine } from '../../../../electron/files/record-log/read-records.ts';
import { toldRow } from '../../../../shared/upload/journal/row-run.ts';
import type { LogFile, OpenLogFile } from '../../../../electron/files/record-log/record-log.ts';
import { createOrder, headOf } from '../../../shared/upload/journal/build-orders.ts';
import { KEY, simulatorHere } from '../../../simulator/simulator-here.ts';
import type { Simulator } from '../../../simulator/start-simulator.ts';
import { temporaryFolder } from '../../host/temporary.ts';
import {
  endOf,
  jumpingConnection,
  leadingOrder,
  ledOrder,
  resumeHere,
  uploaded,
  worked,
} from '../push/push-here.ts';

const boss = leadingOrder(0);
const ORDERS = [boss, ledOrder(1, boss)];

const newPath = async (): Promise<string> => join(await temporaryFolder(), 'June.journal');

/** How many requests arrived that create somebody. */
const arrived = ({ log }: Simulator): number => log.filter(({ method }) => method === 'POST').length;

/** Those who are there more or less than once, and those who were sent though they were there. */
function wrongPeople({ directory, log }: Simulator): unknown[] {
  const counts = ORDERS.map(
    ({ email }) => directory.people.filter(({ fields }) => fields.email === email).length,
  );
  return [...counts.filter((count) => count !== 1), ...log.filter(({ status }) => status === 422)];
}

describe('the journal of an upload', () => {
  it('security 6: is the owner’s alone, and says all of it when it is read again', async () => {
    const simulator = await simulatorHere();
    const { path } = await uploaded(simulator, ORDERS);
    const { head, orders, run } = worked(await readJournal(path));
    expect(head.rows).toBe(2);
    expect(orders).toEqual(ORDERS);
    expect(run).toMatchObject({ phase: 'finished', counts: { created: 2 } });
    if (process.platform !== 'win32') expect((await fs.stat(path)).mode & 0o777).toBe(0o600);
    expect(await fs.readdir(join(path, '..'))).toEqual(['June.journal']);
  });

  it('is refused and kept where a newer Rollcall has written it', async () => {
    const path = await newPath();
    const head = { ...headOf(0), version: JOURNAL_VERSION + 1, more: true };
    const text = recordLine({ number: 0, text: JSON.stringify({ kind: 'head', head }) });
    await fs.writeFile(path, text);
    expect(await UploadJournal.open(path)).toMatchObject({ failure: { code: 'record.newer' } });
    expect(await fs.readFile(path, 'utf8')).toBe(text);
  });

  it('of version 1, with a sentence in the place of a failure, is read and gone on with', async () => {
    const simulator = await simulatorHere();
    const path = await newPath();
    const head = headOf(2, { version: 1, host: new URL(simulator.url).host, key: keyFingerprint(KEY) });
    const words = 'acme.api.stellaconnect.net has failed (500).';
    const entries = [
      { kind: 'head', head },
      ...ORDERS.map((order) => ({ kind: 'order', order })),
      { kind: 'ready' },
      { kind: 'sending', place: 0, attempt: 1, request: 'create' },
      { kind: 'outcome', place: 0, outcome: 'unknown', reason: 'notSettled', words },
    ];
    const lines = entries.map((entry, number) => recordLine({ number, text: JSON.stringify(entry) }));
    await fs.writeFile(path, lines.join(''));
    const { run } = worked(await readJournal(path));
    expect(toldRow(run.rowAt(0))).toEqual({ state: 'unknown', reason: 'notSettled', words });
    const ended = await endOf(await resumeHere(simulator, path));
    expect(ended).toMatchObject({ how: 'finished', counts: { created: 2 } });
    expect(wrongPeople(simulator)).toEqual([]);
  });

  it('is nothing to go on with before all orders are in it', async () => {
    const path = await newPath();
    const journal = worked(await UploadJournal.begin(path, headOf(2)));
    worked(await journal.addOrders([createOrder(0)]));
    await journal.close();
    expect(await UploadJournal.open(path)).toMatchObject({ failure: { code: 'upload.notBegun' } });
    await fs.writeFile(path, '');
    expect(await UploadJournal.open(path)).toMatchObject({
      failure: { code: 'record.damaged', facts: { line: 1 } },
    });
  });

  it('takes no other journal’s place, and needs a folder', async () => {
    const path = await newPath();
    await fs.writeFile(path, 'something else');
    expect((await UploadJournal.begin(path, headOf(0))).ok).toBe(false);
    expect(await fs.readFile(path, 'utf8')).toBe('something else');
    const nowhere = await UploadJournal.begin(join(path, '..', 'nowhere', 'June.journal'), headOf(0));
    expect(nowhere).toMatchObject({ failure: { code: 'write.noFolder' } });
  });

  it('that makes no sense is refused with its line, and nothing is sent', async () => {
    const simulator = await simulatorHere();
    const { path } = await uploaded(simulator, ORDERS);
    const lines = (await fs.readFile(path, 'utf8')).split(/(?<=\n)/);
    const wrong = recordLine({ number: 4, text: '{"kind":"refused","place":0}' });
    await fs.writeFile(path, [...lines.slice(0, 4), wrong].join(''));
    expect(await UploadJournal.open(path)).toMatchObject({
      failure: { code: 'record.damaged', facts: { line: 5 } },
    });
  });
});

describe('security 22, 23: a journal that is damaged', () => {
  it('is gone on with from wherever it was cut, and nobody is made twice', async () => {
    const simulator = await simulatorHere();
    const { path } = await uploaded(simulator, ORDERS);
    const bytes = await fs.readFile(path);
    const ends = [...bytes.keys()].filter((at) => bytes[at] === 0x0a);
    for (const cut of ends.flatMap((end) => [end - 30, end, end + 1])) {
      await fs.writeFile(path, bytes.subarray(0, cut));
      if (cut <= (ends[3] ?? 0)) {
        expect((await UploadJournal.open(path)).ok).toBe(false);
        continue;
      }
      const ended = await endOf(await resumeHere(simulator, path));
      expect(ended.how).toBe('finished');
      expect(ended.counts.created + ended.counts.skipped).toBe(2);
      expect(wrongPeople(simulator)).toEqual([]);
    }
  });

  it('by a flipped bit is refused, or gone on with from before it, and nobody is made twice', async () => {
    const simulator = await simulatorHere();
    const { path } = await uploaded(simulator, ORDERS);
    const bytes = await fs.readFile(path);
    let refused = 0;
    for (let at = 5; at < bytes.length; at += 41) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      await fs.writeFile(path, flipped);
      const opened = await UploadJournal.open(path);
      if (opened.ok) {
        await opened.value.close();
        expect((await endOf(await resumeHere(simulator, path))).how).toBe('finished');
      } else refused += 1;
      expect(wrongPeople(simulator)).toEqual([]);
    }
    expect(refused).toBeGreaterThan(10);
  });
});

describe('a disk that is full', () => {
  it.each(['write', 'datasync'] as const)(
    'security 22: whenever it is (%s): nothing is sent that is not written down, and all goes on when there is room',
    async (call) => {
      for (let nth = 1, isOver = false; !isOver; nth += 1) {
        const simulator = await simulatorHere();
        const path = await newPath();
        const why = await uploadOnto(path, simulator, (...given) => fullFrom(call, nth, ...given));
        isOver = why === null;
        const read = await readJournal(path);
        const sent = arrived(simulator);
        if (!read.ok) {
          expect(sent).toBe(0);
          continue;
        }
        const noted = (await fs.readFile(path, 'utf8')).match(/"kind":"sending"/g) ?? [];
        expect(noted.length).toBeGreaterThanOrEqual(sent);
        expect(why ?? 'record.notWritten').toBe('record.notWritten');
        const ended = await endOf(await resumeHere(simulator, path));
        expect(ended).toMatchObject({ how: 'finished', counts: { created: 2 } });
        expect(wrongPeople(simulator)).toEqual([]);
      }
    },
  );
});

/** Uploads onto a disk that may fail; the code of the failure, or null where all went well. */
async function uploadOnto(path: string, simulator: Simulator, open: OpenLogFile): Promise<string | null> {
  const connection = jumpingConnection(simulator.url);
  const head = headOf(ORDERS.length, { host: connection.address.host, key: keyFingerprint(KEY) });
  const begun = await UploadJournal.begin(path, head, open);
  if (!begun.ok) return begun.failure.code;
  const journal = begun.value;
  const added = await journal.addOrders(ORDERS);
  if (!added.ok) {
    await journal.close();
    return added.failure.code;
  }
  const pace = { rate: 1e9, concurrency: 2 };
  const push = await startPush({
    connection,
    journal,
    passwords: new Map(),
    pace,
    settle: 0,
    isUnattended: true,
  });
  if (!push.ok) return push.failure.code;
  const { why } = await push.value.done;
  return why?.code ?? null;
}

/** A file that takes nothing any more from the nth call on. */
async function fullFrom(
  call: 'write' | 'datasync',
  nth: number,
  ...given: Parameters<OpenLogFile>
): Promise<LogFile> {
  const file = await fs.open(...given);
  let calls = 0;
  const real = file[call].bind(file) as (...args: unknown[]) => Promise<unknown>;
  const failing = (...args: unknown[]): Promise<unknown> => {
    calls += 1;
    return calls >= nth
      ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
      : real(...args);
  };
  Object.defineProperty(file, call, { value: failing });
  return file;
}
