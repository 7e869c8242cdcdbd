import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTeamReader } from '../../../shared/team/team-text.ts';
import { EMPTY_PROFILE } from '../../../shared/organization/profile.ts';
import { READ_LATER } from '../../../shared/failures/entry.ts';
import { failureSentence } from '../../../shared/failures/failures.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import { KEY, SECRET, simulatorHere } from '../../simulator/simulator-here.ts';
import { testHost, type TestHost } from './test-host.ts';

async function organizationAt(test: TestHost, url: string): Promise<string> {
  const details = { name: 'Acme', address: { testServer: url }, environment: 'test' } as const;
  return (await test.get('organization.save', { id: null, details })).organization.id;
}

/** Waits until a pull has ended, and answers how. */
async function ended({ get }: TestHost, pull: string) {
  for (;;) {
    const progress = await get('team.progress', { pull });
    if (progress.ended !== null) return { ...progress, ended: progress.ended };
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function teamOf({ get }: TestHost, organization: string) {
  const { text, length } = await get('team.read', { organization });
  const reader = createTeamReader();
  let read = 0;
  for (let from: number | null = 0; from !== null;) {
    const part: { slice: string; next: number | null } = await get('text.read', { text, from });
    finish(reader.push(part.slice));
    read += part.slice.length;
    from = part.next;
  }
  expect(read).toBe(length);
  return reader.finish();
}

describe('an organization’s key and secret', () => {
  it('security 17: are never answered, only how they end, and are not on disk', async () => {
    const test = await testHost();
    const organization = await organizationAt(test, 'http://127.0.0.1:1');
    expect(await test.get('credentials.state', { organization })).toMatchObject({
      ends: null,
      kept: 'memory',
    });
    const state = await test.get('credentials.set', { organization, key: `${KEY}\n`, secret: SECRET });
    expect(state.ends).toEqual({ key: KEY.slice(-4), secret: SECRET.slice(-4) });
    expect(await test.get('credentials.state', { organization })).toEqual(state);
    const folder = join(test.folder, '.user-data', 'organizations');
    for (const name of await readdir(folder)) {
      const text = await readFile(join(folder, name), 'utf8');
      expect(text).not.toContain(KEY);
      expect(text).not.toContain(SECRET);
    }
    expect((await test.get('credentials.forget', { organization })).ends).toBeNull();
  });

  it('security 20: belong to one address and one environment', async () => {
    const test = await testHost();
    const organization = await organizationAt(test, 'http://127.0.0.1:1');
    await test.get('credentials.set', { organization, key: KEY, secret: SECRET });
    const move = async (testServer: string, environment: 'test' | 'production') => {
      const details = { name: 'Acme', address: { testServer }, environment };
      await test.get('organization.save', { id: organization, details });
      return (await test.get('credentials.state', { organization })).ends;
    };
    expect(await move('http://127.0.0.1:2', 'test')).toBeNull();
    expect(await move('http://127.0.0.1:1', 'production')).toBeNull();
    expect(await move('http://127.0.0.1:1', 'test')).not.toBeNull();
  });

  it('are refused where they cannot be sent', async () => {
    const test = await testHost();
    const organization = await organizationAt(test, 'http://127.0.0.1:1');
    expect(await test.ask('credentials.set', { organization, key: 'a b', secret: 'c' })).toMatchObject({
      failure: { code: 'connect.badCredentials', facts: { which: 'The API key' } },
    });
  });

  it('go when the organization is removed', async () => {
    const test = await testHost();
    const organization = await organizationAt(test, 'http://127.0.0.1:1');
    await test.get('credentials.set', { organization, key: KEY, secret: SECRET });
    await test.get('organization.remove', { organization });
    const again = await organizationAt(test, 'http://127.0.0.1:1');
    expect((await test.get('credentials.state', { organization: again })).ends).toBeNull();
    expect((await test.get('organization.list', {})).organizations).toHaveLength(1);
  });
});

describe('the profile of an organization', () => {
  it('is kept, read, and refused where it is none', async () => {
    const test = await testHost();
    const organization = await organizationAt(test, 'http://127.0.0.1:1');
    const profile = { ...EMPTY_PROFILE, groups: ['Tier 2'] };
    await test.get('profile.save', { organization, profile });
    expect(await test.get('profile.read', { organization })).toEqual({ profile, setAside: false });
    expect(await test.get('profile.read', { organization: null })).toMatchObject({ profile: EMPTY_PROFILE });
    const broken = { ...profile, roles: [''] };
    expect(await test.ask('profile.save', { organization, profile: broken })).toMatchObject({
      failure: { code: 'call.refused' },
    });
  });
});

describe('the test of a connection', () => {
  it('reads once, and says what it found', async () => {
    const [test, simulator] = [await testHost(), await simulatorHere()];
    const organization = await organizationAt(test, simulator.url);
    expect(await test.ask('connection.test', { organization })).toMatchObject({
      failure: { code: 'credentials.none' },
    });
    expect(simulator.log).toHaveLength(0);
    await test.get('credentials.set', { organization, key: KEY, secret: SECRET });
    expect(await test.get('connection.test', { organization })).toEqual({
      host: simulator.url.slice('http://'.length),
      anyone: true,
      tokenForm: 'alone',
    });
    expect(simulator.log.map(({ method }) => method)).toEqual(['GET']);
  });

  it('finds out once that the token is taken as HTTP bearer, and remembers it', async () => {
    const [test, simulator] = [await testHost(), await simulatorHere({ token: 'bearer' })];
    const organization = await organizationAt(test, simulator.url);
    await test.get('credentials.set', { organization, key: KEY, secret: SECRET });
    for (const asked of [2, 3]) {
      expect(await test.get('connection.test', { organization })).toMatchObject({ tokenForm: 'bearer' });
      const { organizations } = await test.get('organization.list', {});
      expect(organizations).toMatchObject([{ tokenForm: 'bearer' }]);
      expect(simulator.log).toHaveLength(asked);
    }
  });

  it('names what is wrong with the key', async () => {
    const [test, simulator] = [await testHost(), await simulatorHere()];
    const organization = await organizationAt(test, simulator.url);
    await test.get('credentials.set', { organization, key: 'another-key', secret: SECRET });
    const answer = await test.ask('connection.test', { organization });
    if (answer.ok) throw new Error('It was let in');
    expect(failureSentence(answer.failure, READ_LATER)).toMatch(
      /does not accept the API key and secret \(403\)/,
    );
    // With the token alone, and as HTTP bearer.
    expect(simulator.log).toHaveLength(2);
  });

  it('sends nothing to a test server unless it was allowed, or where certificates are not looked at', async () => {
    const simulator = await simulatorHere();
    const allowed = await testHost();
    const organization = await organizationAt(allowed, simulator.url);
    const { access, organizations } = allowed;
    const set = { organization, key: KEY, secret: SECRET };
    await allowed.get('credentials.set', set);
    const strict = await testHost({}, { organizations, access: { ...access, testServers: false } });
    expect((await strict.get('organization.list', {})).testServers).toBe(false);
    const details = { name: 'B', address: { testServer: simulator.url }, environment: 'test' } as const;
    const refused = { failure: { code: 'organization.noTestServer' } };
    expect(await strict.ask('organization.save', { id: null, details })).toMatchObject(refused);
    expect(await strict.ask('connection.test', { organization })).toMatchObject(refused);
    expect(await strict.ask('team.pull', { organization })).toMatchObject(refused);
    const weak = await testHost({}, { organizations, access: { ...access, weakTls: true } });
    expect(await weak.ask('connection.test', { organization })).toMatchObject({
      failure: { code: 'connect.weakTls' },
    });
    expect(simulator.log).toHaveLength(0);
  });
});

describe('a pull of the current team', () => {
  it('tells how far it is, is kept, and is fetched as text', async () => {
    const [test, simulator] = [await testHost(), await simulatorHere()];
    const organization = await organizationAt(test, simulator.url);
    await test.get('credentials.set', { organization, key: KEY, secret: SECRET });
    const { pull } = await test.get('team.pull', { organization });
    expect(await ended(test, pull)).toMatchObject({
      people: 45,
      waiting: null,
      ended: { ok: true, value: { id: organization, team: { people: 45 } } },
    });
    const { organizations } = await test.get('organization.list', {});
    expect(organizations).toMatchObject([{ team: { people: 45, from: { host: simulator.url.slice(7) } } }]);
    const team = await teamOf(test, organization);
    expect(team?.people).toHaveLength(45);
    expect(team?.people[0]).toMatchObject({ email: 'leader0@acme.example', canManageTeams: true });
    await test.get('team.forget', { organization });
    expect(await test.ask('team.read', { organization })).toMatchObject({ failure: { code: 'team.none' } });
  });

  it('says that it waits and why, and stops at once, changing nothing', async () => {
    const [test, simulator] = [await testHost(), await simulatorHere()];
    const organization = await organizationAt(test, simulator.url);
    await test.get('credentials.set', { organization, key: KEY, secret: SECRET });
    simulator.faults.add({ kind: 429, retryAfter: '600', times: 9 });
    const { pull } = await test.get('team.pull', { organization });
    await expect
      .poll(async () => (await test.get('team.progress', { pull })).waiting?.why.code)
      .toBe('connect.busy');
    await test.get('team.stop', { pull });
    expect((await ended(test, pull)).ended).toMatchObject({ failure: { code: 'cancelled' } });
    expect((await test.get('organization.list', {})).organizations[0]?.team).toBeNull();
  });

  it('fails with the cause, and ends with its window', async () => {
    const [test, simulator] = [await testHost(), await simulatorHere()];
    const organization = await organizationAt(test, simulator.url);
    await test.get('credentials.set', { organization, key: KEY, secret: 'another-secret' });
    const { pull } = await test.get('team.pull', { organization });
    expect((await ended(test, pull)).ended).toMatchObject({ failure: { code: 'connect.forbidden' } });
    await test.host.end();
    expect(await test.ask('team.progress', { pull })).toMatchObject({ failure: { code: 'call.ended' } });
  });

  it('is not kept for an organization that went elsewhere meanwhile', async () => {
    const [test, simulator] = [await testHost(), await simulatorHere({ latency: 500 })];
    const organization = await organizationAt(test, simulator.url);
    await test.get('credentials.set', { organization, key: KEY, secret: SECRET });
    const { pull } = await test.get('team.pull', { organization });
    const details = { name: 'Acme', address: { subdomain: 'acme' }, environment: 'test' } as const;
    await test.get('organization.save', { id: organization, details });
    expect((await ended(test, pull)).ended).toMatchObject({ failure: { code: 'organization.gone' } });
  });
});

describe('the current team of a file', () => {
  const read = async (test: TestHost, name: string, text: string) => {
    await writeFile(join(test.folder, name), text);
    const { entries } = await test.get('folder.list', { folder: null, what: 'roster' });
    const file = entries.find((entry) => entry.name === name)?.handle ?? '';
    const organization = await organizationAt(test, 'http://127.0.0.1:1');
    return { organization, answer: await test.ask('team.fromFile', { organization, file }) };
  };

  it('is kept with the file’s name and time', async () => {
    const test = await testHost();
    const text = '*Role\tEmail Address\t*First Name\t*Last Name\nAdmin\tolga@acme.example\tOlga\tOwner\n';
    const { organization, answer } = await read(test, 'team.txt', text);
    expect(answer).toMatchObject({
      value: { organization: { team: { people: 1, from: { file: 'team.txt' } } } },
    });
    expect((await teamOf(test, organization))?.people).toMatchObject([
      { email: 'olga@acme.example', role: 'Admin' },
    ]);
  });

  it('is refused where nobody is in it, and what is kept stays', async () => {
    const test = await testHost();
    const { answer } = await read(
      test,
      'team.txt',
      '*Role\tEmail Address\t*First Name\t*Last Name\nAdmin\t\tA\tB\n',
    );
    expect(answer).toMatchObject({ failure: { code: 'team.noPeople', facts: { name: 'team.txt' } } });
    expect((await read(test, 'other.txt', 'a,b\n1,2\n')).answer).toMatchObject({
      failure: { code: 'roster.noHeader' },
    });
  });
});
