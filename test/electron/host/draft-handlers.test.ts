import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DraftStore } from '../../../electron/drafts/draft-store.ts';
import { BEGINNING, stepTo } from '../drafts/drafts-here.ts';
import { type TestHost, testHost } from './test-host.ts';

const UNKNOWN = 'A'.repeat(24);

/** A host with a file that it knows. */
async function hostWithFile() {
  const test = await testHost();
  const path = join(test.folder, 'people.txt');
  await writeFile(path, 'First Name\nAna\n');
  const found = await test.host.dropped(path);
  if (!found.ok) throw new Error('The file is not there');
  await test.get('file.open', { file: found.value.handle, sheet: null, encoding: null });
  return { ...test, path, file: found.value };
}

/** What another window of the same user is offered. */
async function offered({ folder }: TestHost) {
  const other = await testHost({}, { drafts: new DraftStore(join(folder, '.user-data'), null) });
  return { other, ...(await other.get('draft.list', {})) };
}

const step = `${stepTo('Ana', 'Bea')}\n`;
const records = [...BEGINNING, step].join('\n');

it('keeps what a window leaves, offers it to another, and says what it is of', async () => {
  const test = await hostWithFile();
  const begun = await test.get('draft.begin', { name: 'people.txt', file: test.file.handle });
  await test.get('draft.add', { draft: begun.draft, records });
  await test.get('draft.leave', { draft: begun.draft });
  expect(await test.ask('draft.add', { draft: begun.draft, records })).toMatchObject({
    failure: { code: 'draft.gone' },
  });
  const { other, drafts, unreadable } = await offered(test);
  expect([drafts.length, unreadable]).toEqual([1, []]);
  const [kept] = drafts;
  expect(kept).toMatchObject({ name: 'people.txt', file: { name: 'people.txt' }, lastUsedOn: null });
  const opened = await other.get('draft.open', { id: kept?.id ?? '', anyway: false });
  expect(opened).toMatchObject({
    name: 'people.txt',
    torn: false,
    unchanged: true,
    passwords: begun.passwords,
  });
  const { slice } = await other.get('text.read', { text: opened.text, from: 0 });
  expect([slice.length, slice.endsWith(step)]).toEqual([opened.length, true]);
});

it('says that the file has changed since, or is gone', async () => {
  const test = await hostWithFile();
  const { draft } = await test.get('draft.begin', { name: 'people.txt', file: test.file.handle });
  await test.get('draft.add', { draft, records });
  await test.get('draft.leave', { draft });
  await writeFile(test.path, 'First Name\nSomebody else of another length\n');
  const { other, drafts } = await offered(test);
  const opened = await other.get('draft.open', { id: drafts[0]?.id ?? '', anyway: false });
  expect(opened.unchanged).toBe(false);
  // A save over it is asked about: it is not what the changes began with.
  const { write } = await other.get('write.begin', {
    file: opened.file?.handle ?? '',
    format: 'unicode-text',
    overwrite: false,
    inPlace: false,
  });
  await other.get('write.append', { write, text: 'x' });
  expect(await other.ask('write.finish', { write })).toMatchObject({
    failure: { code: 'write.changedOnDisk' },
  });
});

it('keeps one of a roster that never was a file, or was dropped on a page, without a file', async () => {
  const test = await testHost();
  const { file } = await test.get('drop.begin', { name: 'dropped.txt' });
  for (const [name, handle] of [
    ['New roster', null],
    ['dropped.txt', file.handle],
  ] as const) {
    const { draft } = await test.get('draft.begin', { name, file: handle });
    await test.get('draft.add', { draft, records });
    await test.get('draft.leave', { draft });
  }
  const { other, drafts } = await offered(test);
  expect(drafts.map(({ name, file: of }) => [name, of]).sort()).toEqual([
    ['New roster', null],
    ['dropped.txt', null],
  ]);
  const opened = await other.get('draft.open', { id: drafts[0]?.id ?? '', anyway: false });
  expect([opened.file, opened.unchanged]).toEqual([null, false]);
});

it('removes what was saved and given up, and what nobody wants back', async () => {
  const test = await hostWithFile();
  const ended = await test.get('draft.begin', { name: 'people.txt', file: test.file.handle });
  await test.get('draft.add', { draft: ended.draft, records });
  await test.get('draft.end', { draft: ended.draft });
  const left = await test.get('draft.begin', { name: 'people.txt', file: test.file.handle });
  await test.get('draft.add', { draft: left.draft, records });
  await test.get('draft.leave', { draft: left.draft });
  const { other, drafts } = await offered(test);
  expect(drafts).toHaveLength(1);
  const id = drafts[0]?.id ?? '';
  await other.get('draft.discard', { id, anyway: false });
  expect((await other.get('draft.list', {})).drafts).toEqual([]);
  expect(await other.ask('draft.open', { id, anyway: false })).toMatchObject({ ok: false });
});

it('is told what was saved, from which on the file is what it was', async () => {
  const test = await hostWithFile();
  const { draft } = await test.get('draft.begin', { name: 'New roster', file: null });
  await test.get('draft.add', { draft, records });
  const saved = { file: test.file.handle, format: 'unicode-text', delimiter: '\t' } as const;
  await test.get('draft.saved', { draft, ...saved });
  await test.get('draft.add', { draft, records: step });
  await test.get('draft.leave', { draft });
  const { drafts } = await offered(test);
  expect(drafts[0]).toMatchObject({ name: 'people.txt', file: { name: 'people.txt' } });
});

it('knows no draft and no file that it never named', async () => {
  const { ask, get } = await hostWithFile();
  const { draft } = await get('draft.begin', { name: 'New roster', file: null });
  const saved = { format: 'unicode-text', delimiter: '\t' } as const;
  for (const [answer, code] of [
    [await ask('draft.begin', { name: 'x', file: UNKNOWN }), 'call.stale'],
    [await ask('draft.add', { draft: UNKNOWN, records: '' }), 'draft.gone'],
    [await ask('draft.saved', { draft: UNKNOWN, file: UNKNOWN, ...saved }), 'draft.gone'],
    [await ask('draft.saved', { draft, file: UNKNOWN, ...saved }), 'call.stale'],
  ] as const)
    expect(answer).toMatchObject({ ok: false, failure: { code } });
  // To end or leave what is gone is what was wanted.
  expect(await ask('draft.end', { draft: UNKNOWN })).toMatchObject({ ok: true });
  expect(await ask('draft.leave', { draft: UNKNOWN })).toMatchObject({ ok: true });
});
