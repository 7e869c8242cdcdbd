import * as fs from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockFile } from '../../../../electron/files/record-log/lock-file.ts';
import { processStart } from '../../../../electron/files/record-log/process-start.ts';
import { READ_LATER } from '../../../../shared/failure-entry.ts';
import { failureSentence } from '../../../../shared/failures.ts';
import { temporaryFolder } from '../../ipc/temporary.ts';
import { otherProcess } from '../other-process.ts';

async function newPath(): Promise<string> {
  return join(await temporaryFolder(), 'June.journal');
}

async function claimOf(path: string, holder: object): Promise<string> {
  const file = `${path}.lock-${'process' in holder ? String(holder.process) : '1'}-00000000`;
  await fs.writeFile(file, JSON.stringify(holder));
  return file;
}

const beside = async (path: string) =>
  (await fs.readdir(dirname(path))).filter((name) => name !== basename(path));

describe('a claim to a file', () => {
  it('security 5: keeps everybody else away until it is let go, the same process too', async () => {
    const path = await newPath();
    const lock = await lockFile(path);
    if (!lock.ok) throw new Error('not claimed');
    const second = await lockFile(path);
    expect(second).toMatchObject({ failure: { code: 'record.held', facts: { process: process.pid } } });
    await lock.value.release();
    expect(await beside(path)).toEqual([]);
    expect(await lockFile(path)).toMatchObject({ ok: true });
  });

  it('is given to one of many who want it at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const path = await newPath();
      const locks = await Promise.all(Array.from({ length: 4 }, () => lockFile(path)));
      expect(locks.filter(({ ok }) => ok).length).toBeLessThanOrEqual(1);
    }
  });

  it('security 5: stands while the process that made it does, and not a moment longer', async () => {
    const path = await newPath();
    const { pid, kill } = await otherProcess();
    await claimOf(path, { process: pid, start: await processStart(pid), computer: hostname() });
    const refused = await lockFile(path);
    expect(refused).toMatchObject({ failure: { code: 'record.held', facts: { process: pid } } });
    if (!refused.ok) expect(failureSentence(refused.failure, READ_LATER)).toContain(`process ${pid}`);
    await kill();
    expect(await lockFile(path)).toMatchObject({ ok: true });
    expect(await beside(path)).toHaveLength(1);
  });

  it('security 5: is broken where another process has the number by now', async () => {
    const path = await newPath();
    await claimOf(path, { process: process.ppid, start: 'long ago', computer: hostname() });
    expect(await lockFile(path)).toMatchObject({ ok: true });
  });

  it('is believed of another computer, which may share the folder, and says what to delete', async () => {
    const path = await newPath();
    const file = await claimOf(path, { process: 1, start: '', computer: 'another' });
    const refused = await lockFile(path);
    expect(refused).toMatchObject({ failure: { code: 'record.heldElsewhere' } });
    if (!refused.ok) expect(failureSentence(refused.failure, READ_LATER)).toContain(basename(file));
  });

  it('is broken where it was cut off long ago, and believed while it may still be written', async () => {
    const path = await newPath();
    const file = `${path}.lock-1-00000000`;
    await fs.writeFile(file, '{"pro');
    expect(await lockFile(path)).toMatchObject({ failure: { code: 'record.held' } });
    await fs.utimes(file, 1, 1);
    expect(await lockFile(path)).toMatchObject({ ok: true });
  });
});

describe('the start of a process', () => {
  it('tells processes apart, and those that are gone', async () => {
    const { pid, kill } = await otherProcess();
    const start = await processStart(pid);
    expect(start).toBeTruthy();
    expect(await processStart(pid)).toBe(start);
    expect(await processStart(process.pid)).not.toBe(start);
    await kill();
    expect(await processStart(pid)).toBeNull();
  });
});
