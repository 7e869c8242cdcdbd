import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EMPTY_PROFILE } from '../../../shared/organization/profile.ts';
import { testHost, type TestHost } from './test-host.ts';

const PROFILE = { ...EMPTY_PROFILE, roles: ['Coach', 'Admin [Default]'], dayOrder: 'dmy' as const };
const DETAILS = { name: 'Acme', address: { subdomain: 'acme' }, environment: 'production' } as const;
const NAME = 'acme.rollcall-profile.json';

/** The handle of a file beside those of the host, which may not be there yet. */
async function handleOf({ get }: TestHost, name: string): Promise<string> {
  const { folder } = await get('folder.list', { folder: null, what: 'profile' });
  return (await get('folder.target', { folder: folder.handle, name })).file.handle;
}

async function organizationIn({ get }: TestHost): Promise<string> {
  return (await get('organization.save', { id: null, details: DETAILS })).organization.id;
}

describe('the calls of a profile', () => {
  it('keep one for each organization and one for none', async () => {
    const test = await testHost();
    const organization = await organizationIn(test);
    await test.get('profile.save', { organization, profile: PROFILE });
    expect(await test.get('profile.read', { organization })).toEqual({ profile: PROFILE, setAside: false });
    expect((await test.get('profile.read', { organization: null })).profile).toEqual(EMPTY_PROFILE);
  });

  it('export what is kept with what the organization is called, and open it on another computer', async () => {
    const test = await testHost();
    const organization = await organizationIn(test);
    await test.get('profile.save', { organization, profile: PROFILE });
    await test.get('profile.export', { organization, file: await handleOf(test, NAME) });
    const other = await testHost();
    await writeFile(join(other.folder, NAME), await readFile(join(test.folder, NAME)));
    expect(await other.get('profile.open', { file: await handleOf(other, NAME) })).toEqual({
      organization: DETAILS,
      profile: PROFILE,
    });
  });

  it('security 33: export nothing into what is a roster or a workbook by its name', async () => {
    const test = await testHost();
    await writeFile(join(test.folder, 'people.xlsx'), 'theirs');
    const file = await handleOf(test, 'people.xlsx');
    expect(await test.ask('profile.export', { organization: null, file })).toMatchObject({
      failure: { code: 'write.otherEnding', facts: { better: 'people.rollcall-profile.json' } },
    });
    expect(await readFile(join(test.folder, 'people.xlsx'), 'utf8')).toBe('theirs');
  });

  it('export nothing of an organization that is not kept, and open no other file', async () => {
    const test = await testHost();
    const file = await handleOf(test, NAME);
    expect(await test.ask('profile.export', { organization: 'f'.repeat(16), file })).toMatchObject({
      ok: false,
    });
    await expect(readFile(join(test.folder, NAME))).rejects.toThrow('ENOENT');
    await writeFile(join(test.folder, NAME), '{"people":[]}');
    expect(await test.ask('profile.open', { file })).toMatchObject({ failure: { code: 'profile.notOne' } });
  });
});
