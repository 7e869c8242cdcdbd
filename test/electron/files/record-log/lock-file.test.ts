import * as fs from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  hasLocksOfOthers,
  isLocked,
  lockFile,
  releaseLocksIn,
} from '../../../../electron/files/record-log/lock-file.ts';
import { READ_LATER } from '../../../../shared/failures/entry.ts';
import { failureSentence } from '../../../../shared/failures/failures.ts';
import { temporaryFolder } from '../../host/temporary.ts';
import { lockingProcesses } from '../lock-in-others.ts';
import { otherProcess } from '../other-process.ts';

const computer = vi.hoisted(() => ({ name: 'ANNA-LAPTOP' }));
vi.mock('node:os', async (original) => ({
  ...(await original<typeof import('node:os')>()),
  hostname: () => computer.name,
}));

const start = lockingProcesses();
let path = '';

beforeEach(async () => {
  path = join(await temporaryFolder(), 'June.journal');
  computer.name = 'ANNA-LAPTOP';
});

const beside = () => fs.readdir(dirname(path));

async function locked(...given: Parameters<typeof lockFile>) {
  const lock = await lockFile(...given);
  if (!lock.ok) throw new Error(lock.failure.code);
  return lock.value;
}

describe('the lock of a file', () => {
  it('security 5: keeps everybody else away until it is released, the same process too', async () => {
    const lock = await locked(path);
    expect(await lockFile(path)).toMatchObject({ failure: { code: 'record.held' } });
    expect(await start().lock(path)).toBe('record.held');
    expect(await isLocked(path)).toBe(true);
    await lock.release();
    await lock.release();
    expect(await beside()).toEqual([]);
    expect(await isLocked(path)).toBe(false);
    await locked(path);
  });

  it('security 5: is given to exactly one of two processes that want it at once, in each of 50 rounds', async () => {
    const both = [start(), start()];
    for (let round = 0; round < 50; round += 1) {
      const file = `${path}-${round}`;
      const answers = await Promise.all(both.map((one) => one.lock(file)));
      expect(answers.sort()).toEqual(['locked', 'record.held']);
    }
  });

  it('security 5: passes from one process to the next, and is never anybody’s beside', async () => {
    const some = [start(), start(), start()];
    for (let round = 0; round < 20; round += 1) {
      const answers = await Promise.all(some.map((one) => one.lock(path)));
      expect(answers.filter((answer) => answer === 'locked')).toHaveLength(1);
      some[answers.indexOf('locked')]?.release();
    }
  });

  it('security 5: ends with its process, however that ends, and at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const other = start();
      expect(await other.lock(path)).toBe('locked');
      expect(await lockFile(path)).toMatchObject({ failure: { code: 'record.held' } });
      other.kill('SIGKILL');
      await other.ended;
      await (await locked(path)).release();
    }
  });

  it('security 5: is still held by a process that was suspended', async () => {
    const other = start();
    await other.lock(path);
    other.kill('SIGSTOP');
    // As long ago as a lock can be that has to be renewed.
    await fs.utimes(`${path}.lock`, 1, 1);
    expect(await lockFile(path)).toMatchObject({ failure: { code: 'record.held' } });
    other.kill('SIGKILL');
    await other.ended;
    await locked(path);
  });

  it('is not passed on to programs that the process starts', async () => {
    const lock = await locked(path);
    await otherProcess();
    await lock.release();
    await locked(path);
  });

  it('security 5: goes by the computer and not by its name, which changes with the network', async () => {
    const other = start();
    await other.lock(path);
    computer.name = 'dhcp-10-1-2-3';
    expect(await lockFile(path)).toMatchObject({ failure: { code: 'record.held' } });
    other.kill('SIGKILL');
    await other.ended;
    await locked(path);
  });

  it('is told of by folder, but for those of this process', async () => {
    await locked(path);
    expect(await hasLocksOfOthers(dirname(path))).toBe(false);
    const other = start();
    await other.lock(`${path}-2`);
    expect(await hasLocksOfOthers(dirname(path))).toBe(true);
    other.kill('SIGKILL');
    await other.ended;
    expect(await hasLocksOfOthers(dirname(path))).toBe(false);
    expect(await hasLocksOfOthers(join(path, 'gone'))).toBe(false);
  });

  it('is given up by folder, and only there', async () => {
    const elsewhere = join(await temporaryFolder(), 'July.journal');
    await locked(elsewhere);
    const lock = await locked(path);
    await releaseLocksIn(dirname(path));
    expect(await beside()).toEqual([]);
    const next = await locked(path);
    await lock.release();
    expect([await isLocked(path), await isLocked(elsewhere)]).toEqual([true, true]);
    await next.release();
  });

  it('is no lock where the folder is gone', async () => {
    expect(await lockFile(join(path, 'in-a-file'))).toMatchObject({ failure: { code: 'write.noFolder' } });
  });
});

describe('a lock that was left on another computer, which may share the folder', () => {
  beforeEach(() => fs.writeFile(`${path}.lock`, JSON.stringify({ id: '0'.repeat(16), name: 'BERT-PC' })));

  it('is named, and says what to do', async () => {
    const refused = await lockFile(path);
    expect(refused).toMatchObject({
      failure: { code: 'record.heldElsewhere', facts: { computer: 'BERT-PC' } },
    });
    const onCommandLine = { ...READ_LATER, program: 'commandLine' } as const;
    if (!refused.ok)
      expect(failureSentence(refused.failure, onCommandLine)).toContain(
        'delete “June.journal.lock” beside it',
      );
    // It is there for the next one who asks.
    expect(await lockFile(path)).toEqual(refused);
  });

  it('is taken over where that is wanted, and then is this computer’s', async () => {
    const lock = await locked(path, { takeOver: true });
    expect(JSON.parse(await fs.readFile(`${path}.lock`, 'utf8'))).toMatchObject({ name: 'ANNA-LAPTOP' });
    await lock.release();
    expect(await beside()).toEqual([]);
  });

  it('is not taken over while a process has it', async () => {
    await fs.rm(`${path}.lock`);
    await start().lock(path);
    expect(await lockFile(path, { takeOver: true })).toMatchObject({ failure: { code: 'record.held' } });
  });

  it.each(['', '{"id":', 'null'])('is nobody’s where it was cut off: %s', async (text) => {
    await fs.writeFile(`${path}.lock`, text);
    await locked(path);
  });
});

describe('what Rollcall 0.1 kept beside a file', () => {
  const claim = (pid: number, name: string) =>
    fs.writeFile(
      `${path}.lock-${pid}-0a1b2c3d`,
      JSON.stringify({ process: pid, start: 'long ago', computer: name }),
    );

  it('security 5: is removed where its process is gone, or it was cut off', async () => {
    const { pid, kill } = await otherProcess();
    await kill();
    await claim(pid, 'ANNA-LAPTOP');
    await fs.writeFile(`${path}.lock-1-00000000`, '{"pro');
    await locked(path);
    expect(await beside()).toEqual(['June.journal.lock']);
  });

  it.each([
    ['whose number another process may have by now', 'ANNA-LAPTOP'],
    ['of another computer, or of this one under another name', 'anna.local'],
  ])('is named where it is that of a process %s, and taken over where that is wanted', async (_, name) => {
    await claim(process.ppid, name);
    const refused = await lockFile(path);
    expect(refused).toMatchObject({ failure: { code: 'record.heldElsewhere', facts: { computer: name } } });
    await locked(path, { takeOver: true });
    expect(await beside()).toEqual(['June.journal.lock']);
  });
});
