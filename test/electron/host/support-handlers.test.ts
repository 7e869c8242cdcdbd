import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { diagnose, removeLocalData } from '../../../electron/host/support-handlers.ts';
import { MOVING } from '../../../electron/system/user-data.ts';
import { DEFAULT_LAYOUT } from '../../../shared/roster/grid-layout.ts';
import { lockingProcesses } from '../files/lock-in-others.ts';
import { testHost } from './test-host.ts';

const start = lockingProcesses();

const DETAILS = { name: 'Acme of Ana', address: { subdomain: 'acme' }, environment: 'test' } as const;

/** A host that has kept something of every kind that a call can make it keep. */
async function usedHost() {
  const made = await testHost();
  const data = join(made.folder, '.user-data');
  const path = join(made.folder, 'ana-people.txt');
  await writeFile(path, 'First Name\tEmail Address\r\nAna\tana@acme.com\r\n');
  const listed = await made.get('folder.list', { folder: null, what: 'roster' });
  const entry = listed.entries.find(({ name }) => name === 'ana-people.txt');
  if (entry === undefined) throw new Error('The file is not listed');
  await made.get('file.hold', { file: entry.handle });
  const opened = await made.get('file.open', { file: entry.handle, sheet: null, encoding: null });
  await made.get('text.close', { text: opened.text });
  await made.get('layout.write', { layout: DEFAULT_LAYOUT });
  await made.get('organization.save', { id: null, details: DETAILS });
  const { draft } = await made.get('draft.begin', { name: 'ana-people.txt', file: entry.handle });
  await made.ask('file.open', { file: 'a'.repeat(24), sheet: null, encoding: null });
  return { ...made, data, draft };
}

describe('diagnostics', () => {
  it('security 19: tell the version, the system, settings, counts and the log, and nothing of people', async () => {
    const { get } = await usedHost();
    const { text } = await get('support.diagnostics', {});
    expect(text).toContain('Rollcall 1.2.3, in a browser');
    expect(text).toContain(`System: ${process.platform} `);
    expect(text).toContain('updates no channel');
    expect(text).toContain('organizations 1, unsaved rosters 1, uploads 0');
    expect(text).toMatch(/ failure file\.open call\.stale$/m);
    for (const secret of ['ana', 'Ana', 'acme', 'Acme']) expect(text).not.toContain(secret);
  });
});

it('diagnostics say where the data is that belongs to the computer, where that is a question', async () => {
  const { folder } = await testHost();
  const running = {
    version: '1',
    window: 'desktop',
    testServers: false,
    weakTls: false,
    updates: '',
  } as const;
  const settingsWith = async (note: string | null) =>
    (await diagnose({ ...running, userData: { settings: folder, local: folder, note } })).settings;
  expect(await settingsWith(null)).not.toHaveProperty('local data');
  expect(await settingsWith('roaming (EBUSY)')).toMatchObject({ 'local data': 'roaming (EBUSY)' });
});

describe('removing local data', () => {
  it('security 6: leaves nothing in the folder of the user’s data, and nothing is kept from then on', async () => {
    const { ask, get, data, draft } = await usedHost();
    // Nobody waits for the log.
    await vi.waitFor(async () => {
      expect((await readdir(data)).sort()).toEqual([
        'column-layout.json',
        'drafts',
        'logs',
        'open-files',
        'organizations',
        'recent-files.json',
      ]);
    });
    await get('support.removeData', {});
    expect(await readdir(data)).toEqual([]);
    for (const answer of [
      await ask('layout.write', { layout: DEFAULT_LAYOUT }),
      await ask('draft.add', { draft, records: '{}\n' }),
      await ask('organization.save', { id: null, details: DETAILS }),
    ])
      expect(answer).toMatchObject({ ok: false, failure: { code: 'support.removed' } });
    await get('app.close', {});
    expect(await readdir(data)).toEqual([]);
  });

  it('takes what was set aside or half written, and leaves what is not Rollcall’s', async () => {
    const { get, data } = await usedHost();
    for (const name of [
      'recent-files.json.unreadable',
      'column-layout.json.0a1b2c',
      'Preferences',
      'drafts-of-others',
    ])
      await writeFile(join(data, name), '');
    await mkdir(join(data, 'credentials'));
    await get('support.removeData', {});
    expect((await readdir(data)).sort()).toEqual(['Preferences', 'drafts-of-others']);
  });

  it('takes both folders of Windows, with what is on its way from one to the other', async () => {
    const { folder } = await testHost();
    const data = { settings: join(folder, 'Roaming'), local: join(folder, 'Local') };
    for (const path of ['Roaming/organizations', 'Roaming/drafts', `Roaming/${MOVING}/7-1`, 'Local/uploads'])
      await mkdir(join(folder, path), { recursive: true });
    expect(await removeLocalData(data)).toMatchObject({ ok: true });
    expect([await readdir(data.settings), await readdir(data.local)]).toEqual([[], []]);
  });

  it('removes nothing while another Rollcall has a part of it open', async () => {
    const { ask, data } = await usedHost();
    await start().lock(join(data, 'drafts/x.jsonl'));
    expect(await ask('support.removeData', {})).toMatchObject({ failure: { code: 'support.inUse' } });
    expect(await readdir(data)).toContain('recent-files.json');
    // It goes on as before.
    expect(await ask('layout.read', {})).toMatchObject({ ok: true });
  });
});
