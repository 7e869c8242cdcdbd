import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  readRecordLine,
  readRecords,
  recordLine,
  type TakeRecord,
} from '../../../../electron/files/record-log/read-records.ts';
import {
  type LogFile,
  type OpenLogFile,
  RecordLog,
} from '../../../../electron/files/record-log/record-log.ts';
import { READ_LATER } from '../../../../shared/failures/entry.ts';
import { failureSentence } from '../../../../shared/failures/failures.ts';
import type { Result } from '../../../../shared/failures/result.ts';
import { sample } from '../../../tier.ts';
import { temporaryFolder } from '../../host/temporary.ts';
import { failingAt } from './failing-log-file.ts';

const checksum = vi.hoisted((): { bug: string | null } => ({ bug: null }));
vi.mock('node:zlib', async (original) => {
  const zlib = await original<typeof import('node:zlib')>();
  const crc32: typeof zlib.crc32 = (...given) => {
    if (checksum.bug !== null) throw new TypeError(checksum.bug);
    return zlib.crc32(...given);
  };
  return { ...zlib, crc32 };
});

const TEXTS = [
  '{"kind":"first"}',
  '{"who":"Zoë\\n\\ud800"}',
  '{"n":3}',
  '{"n":4,"long":"' + 'é'.repeat(99) + '"}',
];

