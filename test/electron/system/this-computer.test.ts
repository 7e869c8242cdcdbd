import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { isRunning, thisComputer } from '../../../electron/system/this-computer.ts';
import { otherProcess } from '../files/other-process.ts';
import { temporaryFolder } from '../host/temporary.ts';

const computer = vi.hoisted(() => ({ name: 'ANNA-LAPTOP' }));
vi.mock('node:os', async (original) => ({
  ...(await original<typeof import('node:os')>()),
  hostname: () => computer.name,
}));

let folder = '';

beforeEach(async () => {
  folder = await temporaryFolder();
  computer.name = 'ANNA-LAPTOP';
});

it('keeps its id when its name changes, drawn once and in a file for its owner alone', async () => {
  const data = join(folder, 'data');
  const { id, name } = thisComputer([], data);
  expect([id, name]).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/), 'ANNA-LAPTOP']);
  computer.name = 'dhcp-10-1-2-3';
  expect(thisComputer([], data)).toEqual({ id, name: 'dhcp-10-1-2-3' });
  if (process.platform !== 'win32') expect((await stat(join(data, 'computer-id'))).mode & 0o777).toBe(0o600);
  expect(thisComputer([], join(folder, 'of-another')).id).not.toBe(id);
});

it('goes by the system’s id where there is one, without giving it away', async () => {
  const system = join(folder, 'machine-id');
  await writeFile(system, `${'0123456789abcdef'.repeat(2)}\n`);
  const { id } = thisComputer([join(folder, 'none'), system], folder);
  expect(thisComputer([system], join(folder, 'elsewhere')).id).toBe(id);
  expect('0123456789abcdef'.repeat(2)).not.toContain(id);
  await expect(stat(join(folder, 'computer-id'))).rejects.toThrow('ENOENT');
});

it.each(['', 'uninitialized\n', 'x'.repeat(32)])('takes no unfinished id for one: %s', async (text) => {
  const system = join(folder, 'machine-id');
  await writeFile(system, text);
  const { id } = thisComputer([system], folder);
  expect(await readFile(join(folder, 'computer-id'), 'utf8')).toBe(id);
});

it('draws another where what was kept was cut off, and has one where nothing can be kept', async () => {
  await writeFile(join(folder, 'computer-id'), 'abc');
  const { id } = thisComputer([], folder);
  expect(thisComputer([], folder).id).toBe(id);
  await mkdir(join(folder, 'data/computer-id'), { recursive: true });
  expect(thisComputer([], join(folder, 'data')).id).toMatch(/^[0-9a-f]{16}$/);
  expect(thisComputer([], join(folder, 'data'))).toEqual(thisComputer([], join(folder, 'data')));
});

it('knows which processes run', async () => {
  const { pid, kill } = await otherProcess();
  expect([isRunning(pid), isRunning(process.pid)]).toEqual([true, true]);
  await kill();
  expect(isRunning(pid)).toBe(false);
});
