import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openUserData } from '../../../electron/system/move-to-local.ts';
import { findUserData, MOVING, type UserData } from '../../../electron/system/user-data.ts';
import { sample } from '../../tier.ts';
import { temporaryFolder } from '../host/temporary.ts';

/** Settings, which stay. */
const SETTINGS = {
  'column-layout.json': '{}',
  'recent-files.json': '[]',
  'organizations/0a.json': 'Acme',
  'organizations/chosen.json': 'Acme',
};
/** What an older Rollcall kept beside them. */
const LOCAL = {
  'Local State': '{"os_crypt":{"encrypted_key":"k1"}}',
  'Network/Cookies': 'cookies',
  'computer-id': '00112233aabbccdd',
  'credentials/7f.json': 'sealed by k1',
  'drafts/a.jsonl': 'head\nstep\n',
  'drafts/b.damaged': 'torn',
  'uploads/c.jsonl': 'head\nsent\n',
  'organizations/0a.team.jsonl': 'Ana',
  'window-state.json': '{}',
};
type Files = Record<string, string>;
const LEFT_AT = new Date('2026-03-01T10:00:00Z');

function put(folder: string, files: Files): void {
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(dirname(join(folder, name)), { recursive: true });
    fs.writeFileSync(join(folder, name), text);
    fs.utimesSync(join(folder, name), LEFT_AT, LEFT_AT);
  }
}

/** All files below a folder with what they hold. */
function filesOf(folder: string): Files {
  if (!fs.existsSync(folder)) return {};
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => fs.statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, fs.readFileSync(join(folder, name), 'utf8')]));
}

/** The folders of a user who had an older Rollcall. */
async function used(): Promise<UserData> {
  const folder = await temporaryFolder();
  const folders = { settings: join(folder, 'Roaming', 'Rollcall'), local: join(folder, 'Local', 'Rollcall') };
  put(folders.settings, { ...SETTINGS, ...LOCAL });
  fs.mkdirSync(dirname(folders.local), { recursive: true });
  return folders;
}

/** The file system, which calls back before each step that changes something. */
function stepping(
  before: (step: number, name: string, path: string) => void,
): Parameters<typeof openUserData>[1] {
  let step = 0;
  const watched =
    <Given extends unknown[], Answer>(name: string, call: (...given: Given) => Answer) =>
    (...given: Given): Answer => {
      step += 1;
      before(step, name, String(given[0]));
      return call(...given);
    };
  return {
    copyFileSync: watched('copy', fs.copyFileSync),
    // The disk of a test outlives it without.
    fsyncSync: watched('sync', () => undefined),
    mkdirSync: watched('mkdir', (path: string, options: fs.MakeDirectoryOptions) =>
      fs.mkdirSync(path, options),
    ),
    renameSync: watched('rename', fs.renameSync),
    rmSync: watched('rm', fs.rmSync),
    utimesSync: watched('utimes', fs.utimesSync),
  };
}

const refused = (code: string): Error => Object.assign(new Error(`${code}: a test`), { code });

/** Expects that all is in the local folder, and the settings where they were. */
function expectMoved({ settings, local }: UserData): void {
  expect(filesOf(local)).toEqual(LOCAL);
  expect(filesOf(settings)).toEqual(SETTINGS);
}

/** The steps of the move by their numbers: all in the proof. */
async function stepsOfMove(): Promise<readonly number[]> {
  let steps = 0;
  openUserData(
    await used(),
    stepping((step) => (steps = step)),
  );
  expect(steps).toBeGreaterThan(40);
  return sample(Array.from({ length: steps }, (_, index) => index + 1));
}