function worked<Value, Failure>(result: Result<Value, Failure>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

async function newPath(): Promise<string> {
  return join(await temporaryFolder(), 'June.journal');
}

async function written(path: string, texts = TEXTS, open?: OpenLogFile): Promise<void> {
  const log = worked(await RecordLog.create(path, open));
  for (const text of texts) worked(await log.add([text], true));
  await log.close();
}

async function read(path: string, verdict: TakeRecord = () => 'continue') {
  const texts: string[] = [];
  const length = await readRecords(path, (bytes) => {
    const said = verdict(bytes);
    if (said !== 'damaged') texts.push(bytes.toString());
    return said;
  });
  return { texts, length };
}

describe('a log of records', () => {
  it('security 6: reads back what was added, one a line, in a file of the owner’s alone', async () => {
    const path = await newPath();
    await written(path);
    const { texts, length } = await read(path);
    const { size, mode } = await fs.stat(path);
    expect(texts).toEqual(TEXTS);
    expect(length).toEqual({ ok: true, value: { records: TEXTS.length, bytes: size, torn: 0 } });
    expect((await fs.readFile(path, 'utf8')).trimEnd().split('\n')).toHaveLength(TEXTS.length);
    if (process.platform !== 'win32') expect(mode & 0o777).toBe(0o600);
  });

  it('takes nothing away from a file that is there', async () => {
    const path = await newPath();
    await written(path);
    expect(await RecordLog.create(path)).toMatchObject({ ok: false });
    expect((await read(path)).texts).toEqual(TEXTS);
  });

  it('shares one flush among those who add at once, and keeps their order', async () => {
    const path = await newPath();
    let flushes = 0;
    const log = worked(
      await RecordLog.create(path, (name, flags, mode) =>
        countingFlushes(name, flags, mode, () => (flushes += 1)),
      ),
    );
    const texts = Array.from({ length: 50 }, (_, index) => `{"n":${index}}`);
    await Promise.all(texts.map((text, index) => log.add([text], index % 2 === 0)));
    await log.add(['{"n":"alone"}'], false);
    await log.close();
    expect(flushes).toBe(1);
    expect((await read(path)).texts).toEqual([...texts, '{"n":"alone"}']);
  });

  it('writes notes with the next record, a moment later where none comes, or when it is closed', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const writes: string[] = [];
    const open: OpenLogFile = async (...args) => {
      const file = await fs.open(...args);
      const write = async (bytes: Buffer, from: number, length: number, place: number) => {
        writes.push(bytes.toString());
        return file.write(bytes, from, length, place);
      };
      const counting: LogFile = {
        write: write as LogFile['write'],
        datasync: file.datasync.bind(file),
        truncate: file.truncate.bind(file),
        close: file.close.bind(file),
      };
      return counting;
    };
    const path = await newPath();
    const log = worked(await RecordLog.create(path, open));
    const durable = log.add(['"first"'], true);
    await Promise.resolve();
    log.note('"noted while it is written"');
    worked(await durable);
    expect(writes).toHaveLength(1);
    worked(await log.add(['"next"'], true));
    expect(writes).toHaveLength(2);
    log.note('"noted alone"');
    vi.advanceTimersByTime(25);
    worked(await log.add([], true));
    expect(writes.filter((lines) => lines !== '')).toHaveLength(3);
    log.note('"noted last"');
    await log.close();
    expect((await read(path)).texts).toEqual([
      '"first"',
      '"noted while it is written"',
      '"next"',
      '"noted alone"',
      '"noted last"',
    ]);
  });

  it('security 3: opens cut at any byte, up to the last whole record, and goes on from there', async () => {
    const path = await newPath();
    await written(path);
    const bytes = await fs.readFile(path);
    const ends = [...bytes.keys()].filter((at) => bytes[at] === 0x0a).map((at) => at + 1);
    for (const cut of new Set([...ends, ...sample([...bytes.keys()]), bytes.length])) {
      await fs.writeFile(path, bytes.subarray(0, cut));
      const whole = ends.filter((end) => end <= cut).length;
      const { texts, length } = await read(path);
      expect(texts).toEqual(TEXTS.slice(0, whole));
      const log = worked(await RecordLog.open(path, worked(length)));
      worked(await log.add(['{"after":true}'], true));
      await log.close();
      expect((await read(path)).texts).toEqual([...TEXTS.slice(0, whole), '{"after":true}']);
    }
  });

  it('security 3: tells any flipped bit: named by its line, or cut off at the end, never read as something else', async () => {
    const path = await newPath();
    await written(path);
    const bytes = await fs.readFile(path);
    for (const bit of sample([...Array(bytes.length * 8).keys()])) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      await fs.writeFile(path, flipped);
      const { texts, length } = await read(path);
      const line = bytes.subarray(0, bit >> 3).filter((byte) => byte === 0x0a).length + 1;
      expect(texts).toEqual(TEXTS.slice(0, line - 1));
      // A line break that is lost takes the line after it along.
      const isEnd = line === TEXTS.length || (line === TEXTS.length - 1 && bytes[bit >> 3] === 0x0a);
      if (isEnd) expect(length).toMatchObject({ ok: true, value: { records: line - 1 } });
      else expect(length).toMatchObject({ ok: false, failure: { code: 'record.damaged', facts: { line } } });
    }
  });

  it('security 3: names the line of a record that is missing, repeated, out of turn, or makes no sense', async () => {
    const path = await newPath();
    await written(path);
    const lines = (await fs.readFile(path, 'utf8')).split(/(?<=\n)/);
    const [first = '', second = '', third = '', fourth = ''] = lines;
    for (const [wrong, line] of [
      [[first, third, fourth], 2],
      [[first, first, second], 2],
      [[second, first], 1],
      [[first, 'no record\n', second], 2],
    ] as const) {
      await fs.writeFile(path, wrong.join(''));
      expect((await read(path)).length).toMatchObject({
        failure: { code: 'record.damaged', facts: { line } },
      });
    }
    await fs.rm(path);
    await written(path);
    const { length } = await read(path, (bytes) => (bytes.toString() === TEXTS[1] ? 'damaged' : 'continue'));
    expect(length).toMatchObject({ failure: { code: 'record.damaged', facts: { line: 2 } } });
  });

  it('reads no further than it is told', async () => {
    const path = await newPath();
    await written(path);
    expect((await read(path, () => 'break')).texts).toEqual(TEXTS.slice(0, 1));
  });

  it('says so when the disk is full, adds nothing after that, and reads back what was whole', async () => {
    const ways = (['write', 'datasync'] as const).flatMap((call) =>
      (['rejects', 'throws'] as const).map((how) => ({ call, how })),
    );
    for (const { call, how } of ways)
      for (let nth = 1; nth <= 4; nth += 1) {
        const path = await newPath();
        const log = worked(await RecordLog.create(path, failingAt(call, nth, how)));
        const results = [];
        for (const text of TEXTS) results.push(await log.add([text], true));
        await log.close();
        expect(results.map(({ ok }) => ok)).toEqual(TEXTS.map((_, index) => index < nth - 1));
        const why = results[nth - 1];
        if (why?.ok === false)
          expect(failureSentence(why.failure, READ_LATER)).toMatch(
            /“June.journal” could not be written \(ENOSPC\)/,
          );
        // A flush that failed may have written all the same.
        const { texts } = await read(path);
        expect(texts).toEqual(TEXTS.slice(0, call === 'write' ? nth - 1 : nth));
      }
  });

  it('says so where a record cannot be made, to everybody who adds, and leaves no promise unanswered', async () => {
    const path = await newPath();
    const log = worked(await RecordLog.create(path));
    worked(await log.add(['{"n":1}'], true));
    checksum.bug = 'crc32 is not a function';
    const results = await Promise.all([log.add(['{"n":2}'], true), log.add(['{"n":3}'], false)]);
    checksum.bug = null;
    for (const result of [...results, await log.add(['{"n":4}'], true)])
      expect(result).toMatchObject({
        failure: { code: 'record.notWritten', facts: { reason: 'crc32 is not a function' } },
      });
    await log.close();
    expect((await read(path)).texts).toEqual(['{"n":1}']);
  });

  it('refuses what cannot be read, and an empty file has no records', async () => {
    const path = await newPath();
    expect((await read(path)).length).toMatchObject({ failure: { code: 'file.notFound' } });
    await fs.writeFile(path, '');
    expect((await read(path)).length).toEqual({ ok: true, value: { records: 0, bytes: 0, torn: 0 } });
  });
});

describe('the line of a record', () => {
  it('holds its checksum, its number and its text', () => {
    const line = recordLine({ number: 7, text: '{"a":1}' });
    expect(line).toMatch(/^[0-9a-f]{8} 7 \{"a":1\}\n$/);
    expect(readRecordLine(Buffer.from(line.trimEnd()))).toEqual({
      number: 7,
      bytes: Buffer.from('{"a":1}'),
    });
    expect(readRecordLine(Buffer.from(line.replace('7', '8').trimEnd()))).toBeNull();
  });
});

async function countingFlushes(
  ...[path, flags, mode, count]: [...Parameters<OpenLogFile>, () => void]
): Promise<LogFile> {
  const file = await fs.open(path, flags, mode);
  const datasync = file.datasync.bind(file);
  file.datasync = () => {
    count();
    return datasync();
  };
  return file;
}
