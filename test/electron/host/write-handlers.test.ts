import { mkdir, readdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type TestHost, testHost } from './test-host.ts';

async function target(test: TestHost, name: string): Promise<string> {
  const folder = (await test.get('folder.list', { folder: null, what: 'roster' })).folder.handle;
  return (await test.get('folder.target', { folder, name })).file.handle;
}

async function begin(test: TestHost, file: string, overwrite = false): Promise<string> {
  return (await test.get('write.begin', { file, format: 'unicode-text', overwrite, inPlace: false })).write;
}

const roster = 'Role\tFirst Name\r\nTeam Member\tAna\r\n';

it('writes what was sent in slices, nothing before the end, and remembers the file', async () => {
  const test = await testHost();
  const file = await target(test, 'a.txt');
  const write = await begin(test, file);
  await test.get('write.append', { write, text: roster.slice(0, 9) });
  await test.get('write.append', { write, text: roster.slice(9) });
  expect((await readdir(test.folder)).filter((name) => !name.startsWith('.'))).toEqual([]);
  const finished = await test.get('write.finish', { write });
  expect(finished).toMatchObject({ file: { handle: file, name: 'a.txt' }, bytes: 2 + 2 * roster.length });
  expect(await readFile(join(test.folder, 'a.txt'), 'utf16le')).toBe(`\uFEFF${roster}`);
  expect((await test.get('recent.list', {})).files).toMatchObject([{ name: 'a.txt' }]);
});

it('saves again and again, but not over someone else’s changes unless told', async () => {
  const test = await testHost();
  const path = join(test.folder, 'a.txt');
  const file = await target(test, 'a.txt');
  for (const overwrite of [false, false]) {
    const write = await begin(test, file, overwrite);
    await test.get('write.append', { write, text: roster });
    await test.get('write.finish', { write });
  }
  await writeFile(path, 'theirs, and longer than before');
  const refused = await begin(test, file);
  await test.get('write.append', { write: refused, text: roster });
  expect(await test.ask('write.finish', { write: refused })).toMatchObject({
    failure: { code: 'write.changedOnDisk' },
  });
  expect(await readFile(path, 'utf8')).toBe('theirs, and longer than before');
  const told = await begin(test, file, true);
  await test.get('write.append', { write: told, text: roster });
  await test.get('write.finish', { write: told });
  expect(await readFile(path, 'utf16le')).toBe(`\uFEFF${roster}`);
});

it('joins the halves of a character that two slices share', async () => {
  const test = await testHost();
  const file = await target(test, 'a.csv');
  const { write } = await test.get('write.begin', {
    file,
    format: 'utf8-csv',
    overwrite: false,
    inPlace: false,
  });
  const text = 'First Name\r\n😀\r\n';
  for (const half of [text.slice(0, 13), text.slice(13)])
    await test.get('write.append', { write, text: half });
  await test.get('write.finish', { write });
  expect(await readFile(join(test.folder, 'a.csv'), 'utf8')).toBe(`\uFEFF${text}`);
});

it('one save of a file at a time: a new one takes the place of one that was left', async () => {
  const test = await testHost();
  const file = await target(test, 'a.txt');
  const left = await begin(test, file);
  const write = await begin(test, file);
  expect(await test.ask('write.append', { write: left, text: 'x' })).toMatchObject({
    failure: { code: 'call.ended' },
  });
  await test.get('write.append', { write, text: roster });
  const finishing = test.ask('write.finish', { write });
  const meanwhile = await test.ask('write.begin', {
    file,
    format: 'unicode-text',
    overwrite: false,
    inPlace: false,
  });
  expect(meanwhile).toMatchObject({ failure: { code: 'write.failed' } });
  expect(await test.ask('write.finish', { write })).toMatchObject({ failure: { code: 'call.refused' } });
  expect(await finishing).toMatchObject({ ok: true });
  await begin(test, file);
});

it('writes nothing of a save that was cancelled', async () => {
  const test = await testHost();
  const file = await target(test, 'a.txt');
  const write = await begin(test, file);
  await test.get('write.append', { write, text: roster });
  await test.get('write.cancel', { write });
  expect(await test.ask('write.finish', { write })).toMatchObject({ failure: { code: 'call.ended' } });
  expect(await readdir(test.folder)).not.toContain('a.txt');
});

it('ends a save that is cancelled while it is written, and knows of none that is held', async () => {
  const test = await testHost();
  const file = await target(test, 'a.txt');
  const write = await begin(test, file);
  await test.get('write.append', { write, text: roster });
  expect(await test.get('write.state', { write })).toEqual({ held: false });
  const finishing = test.ask('write.finish', { write });
  expect(await test.ask('write.append', { write, text: 'x' })).toMatchObject({
    failure: { code: 'call.refused' },
  });
  await test.get('write.cancel', { write });
  expect(await finishing).toMatchObject({ failure: { code: 'cancelled' } });
  expect(await readdir(test.folder)).not.toContain('a.txt');
  expect(await test.get('write.state', { write })).toEqual({ held: false });
  expect(await test.ask('write.cancel', { write: 'A'.repeat(24) })).toMatchObject({ ok: true });
  expect(
    await test.ask('write.begin', { file: 'A'.repeat(24), format: 'xlsx', overwrite: true, inPlace: false }),
  ).toMatchObject({
    failure: { code: 'call.stale' },
  });
});

it('answers the writer’s failure, after which the next save works', async () => {
  const test = await testHost();
  const file = await target(test, 'a.txt');
  const path = join(test.folder, 'a.txt');
  await mkdir(path);
  const write = await begin(test, file, true);
  await test.get('write.append', { write, text: roster });
  expect(await test.ask('write.finish', { write })).toMatchObject({ ok: false });
  await rmdir(path);
  const next = await begin(test, file);
  await test.get('write.append', { write: next, text: roster });
  await test.get('write.finish', { write: next });
});
