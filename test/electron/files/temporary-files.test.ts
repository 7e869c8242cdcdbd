import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { clearLeftovers, clearLeftoversIn, temporaryName } from '../../../electron/files/temporary-files.ts';
import { writeRoster } from '../../../electron/files/write-roster.ts';
import { temporaryFolder } from '../host/temporary.ts';
import { otherProcess } from './other-process.ts';

const asked = vi.hoisted((): string[] => []);
vi.mock('node:fs/promises', async (original) => {
  const fs = await original<typeof import('node:fs/promises')>();
  const readdir = (path: string) => {
    asked.push(path);
    return path.startsWith('/unreachable') ? new Promise(() => undefined) : fs.readdir(path);
  };
  return { ...fs, readdir };
});

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

it('security 2: what nobody has written to for a day is removed, whichever computer and process it is of', async () => {
  const folder = await temporaryFolder();
  const elsewhere = nameOf(1).replace(/rollcall\.[0-9a-f]{8}/, 'rollcall.00000000');
  for (const name of [elsewhere, temporaryName(), 'June.txt']) await writeFile(join(folder, name), 'people');
  const hoursAgo = (hours: number) => Date.now() / 1000 - hours * 3600;
  for (const name of await readdir(folder)) await utimes(join(folder, name), 0, hoursAgo(23));
  await clearLeftovers(folder);
  expect(await readdir(folder)).toHaveLength(3);
  for (const name of await readdir(folder)) await utimes(join(folder, name), 0, hoursAgo(25));
  await clearLeftovers(folder);
  expect(await readdir(folder)).toEqual(['June.txt']);
});

it('goes through folders one after the other, and no further than the first that does not answer', async () => {
  const [one, other] = [await temporaryFolder(), await temporaryFolder()];
  const { pid, kill } = await otherProcess();
  await kill();
  for (const folder of [one, other]) await writeFile(join(folder, nameOf(pid)), 'people');
  asked.length = 0;
  await clearLeftoversIn([one, '/unreachable/share', '/unreachable/too', other], 200);
  expect(asked).toEqual([one, '/unreachable/share']);
  expect(await readdir(one)).toEqual([]);
  expect(await readdir(other)).toHaveLength(1);
});

it('security 2: the next save in its folder removes it', async () => {
  const folder = await temporaryFolder();
  const { pid, kill } = await otherProcess();
  await kill();
  await writeFile(join(folder, nameOf(pid)), 'people');
  await writeRoster(join(folder, 'July.txt'), 'unicode-text', 'new', { overwrite: true });
  expect(await readdir(folder)).toEqual(['July.txt']);
});
