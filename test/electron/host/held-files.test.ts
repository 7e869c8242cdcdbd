import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OpenFiles } from '../../../electron/files/open-files.ts';
import { temporaryFolder } from './temporary.ts';
import { testHost, type TestHost } from './test-host.ts';

/** Two windows of two starts of Rollcall, and a file. */
async function twoWindows() {
  const userData = await temporaryFolder();
  const path = join(await temporaryFolder(), 'June.txt');
  await writeFile(path, 'theirs');
  const open = async () => {
    const opening = { opening: path, openFiles: new OpenFiles(userData) };
    const window = await testHost({}, opening);
    const { opening: file } = await window.get('app.start', {});
    if (file === null) throw new Error('Nothing is opened');
    return { ...window, file: file.handle };
  };
  return { path, one: await open(), other: await open() };
}

const elsewhere = { failure: { code: 'file.openElsewhere' } };

async function write({ ask, get }: TestHost, file: string) {
  const { write } = await get('write.begin', {
    file,
    format: 'unicode-text',
    overwrite: true,
    inPlace: false,
  });
  await get('write.append', { write, text: 'mine' });
  return ask('write.finish', { write });
}

describe('a file that is open in another window', () => {
  it('security 5: is neither opened nor written, until it is let go', async () => {
    const { path, one, other } = await twoWindows();
    await one.get('file.hold', { file: one.file });
    await one.get('file.hold', { file: one.file });
    expect(await other.ask('file.hold', { file: other.file })).toMatchObject(elsewhere);
    expect(await write(other, other.file)).toMatchObject(elsewhere);
    expect(await readFile(path, 'utf8')).toBe('theirs');
    expect(await write(one, one.file)).toMatchObject({ ok: true });
    await one.get('file.letGo', { but: one.file });
    expect(await other.ask('file.hold', { file: other.file })).toMatchObject(elsewhere);
    await one.get('file.letGo', { but: null });
    await other.get('file.hold', { file: other.file });
    expect(await write(one, one.file)).toMatchObject(elsewhere);
  });

  it.each(['leave', 'end'] as const)(
    'security 5: is free when that window’s page is gone (%s)',
    async (how) => {
      const { one, other } = await twoWindows();
      await one.get('file.hold', { file: one.file });
      await one.host[how]();
      expect(await other.ask('file.hold', { file: other.file })).toMatchObject({ ok: true });
    },
  );

  it('is held for as long as it is written, and no longer', async () => {
    const { one, other } = await twoWindows();
    expect(await write(one, one.file)).toMatchObject({ ok: true });
    expect(await other.ask('file.hold', { file: other.file })).toMatchObject({ ok: true });
  });
});
