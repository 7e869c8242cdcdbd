import { rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CallName } from '../../../shared/contract/contract.ts';
import { TEXT_SLICE } from '../../../shared/text/plain-text.ts';
import { type TestHost, testHost } from './test-host.ts';

async function known(test: TestHost, name: string, text: string | Buffer): Promise<string> {
  await writeFile(join(test.folder, name), text);
  const found = await test.host.dropped(join(test.folder, name));
  if (!found.ok) throw new Error(found.failure.code);
  return found.value.handle;
}

async function readAll(test: TestHost, text: string): Promise<string[]> {
  const slices: string[] = [];
  for (let from: number | null = 0; from !== null;) {
    const read: { slice: string; next: number | null } = await test.get('text.read', { text, from });
    slices.push(read.slice);
    from = read.next;
  }
  return slices;
}

describe('opening', () => {
  it('reads a file, hands its text over and forgets it', async () => {
    const test = await testHost();
    const file = await known(test, 'a.txt', 'Role\tEmail\n');
    const opened = await test.get('file.open', { file, sheet: null, encoding: null });
    expect(opened).toMatchObject({ form: { kind: 'text', encoding: 'utf-8' }, length: 11 });
    expect(await readAll(test, opened.text)).toEqual(['Role\tEmail\n']);
    await test.get('text.close', { text: opened.text });
    expect(await test.ask('text.read', { text: opened.text, from: 0 })).toMatchObject({
      failure: { code: 'call.stale' },
    });
  });

  it('hands over slices that cut no character in two', async () => {
    const test = await testHost();
    const text = `${'x'.repeat(TEXT_SLICE - 1)}😀${'y'.repeat(TEXT_SLICE)}`;
    const file = await known(test, 'a.txt', text);
    const opened = await test.get('file.open', { file, sheet: null, encoding: null });
    const slices = await readAll(test, opened.text);
    expect(slices.map((slice) => slice.length)).toEqual([TEXT_SLICE - 1, TEXT_SLICE, 2]);
    expect(slices.join('') === text).toBe(true);
  });

  it('answers an end beyond the text, and a failure for a file that is gone or unknown', async () => {
    const test = await testHost();
    const file = await known(test, 'a.txt', 'Role');
    const { text } = await test.get('file.open', { file, sheet: null, encoding: null });
    expect(await test.get('text.read', { text, from: 99 })).toEqual({ slice: '', next: null });
    const nobody = 'A'.repeat(24);
    expect(await test.ask('file.open', { file: nobody, sheet: null, encoding: null })).toMatchObject({
      failure: { code: 'call.stale' },
    });
  });

  it('reads a text in the encoding that is chosen, and shows how each would read it', async () => {
    const test = await testHost();
    const handle = await known(test, 'a.csv', Buffer.from('Role,First Name\r\nAgent,Jos\xe9\r\n', 'latin1'));
    const greek = await test.get('file.open', { file: handle, sheet: null, encoding: 'windows-1253' });
    expect(greek.form).toMatchObject({ encoding: 'windows-1253', confidence: 'chosen' });
    expect((await readAll(test, greek.text)).join('')).toContain('Josι');
    const { readings } = await test.get('file.readings', { file: handle });
    const lineIn = (wanted: string) => readings.find(({ encoding }) => encoding === wanted);
    expect(lineIn('windows-1252')).toEqual({
      encoding: 'windows-1252',
      lines: ['Role,First Name', 'Agent,José'],
      whole: true,
    });
    expect(lineIn('cp850')?.lines[1]).toBe('Agent,JosÚ');
    expect(lineIn('utf-8')?.whole).toBe(false);
  });

  it('says that a recent file is gone when it is wanted, and lists it no more', async () => {
    const test = await testHost();
    const file = await known(test, 'a.txt', 'Role');
    await test.get('file.open', { file, sheet: null, encoding: null });
    await rm(join(test.folder, 'a.txt'));
    expect((await test.get('recent.list', {})).files).toHaveLength(1);
    expect(await test.ask('file.open', { file, sheet: null, encoding: null })).toMatchObject({
      failure: { code: 'file.notFound' },
    });
    expect((await test.get('recent.list', {})).files).toEqual([]);
  });

  it('puts the file first among the recent ones, which can be forgotten', async () => {
    const test = await testHost();
    const file = await known(test, 'a.txt', 'Role');
    await test.get('file.open', { file, sheet: null, encoding: null });
    expect((await test.get('recent.list', {})).files).toMatchObject([{ handle: file, name: 'a.txt' }]);
    await test.get('recent.clear', {});
    expect((await test.get('recent.list', {})).files).toEqual([]);
  });
});

