import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freePath } from '../../../electron/files/file-version.ts';

it('names a file beside the exported one, and never one that is there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-'));
  const path = join(folder, 'spring.hires.csv');
  const first = join(folder, 'spring.hires – left out.txt');
  expect(await freePath(path, 'left out', '.txt')).toBe(first);
  await writeFile(first, '');
  expect(await freePath(path, 'left out', '.txt')).toBe(join(folder, 'spring.hires – left out 2.txt'));
});
