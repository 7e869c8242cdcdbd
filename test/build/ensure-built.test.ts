import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { isStale } from '../../build/ensure-built.mjs';

const outputs = [
  'main/main.js',
  'main/rollcall.js',
  'main/web-host.js',
  'preload/preload.cjs',
  'renderer/index.html',
];

async function checkout() {
  const root = await mkdtemp(join(tmpdir(), 'rollcall-test-'));
  onTestFinished(() => rm(root, { recursive: true }));
  const put = async (path: string, second: number): Promise<void> => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), '');
    await touch(path, second);
    await touch(dirname(path), 100);
  };
  const touch = (path: string, second: number) => utimes(join(root, path), second, second);
  await put('shared/rules/check.ts', 100);
  await touch('shared', 100);
  for (const name of outputs) await put(`out/${name}`, 200);
  return { root, put, touch };
}

it('a build newer than its sources is fresh', async () => {
  const { root } = await checkout();
  expect(isStale(root)).toBe(false);
});

it.each(outputs)('a build without %s is stale', async (name) => {
  const { root } = await checkout();
  await rm(join(root, 'out', name));
  expect(isStale(root)).toBe(true);
});

it('a build older than a source, however deep, is stale', async () => {
  const { root, put } = await checkout();
  await put('renderer/grid/deep/cell.tsx', 300);
  expect(isStale(root)).toBe(true);
});

it('a build older than a source’s going is stale', async () => {
  const { root, touch } = await checkout();
  await rm(join(root, 'shared/rules/check.ts'));
  await touch('shared/rules', 300);
  expect(isStale(root)).toBe(true);
});
