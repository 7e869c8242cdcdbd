import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { RememberedMapping } from '../../../shared/import/mapping/mapping.ts';
import { EMPTY_PROFILE, profileText } from '../../../shared/organization/profile.ts';
import { rollcall, temporaryFolder, writeText } from './rollcall-here.ts';

const HR = 'Name\tMail\tStatus\r\n"Eze, Amara"\tamara@acme.example\tFT\r\n';

const REMEMBERED: RememberedMapping = {
  shape: ['name', 'mail', 'status'],
  usedAt: '2026-11-03T09:00:00.000Z',
  mapping: [
    { key: 'email', from: { kind: 'column', column: 1 }, values: [] },
    { key: 'firstName', from: { kind: 'namePart', column: 0, part: 'first' }, values: [] },
    { key: 'lastName', from: { kind: 'namePart', column: 0, part: 'last' }, values: [] },
    {
      key: 'employmentStatus',
      from: { kind: 'column', column: 2 },
      values: [{ from: 'FT', to: 'Full Time' }],
    },
    { key: 'phoneChannel', from: { kind: 'constant', text: 'y' }, values: [] },
  ],
};

async function files(): Promise<{
  readonly file: string;
  readonly profile: string;
  readonly folder: string;
}> {
  const folder = await temporaryFolder();
  const profile = join(folder, 'acme.rollcall-profile.json');
  const kept = { ...EMPTY_PROFILE, mappings: [REMEMBERED] };
  await writeFile(profile, profileText({ organization: null, profile: kept }));
  return { folder, profile, file: await writeText(folder, 'hr.txt', HR) };
}

it('maps the columns as the window did for a file with the same headers', async () => {
  const { file, profile, folder } = await files();
  const checked = await rollcall('check', file, '--mapping', profile, '--json');
  expect(JSON.parse(checked.out)).toMatchObject({
    file: {
      columns: [
        { header: 'Name', key: null },
        { header: 'Mail', key: 'email' },
        { header: 'Status', key: 'employmentStatus' },
      ],
    },
  });
  const out = join(folder, 'out.csv');
  const options = ['--out', out, '--format', 'utf8-csv', '--allow-errors', '--json'];
  const exported = await rollcall('export', file, '--mapping', profile, ...options);
  expect(JSON.parse(exported.out)).toMatchObject({ columnsLeftOut: [] });
  const again = await rollcall('check', out, '--json');
  expect(again.out).not.toMatch(/"column":"(?:firstName|lastName|employmentStatus|phoneChannel)"/);
  expect((await rollcall('check', file, '--json')).out).toContain('"column":"firstName"');
});

it('says that a profile has nothing for such a file, and writes nothing', async () => {
  const { profile, folder } = await files();
  const other = await writeText(folder, 'other.txt', 'Name\tMail\r\nAna Ruiz\tana@acme.example\r\n');
  const { code, out, err } = await rollcall('check', other, '--mapping', profile, '--json');
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('has no mapping for files with the headers of “other.txt”');
});
