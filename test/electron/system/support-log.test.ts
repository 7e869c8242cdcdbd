import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSupportLog } from '../../../electron/system/support-log.ts';
import { temporaryFolder } from '../host/temporary.ts';

const failure = { kind: 'failure', place: 'file.open', code: 'file.empty' } as const;

describe('the log', () => {
  it('security 6: is its owner’s alone, and there only when something was written', async () => {
    const folder = await temporaryFolder();
    const log = createSupportLog(folder);
    expect(await log.tail(10)).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
    log.write(failure);
    expect(await log.tail(10)).toEqual([expect.stringMatching(/ failure file\.open file\.empty$/)]);
    if (process.platform === 'win32') return;
    expect((await stat(join(folder, 'logs'))).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, 'logs/rollcall.log'))).mode & 0o777).toBe(0o600);
  });

  it('puts a full file aside and keeps two', async () => {
    const folder = await temporaryFolder();
    const log = createSupportLog(folder);
    for (let count = 0; count < 9000; count += 1) log.write(failure);
    log.write({ kind: 'end' });
    expect((await log.tail(3)).at(-1)).toMatch(/ end$/);
    expect((await readdir(join(folder, 'logs'))).sort()).toEqual(['rollcall.log', 'rollcall.old.log']);
    for (const name of ['rollcall.log', 'rollcall.old.log'])
      expect((await stat(join(folder, 'logs', name))).size).toBeLessThanOrEqual(256 * 1024);
    // Across both files, the oldest first.
    expect(await log.tail(100_000)).toHaveLength(9001);
  });

  it('goes on after an earlier start, and ends with the line that it was closed by', async () => {
    const folder = await temporaryFolder();
    const before = createSupportLog(folder);
    before.write({ kind: 'end' });
    await before.close();
    before.write(failure);
    const log = createSupportLog(folder);
    log.write(failure);
    expect((await log.tail(10)).map((line) => line.split(' ')[1])).toEqual(['end', 'failure']);
  });

  it('fails nobody where it cannot be written', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'logs'), 'in its place');
    const log = createSupportLog(folder);
    log.write(failure);
    expect(await log.tail(10)).toEqual([]);
    await log.close();
    expect(await readFile(join(folder, 'logs'), 'utf8')).toBe('in its place');
  });
});