describe('dialogs', () => {
  it('are not there for a page, which has its own chooser', async () => {
    const { ask } = await testHost();
    const unavailable = { ok: false, failure: { code: 'call.unavailable' } };
    expect(await ask('file.chooseToOpen', { what: 'roster' })).toMatchObject(unavailable);
    expect(await ask('file.chooseToSave', { suggestedName: 'a', format: 'xlsx' })).toMatchObject(unavailable);
  });

  it('security 14: take the place of looking into folders where there are some', async () => {
    const dialogs = { chooseToOpen: () => Promise.resolve(null), chooseToSave: () => Promise.resolve(null) };
    const { ask, get } = await testHost({ dialogs });
    expect((await get('app.start', {})).chooser).toBe('native');
    const unavailable = { ok: false, failure: { code: 'call.unavailable' } };
    expect(await ask('folder.list', { folder: null, what: 'roster' })).toMatchObject(unavailable);
    expect(await ask('folder.target', { folder: 'A'.repeat(24), name: 'a' })).toMatchObject(unavailable);
    expect(await ask('drop.begin', { name: 'a' })).toMatchObject(unavailable);
    expect(await get('file.chooseToOpen', { what: 'roster' })).toEqual({ file: null });
    expect(await get('file.chooseToSave', { suggestedName: 'a', format: 'xlsx' })).toEqual({ file: null });
  });

  it('answer the chosen file', async () => {
    const dialogs = {
      chooseToOpen: () => Promise.resolve('/rosters/a.txt'),
      chooseToSave: (name: string) => Promise.resolve(`/rosters/${name}`),
    };
    const { get } = await testHost({ dialogs });
    expect(await get('file.chooseToOpen', { what: 'roster' })).toMatchObject({ file: { name: 'a.txt' } });
    const saved = await get('file.chooseToSave', { suggestedName: 'b.txt', format: 'unicode-text' });
    expect(saved).toMatchObject({ file: { name: 'b.txt', folder: '/rosters' } });
  });
});

it('shows a file in its folder, or says that it cannot', async () => {
  const test = await testHost();
  const file = await known(test, 'a.txt', '');
  await test.get('file.showInFolder', { file });
  expect(test.done).toEqual([`show ${join(test.folder, 'a.txt')}`]);
  const without = await testHost({ showInFolder: () => Promise.resolve(false) });
  const other = await known(without, 'a.txt', '');
  expect(await without.ask('file.showInFolder', { file: other })).toMatchObject({
    failure: { code: 'call.unavailable' },
  });
});

it('goes on with the dragging of a file, or says that it cannot', async () => {
  const test = await testHost();
  const file = await known(test, 'a.txt', '');
  await test.get('file.startDrag', { file });
  expect(test.done).toEqual([`drag ${join(test.folder, 'a.txt')}`]);
  const without = await testHost({ startDrag: () => Promise.resolve(false) });
  const other = await known(without, 'a.txt', '');
  expect(await without.ask('file.startDrag', { file: other })).toMatchObject({
    failure: { code: 'call.unavailable' },
  });
});

it.each<[CallName, object]>([
  ['file.readings', {}],
  ['file.preview', { sheet: null, encoding: null }],
  ['file.examine', { sheet: null, encoding: null, delimiter: null, quote: null, header: null }],
  ['file.withEnding', { form: 'utf8-csv' }],
  ['file.leftOut', {}],
  ['file.hold', {}],
  ['file.startDrag', {}],
  ['file.showInFolder', {}],
])('%s names no file that the window was not given', async (channel, rest) => {
  const test = await testHost();
  const answer = await test.host.answer(channel, { file: 'A'.repeat(24), ...rest });
  expect(answer).toMatchObject({ ok: false, failure: { code: 'call.stale' } });
  expect(test.done).toEqual([]);
});

describe('a file that is known', () => {
  it('is shown as it would be read, and examined', async () => {
    const test = await testHost();
    const file = await known(test, 'a.txt', 'Role\tEmail\nAgent\ta@x.y\n');
    expect(await test.get('file.preview', { file, sheet: null, encoding: null })).toMatchObject({
      text: 'Role\tEmail\nAgent\ta@x.y\n',
      isAll: true,
    });
    const asFound = { delimiter: null, quote: null, header: null, sheet: null, encoding: null };
    expect(await test.ask('file.examine', { file, ...asFound })).toMatchObject({ ok: true });
  });

  it('is the same by another path, and not as another', async () => {
    const test = await testHost();
    const [one, other] = [await known(test, 'a.txt', 'a'), await known(test, 'b.txt', 'a')];
    await symlink(join(test.folder, 'a.txt'), join(test.folder, 'link.txt'));
    const found = await test.host.dropped(join(test.folder, 'link.txt'));
    const link = found.ok ? found.value.handle : '';
    expect(await test.get('file.isSame', { file: one, other: link })).toEqual({ isSame: true });
    expect(await test.get('file.isSame', { file: one, other })).toEqual({ isSame: false });
    for (const [file, another] of [
      [one, 'A'.repeat(24)],
      ['A'.repeat(24), one],
    ] as const)
      expect(await test.ask('file.isSame', { file, other: another })).toMatchObject({
        failure: { code: 'call.stale' },
      });
  });

  it('has neighbours with another ending and for the rows that it leaves out', async () => {
    const test = await testHost();
    const file = await known(test, 'a.txt', 'a');
    expect(await test.get('file.withEnding', { file, form: 'utf8-csv' })).toMatchObject({
      file: { name: 'a.csv' },
      exists: false,
    });
    await writeFile(join(test.folder, 'a.csv'), '');
    expect(await test.get('file.withEnding', { file, form: 'utf8-csv' })).toMatchObject({ exists: true });
    const leftOut = async () => (await test.get('file.leftOut', { file })).file.name;
    const first = await leftOut();
    expect(first).toMatch(/^a.*left out.*\.txt$/);
    await writeFile(join(test.folder, first), '');
    expect(await leftOut()).not.toBe(first);
  });

  it('is held for a window until it lets go, and those that were dropped on a page need not be', async () => {
    const test = await testHost();
    const file = await known(test, 'a.txt', 'a');
    await test.get('file.hold', { file });
    await test.get('file.letGo', { but: file });
    await test.get('file.letGo', { but: 'A'.repeat(24) });
    await test.get('file.letGo', { but: null });
    await test.get('file.hold', { file });
    const { file: dropped } = await test.get('drop.begin', { name: 'b.txt' });
    expect(await test.ask('file.hold', { file: dropped.handle })).toEqual({ ok: true, value: {} });
  });
});
