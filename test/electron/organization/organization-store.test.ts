import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  createOrganizationStore,
  type OrganizationStore,
} from '../../../electron/organization/organization-store.ts';
import type { OrganizationDetails } from '../../../shared/organization/organization.ts';
import { EMPTY_PROFILE, type OrganizationProfile } from '../../../shared/organization/profile.ts';
import type { CurrentTeam } from '../../../shared/person/team-member.ts';
import { OWNER } from '../../shared/rules/build-roster.ts';
import { dataIn } from '../host/support-here.ts';
import { temporaryFolder } from '../host/temporary.ts';

const ACME: OrganizationDetails = {
  name: 'Acme Support',
  address: { subdomain: 'acme' },
  environment: 'production',
};
const TEAM: CurrentTeam = { takenAt: '2026-01-02T03:04:05.000Z', people: [OWNER], untold: [] };
const PULLED = { host: 'acme.api.stellaconnect.net' };

async function storeHere(): Promise<{ folder: string; store: OrganizationStore }> {
  const userData = await temporaryFolder();
  return { folder: join(userData, 'organizations'), store: createOrganizationStore(dataIn(userData)) };
}

async function saved(store: OrganizationStore, details = ACME, id: string | null = null) {
  const answer = await store.save(id, details);
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
}

describe('organizations', () => {
  it('are kept by name, for their owner alone, and found at the next start', async () => {
    const { folder, store } = await storeHere();
    expect(await store.list()).toEqual([]);
    const acme = await saved(store);
    const other = await saved(store, { ...ACME, name: 'Aaa', environment: 'test' });
    expect(acme).toEqual({ ...ACME, id: acme.id, host: PULLED.host, team: null });
    expect(await createOrganizationStore(dataIn(join(folder, '..'))).list()).toEqual([other, acme]);
    if (process.platform === 'win32') return;
    const mode = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);
    expect(await mode(folder)).toBe('700');
    expect(await mode(join(folder, `${acme.id}.json`))).toBe('600');
  });

  it('are changed, keeping what a later Rollcall has added', async () => {
    const { folder, store } = await storeHere();
    const { id } = await saved(store);
    const path = join(folder, `${id}.json`);
    const stored = JSON.parse(await readFile(path, 'utf8')) as object;
    await writeFile(path, JSON.stringify({ ...stored, dayOrder: 'dmy' }));
    await saved(store, { ...ACME, name: 'Acme' }, id);
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
      version: 1,
      name: 'Acme',
      dayOrder: 'dmy',
    });
  });

  it('are refused at an address that is none, and when they are gone', async () => {
    const { store } = await storeHere();
    const code = async (details: OrganizationDetails, id: string | null = null) => {
      const answer = await store.save(id, details);
      return answer.ok ? null : answer.failure.code;
    };
    expect(await code({ ...ACME, address: { subdomain: 'acme.example' } })).toBe('connect.badSubdomain');
    expect(await code({ ...ACME, address: { testServer: 'http://acme.example' } })).toBe(
      'connect.badBaseUrl',
    );
    expect(await code(ACME, '0'.repeat(16))).toBe('organization.gone');
    expect(await store.list()).toEqual([]);
  });

  it('of a newer Rollcall are left as they are, and nonsense is set aside', async () => {
    const { folder, store } = await storeHere();
    await mkdir(folder);
    const [newer, nonsense] = ['1'.repeat(16), '2'.repeat(16)];
    await writeFile(join(folder, `${newer}.json`), '{"version":2,"anything":1}');
    await writeFile(join(folder, `${nonsense}.json`), '{"version":1}');
    expect(store.hasSetAside).toBe(false);
    expect(await store.list()).toEqual([]);
    expect(store.hasSetAside).toBe(true);
    expect(await store.get(nonsense)).toMatchObject({ failure: { code: 'organization.gone' } });
    expect((await readdir(folder)).sort()).toEqual([`${newer}.json`, `${nonsense}.json.unreadable`]);
  });

  it('remember which one was chosen', async () => {
    const { folder, store } = await storeHere();
    expect(await store.chosen()).toBeNull();
    const { id } = await saved(store);
    await store.choose(id);
    expect(await createOrganizationStore(dataIn(join(folder, '..'))).chosen()).toBe(id);
    await store.choose(null);
    expect(await store.chosen()).toBeNull();
  });

  it('say why they cannot be kept', async () => {
    const userData = await temporaryFolder();
    await writeFile(join(userData, 'organizations'), '');
    const answer = await createOrganizationStore(dataIn(userData)).save(null, ACME);
    expect(answer).toMatchObject({
      failure: { code: 'organization.notKept', facts: { what: '“Acme Support”' } },
    });
  });
});

