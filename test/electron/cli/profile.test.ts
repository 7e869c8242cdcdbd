import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  EMPTY_PROFILE,
  type OrganizationProfile,
  profileText,
} from '../../../shared/organization/profile.ts';
import { LEADER, personRow, rollcall, temporaryFolder, writeRows } from './rollcall-here.ts';

const PROFILE: OrganizationProfile = {
  ...EMPTY_PROFILE,
  roles: ['Team Leader', 'Team Member [Default]'],
  groups: ['Tier 2'],
  dayOrder: 'dmy',
};
const TEMPLATE: OrganizationProfile['template'] = {
  file: 'acme.csv',
  headers: ['Email Address', '*First Name', 'Cost Centre', '*Last Name', '*Role'],
  delimiter: ',',
  takenAt: '2026-03-01T10:00:00.000Z',
};

async function folderWith(profile: OrganizationProfile, rows: string[][]) {
  const folder = await temporaryFolder();
  const path = join(folder, 'acme.rollcall-profile.json');
  await writeFile(path, profileText({ organization: null, profile }));
  return { folder, path, file: await writeRows(folder, rows) };
}

async function codes(...argv: string[]): Promise<string[]> {
  const { out } = await rollcall('check', '--json', ...argv);
  const { problems } = JSON.parse(out) as { problems: { code: string }[] };
  return problems.map(({ code }) => code);
}

const ANA = personRow({ email: 'ana@acme.com', groups: '{Tier 1}', startDate: '03/04/2026' });

describe('--profile', () => {
  it('tells the rules of the organization, and options win over it', async () => {
    const { path, file } = await folderWith(PROFILE, [LEADER, ANA]);
    expect(await codes(file, '--profile', path)).toEqual(
      expect.arrayContaining(['role.unknown', 'groups.unknown', 'date.format']),
    );
    expect(await codes(file)).toContain('date.ambiguous');
    const told = await codes(
      file,
      '--profile',
      path,
      '--roles',
      'Team Leader,Team Member',
      '--groups',
      'Tier 1',
    );
    expect(told.filter((code) => code.endsWith('.unknown'))).toEqual([]);
  });

  it('has export write the organization’s template, unless another is named', async () => {
    const { folder, path, file } = await folderWith({ ...EMPTY_PROFILE, template: TEMPLATE }, [LEADER]);
    const out = join(folder, 'out.txt');
    expect((await rollcall('export', file, '--profile', path, '--out', out)).code).toBe(0);
    expect((await readFile(out, 'utf16le')).split('\r\n')).toEqual([
      `\uFEFFEmail Address,*First Name,Cost Centre,*Last Name,*Role`,
      'lead@acme.com,Lea,,Der,Team Leader',
      '',
    ]);
    await rollcall('export', file, '--profile', path, '--template', file, '--out', out);
    expect((await readFile(out, 'utf16le')).split('\r\n')[0]).toMatch(/^\uFEFFRole\tCan Manage Teams\t/);
  });

  it('tells a plan which roles there are', async () => {
    const { folder, path, file } = await folderWith(PROFILE, [LEADER, ANA]);
    const team = await writeRows(
      folder,
      [personRow({ email: 'boss@acme.com', canManageTeams: 'y' })],
      'team.txt',
    );
    const planned = async (...options: string[]) =>
      (await rollcall('plan', file, '--team', team, '--day-order', 'dmy', ...options)).err;
    expect(await planned()).not.toContain('Blocked');
    expect(await planned('--profile', path)).toMatch(/Blocked: 1 row\n {2}line 3 [\s\S]*“Team Member”/);
  });

  it.each([
    ['{"people":[]}', 'is not a profile'],
    ['{"rollcallProfile":1,"organization":null,"profile":{"roles":1}}', 'something has changed'],
    ['{"rollcallProfile":9}', 'newer Rollcall'],
  ])('is refused where it is %j, and nothing is written', async (text, sentence) => {
    const { folder, path, file } = await folderWith(PROFILE, [LEADER]);
    await writeFile(path, text);
    const out = join(folder, 'out.txt');
    const { code, err } = await rollcall('export', file, '--profile', path, '--out', out);
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
    await expect(readFile(out)).rejects.toThrow();
    expect((await rollcall('check', file, '--profile', folder)).code).toBe(2);
  });
});