describe('what belongs to the computer', () => {
  it('is moved out of the roaming profile once, with the key that protects secrets; settings stay', async () => {
    const folders = await used();
    expect(openUserData(folders)).toEqual({ ...folders, note: 'local' });
    expectMoved(folders);
    expect(fs.statSync(join(folders.local, 'drafts/a.jsonl')).mtime).toEqual(LEFT_AT);
    expect(
      openUserData(
        folders,
        stepping((_, name) => {
          throw new Error(name);
        }),
      ),
    ).toEqual({ ...folders, note: 'local' });
  });

  it('is not touched where there is one folder, or nothing to move', async () => {
    const { settings } = await used();
    expect(openUserData({ settings, local: settings })).toEqual({ settings, local: settings, note: null });
    expect(filesOf(settings)).toEqual({ ...SETTINGS, ...LOCAL });
    const fresh = { settings: '/nowhere', local: '/nor/here' };
    expect(openUserData(fresh)).toEqual({ ...fresh, note: 'local' });
  });

  it('stays in use where it was while something in it is open, and is moved by a later start', async () => {
    const folders = await used();
    const inUse = stepping((_, name, path) => {
      if (name === 'rename' && path.endsWith('uploads')) throw refused('EPERM');
    });
    expect(openUserData(folders, inUse)).toEqual({
      ...{ settings: folders.settings, local: folders.settings },
      note: 'roaming (EPERM)',
    });
    expect(filesOf(folders.settings)).toEqual({ ...SETTINGS, ...LOCAL });
    expect(findUserData(folders).local).toBe(folders.settings);
    openUserData(folders);
    expectMoved(folders);
  });

  it('is whole wherever it is used, whichever step fails', async () => {
    for (const bad of await stepsOfMove()) {
      const folders = await used();
      const opened = openUserData(
        folders,
        stepping((step) => {
          if (step === bad) throw refused('ENOSPC');
        }),
      );
      expect(filesOf(opened.local), `step ${bad}`).toMatchObject(LOCAL);
      expect(filesOf(opened.settings), `step ${bad}`).toMatchObject(SETTINGS);
      expect(findUserData(folders).local).toBe(opened.local);
      openUserData(folders);
      expectMoved(folders);
    }
  });

  it('is not lost when the process is killed at any step; the next start finishes it', async () => {
    for (const last of await stepsOfMove()) {
      const folders = await used();
      try {
        openUserData(
          folders,
          stepping((step) => {
            if (step >= last) throw new Error('killed');
          }),
        );
      } catch {
        // A killed process puts nothing in order either.
      }
      expect(openUserData(folders), `step ${last}`).toEqual({ ...folders, note: 'local' });
      expectMoved(folders);
      // Nor are half copies left beside it.
      expect(fs.readdirSync(dirname(folders.local))).toEqual(['Rollcall']);
    }
  });

  it('is moved by one of two that start at once, whenever the other comes in between', async () => {
    for (const at of await stepsOfMove()) {
      const folders = await used();
      let other: ReturnType<typeof openUserData> | null = null;
      const opened = openUserData(
        folders,
        stepping((step) => {
          if (step === at) other = openUserData(folders);
        }),
      );
      expect(opened.local, `step ${at}`).toBe(folders.local);
      expect(other).toMatchObject({ local: folders.local });
      expectMoved(folders);
    }
  });
});

describe('what an older Rollcall left among the settings after the move', () => {
  it('follows, with nothing replaced but the beginning of a log by the whole', async () => {
    const folders = await used();
    openUserData(folders);
    put(folders.settings, {
      'drafts/new.jsonl': 'head\n',
      'drafts/a.jsonl': 'head\nstep\nundo\n',
      'uploads/c.jsonl': 'head\n',
      'credentials/9e.json': 'sealed',
      'Network/Cookies': 'of the older one',
    });
    expect(openUserData(folders).note).toBe('local');
    expect(filesOf(folders.local)).toEqual({
      ...LOCAL,
      'credentials/9e.json': 'sealed',
      'drafts/a.jsonl': 'head\nstep\nundo\n',
      'drafts/new.jsonl': 'head\n',
    });
    expect(filesOf(folders.settings)).toEqual({ ...SETTINGS, 'Network/Cookies': 'of the older one' });
  });

  it('stays where it has another content, which is told to support', async () => {
    const folders = await used();
    openUserData(folders);
    put(folders.settings, { 'credentials/7f.json': 'sealed by k2', 'drafts/a.jsonl': 'head\nstep\n' });
    for (const _ of [1, 2])
      expect(openUserData(folders)).toEqual({ ...folders, note: 'local, but for 1 of the roaming profile' });
    expect(filesOf(folders.local)).toEqual(LOCAL);
    expect(Object.values(filesOf(join(folders.settings, MOVING)))).toEqual(['sealed by k2']);
  });

  it('stays where it cannot be moved, which is told to support', async () => {
    const folders = await used();
    openUserData(folders);
    put(folders.settings, { 'drafts/new.jsonl': 'head\n' });
    const inUse = stepping((_, name) => {
      if (name === 'rename') throw refused('EBUSY');
    });
    expect(openUserData(folders, inUse)).toEqual({ ...folders, note: 'local, with some roaming (EBUSY)' });
    expect(filesOf(folders.settings)).toEqual({ ...SETTINGS, 'drafts/new.jsonl': 'head\n' });
  });
});
