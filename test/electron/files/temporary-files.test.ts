import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { clearLeftovers, temporaryName } from '../../../electron/files/temporary-files.ts';
import { writeRoster } from '../../../electron/files/write-roster.ts';
import { temporaryFolder } from '../ipc/temporary.ts';
import { otherProcess } from './other-process.ts';

/** What another process calls what it writes. */
const nameOf = (pid: number): string => temporaryName().replace(`-${process.pid}-`, `-${pid}-`);

it('security 2: what a process was writing when it was killed is removed, and nothing else', async () => {
  const folder = await temporaryFolder();
  const { pid, kill } = await otherProcess();
  const elsewhere = nameOf(pid).replace(/rollcall\.[0-9a-f]{8}/, 'rollcall.00000000');
  const others = ['June.txt', '.rollcall.tmp', elsewhere, temporaryName()];
  for (const name of [...others, nameOf(pid)]) await writeFile(join(folder, name), 'people');
  await clearLeftovers(folder);
  expect(await readdir(folder)).toHaveLength(others.length + 1);
  await kill();
  await clearLeftovers(folder);
  expect((await readdir(folder)).sort()).toEqual(others.sort());
  await clearLeftovers(join(folder, 'gone'));
});

it('security 2: the next save in its folder removes it', async () => {
  const folder = await temporaryFolder();
  const { pid, kill } = await otherProcess();
  await kill();
  await writeFile(join(folder, nameOf(pid)), 'people');
  await writeRoster(join(folder, 'July.txt'), 'unicode-text', 'new', { overwrite: true });
  expect(await readdir(folder)).toEqual(['July.txt']);
});
