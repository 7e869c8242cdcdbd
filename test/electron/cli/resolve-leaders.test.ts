import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { rollcall, temporaryFolder } from './rollcall-here.ts';

const HEADER =
  'Role,Can Manage Teams,Email Address,Employee ID,First Name,Last Name,Phone Channel,Chat Channel,Email Channel,Team Leader';
const MARA = 'Team Leader,n,mara@example.com,000123,Mara,Quill,y,n,y,mara@example.com';

/** The Team Leaders of a written file, and who can manage teams. */
async function exported(lines: readonly string[], ...more: string[]) {
  const folder = await temporaryFolder();
  const [file, out] = [join(folder, 'people.csv'), join(folder, 'out.txt')];
  await writeFile(file, `${[HEADER, ...lines].join('\n')}\n`);
  const answer = await rollcall('export', file, '--out', out, '--allow-errors', ...more);
  const rows = (await readFile(out)).subarray(2).toString('utf16le').trimEnd().split('\r\n');
  const cells = rows.slice(1).map((row) => row.split('\t'));
  return { ...answer, leaders: cells.map((row) => row[12]), manages: cells.map((row) => row[1]) };
}

const PEOPLE = [
  MARA,
  'Team Member,n,ivo@example.com,000124,Ivo,Bann,y,n,y,Mara Quill<mara@example.com>',
  'Team Member,n,b@example.com,000125,Bo,Berg,y,n,y,"CN=Mara Quill,OU=Staff,DC=example,DC=com"',
  'Team Member,n,c@example.com,000126,Cy,Cole,y,n,y,123',
  'Team Member,n,d@example.com,000127,Di,Dorn,y,n,y,M. Quill',
  'Team Member,n,e@example.com,000128,Ed,Esch,y,n,y,"Nobody, Ghost"',
];

const person = { to: z.string(), name: z.string(), reason: z.string(), from: z.enum(['roster', 'team']) };
const place = { line: z.number().optional(), row: z.number().optional() };
const entry = { reference: z.string(), lines: z.array(z.number()) };
const document = z.object({
  resolved: z.array(z.strictObject({ ...entry, ...person, ...place })),
  doubtful: z.array(
    z.strictObject({ ...entry, candidates: z.array(z.strictObject({ ...person, ...place })) }),
  ),
  canManageTeams: z.array(z.strictObject({ line: z.number(), row: z.number() })),
});

describe('rollcall export --resolve leaders', () => {
  it('names those who are sure, lets them manage teams, and says who is left', async () => {
    const { leaders, manages, err } = await exported(PEOPLE, '--resolve', 'leaders');
    expect(leaders).toEqual([
      ...['mara@example.com', 'mara@example.com', 'mara@example.com'],
      ...['000123', 'M. Quill', '"Nobody, Ghost"'],
    ]);
    expect(manages).toEqual(['y', 'n', 'n', 'n', 'n', 'n']);
    expect(err).toContain('Resolved 3 Team Leaders in 3 rows.\nSet Can Manage Teams to y for 1 leader.\n');
    expect(err).toContain('  “M. Quill” in 1 row: could be Mara Quill (initials)\n');
    expect(err).toContain('  “Nobody, Ghost” in 1 row: nobody was found\n');
  });

  it('lists them with --json', async () => {
    const { out } = await exported(PEOPLE, '--resolve', 'leaders', '--json');
    const { resolved, doubtful, canManageTeams } = document.parse(JSON.parse(out));
    const mara = { to: 'mara@example.com', name: 'Mara Quill', from: 'roster', line: 2, row: 1 };
    expect(resolved).toEqual([
      { ...mara, reference: '123', lines: [5], to: '000123', reason: 'idZeros' },
      { ...mara, reference: 'CN=Mara Quill,OU=Staff,DC=example,DC=com', lines: [4], reason: 'name' },
      { ...mara, reference: 'Mara Quill<mara@example.com>', lines: [3], reason: 'emailInside' },
    ]);
    expect(doubtful).toEqual([
      { reference: 'M. Quill', lines: [6], candidates: [{ ...mara, reason: 'initials' }] },
      { reference: 'Nobody, Ghost', lines: [7], candidates: [] },
    ]);
    expect(canManageTeams).toEqual([{ line: 2, row: 1 }]);
  });

  it('fits leaders given as 1001 to people whose IDs a data frame wrote as 1001.0', async () => {
    const floats = [
      'Team Leader,y,mara@example.com,1001.0,Mara,Quill,y,n,y,top@example.com',
      'Team Member,n,ivo@example.com,1002.0,Ivo,Bann,y,n,y,1001',
      'Team Member,n,b@example.com,1003.0,B,B,y,n,y,1001',
    ];
    const { leaders, err } = await exported(floats, '--resolve', 'leaders', '--fix', 'safe');
    expect(leaders).toEqual(['top@example.com', '1001', '1001']);
    expect(err).not.toContain('leader.notFound');
  });

  it('leaves every leader as it is where it is not asked for', async () => {
    const { leaders, out } = await exported(PEOPLE, '--json');
    expect(leaders[1]).toBe('Mara Quill<mara@example.com>');
    expect(document.safeParse(JSON.parse(out)).success).toBe(false);
  });
});