describe('the current team of an organization', () => {
  it('is kept beside it, for its owner alone, and read back', async () => {
    const { folder, store } = await storeHere();
    const { id } = await saved(store);
    await store.team(id).write(TEAM, PULLED, 'Acme');
    expect(await store.list()).toMatchObject([{ team: { takenAt: TEAM.takenAt, people: 1, from: PULLED } }]);
    expect(await store.team(id).read('Acme')).toMatchObject({ ok: true });
    expect((await readdir(folder)).length).toBe(2);
    if (process.platform === 'win32') return;
    expect((await stat(join(folder, `${id}.team.jsonl`))).mode & 0o777).toBe(0o600);
  });

  it('is not among the settings that a Windows profile takes along', async () => {
    const folder = await temporaryFolder();
    const data = { settings: join(folder, 'Roaming'), local: join(folder, 'Local') };
    const store = createOrganizationStore(data);
    const { id } = await saved(store);
    await store.team(id).write(TEAM, PULLED, 'Acme');
    expect(await readdir(join(data.settings, 'organizations'))).toEqual([`${id}.json`]);
    expect(await readdir(join(data.local, 'organizations'))).toEqual([`${id}.team.jsonl`]);
    expect(await store.list()).toMatchObject([{ id, team: { people: 1 } }]);
    await store.remove(id);
    expect(await readdir(join(data.local, 'organizations'))).toEqual([]);
  });

  it('goes with it, and with its former address where it was pulled from there', async () => {
    const { folder, store } = await storeHere();
    const { id } = await saved(store);
    await store.team(id).write(TEAM, { file: 'team.txt' }, 'Acme');
    expect((await saved(store, { ...ACME, address: { subdomain: 'acme2' } }, id)).team?.people).toBe(1);
    await store.team(id).write(TEAM, PULLED, 'Acme');
    expect(
      (await saved(store, { ...ACME, name: 'Other', address: { subdomain: 'acme2' } }, id)).team?.people,
    ).toBe(1);
    expect((await saved(store, ACME, id)).team).toBeNull();
    await store.team(id).write(TEAM, PULLED, 'Acme');
    await store.remove(id);
    expect(await readdir(folder)).toEqual([]);
  });

  it('says what is wrong with it', async () => {
    const { folder, store } = await storeHere();
    const { id } = await saved(store);
    const code = async () => {
      const read = await store.team(id).read('Acme');
      return read.ok ? null : read.failure.code;
    };
    expect(await code()).toBe('team.none');
    await writeFile(join(folder, `${id}.team.jsonl`), 'x');
    expect(await code()).toBe('team.damaged');
    await writeFile(join(folder, `${id}.team.jsonl`), '{"version":99}\n');
    expect(await code()).toBe('team.newer');
    expect((await store.list())[0]?.team).toBeNull();
  });

  it('is the one before where a new one cannot be written', async () => {
    const { folder, store } = await storeHere();
    const { id } = await saved(store);
    await mkdir(join(folder, `${id}.team.jsonl`));
    expect(await store.team(id).write(TEAM, PULLED, 'Acme')).toMatchObject({
      failure: { code: 'organization.notKept', facts: { what: 'The current team of “Acme”' } },
    });
  });
});

describe('the profile of an organization', () => {
  const PROFILE: OrganizationProfile = {
    ...EMPTY_PROFILE,
    roles: ['Team Leader [Default]'],
    dayOrder: 'dmy',
  };

  it('is empty until it is kept, has its owner alone as reader, and each organization and work without one has its own', async () => {
    const { folder, store } = await storeHere();
    const { id } = await saved(store);
    const empty = { ok: true, value: { profile: EMPTY_PROFILE, setAside: false } };
    expect(await store.profile(id)).toEqual(empty);
    await store.saveProfile(id, PROFILE);
    expect(await store.profile(null)).toEqual(empty);
    await store.saveProfile(null, { ...EMPTY_PROFILE, dayOrder: 'mdy' });
    const again = createOrganizationStore(dataIn(join(folder, '..')));
    expect(await again.profile(id)).toEqual({ ok: true, value: { profile: PROFILE, setAside: false } });
    expect(await again.profile(null)).toMatchObject({ value: { profile: { dayOrder: 'mdy' } } });
    expect(await again.list()).toHaveLength(1);
    if (process.platform === 'win32') return;
    expect((await stat(join(folder, `${id}.profile.json`))).mode & 0o777).toBe(0o600);
  });

  it('goes with it, and is not kept for one that is gone', async () => {
    const { folder, store } = await storeHere();
    const { id } = await saved(store);
    await store.saveProfile(id, PROFILE);
    await store.remove(id);
    expect(await readdir(folder)).toEqual([]);
    expect(await store.saveProfile(id, PROFILE)).toMatchObject({ failure: { code: 'organization.gone' } });
    expect(await readdir(folder)).toEqual([]);
  });

  it('is set aside where it makes no sense, whatever it is, and can be kept again', async () => {
    const { folder, store } = await storeHere();
    const { id } = await saved(store);
    const path = join(folder, `${id}.profile.json`);
    const stranger = JSON.stringify({ version: 1, profile: { ...PROFILE, people: ['Ana'] } });
    const texts = ['', '{', 'null', '{"version":1}', stranger];
    for (const [number, damaged] of texts.entries()) {
      await writeFile(path, damaged);
      expect(await store.profile(id)).toEqual({
        ok: true,
        value: { profile: EMPTY_PROFILE, setAside: true },
      });
      const aside = `${path}.unreadable${number === 0 ? '' : `-${number + 1}`}`;
      expect(await readFile(aside, 'utf8')).toBe(damaged);
    }
    expect(await store.saveProfile(id, PROFILE)).toEqual({ ok: true, value: null });
    expect(await store.profile(id)).toMatchObject({ value: { profile: PROFILE } });
  });

  it('of a newer Rollcall is neither read nor replaced', async () => {
    const { folder, store } = await storeHere();
    const { id } = await saved(store);
    const path = join(folder, `${id}.profile.json`);
    await writeFile(path, '{"version":3,"profile":1}');
    expect(await store.profile(id)).toMatchObject({ failure: { code: 'profile.newer' } });
    expect(await store.saveProfile(id, PROFILE)).toMatchObject({ failure: { code: 'profile.newer' } });
    expect(await readFile(path, 'utf8')).toBe('{"version":3,"profile":1}');
  });
});
