import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { LEADER, personRow, rollcall, temporaryFolder, writeRows } from './rollcall-here.ts';

const BOSS = personRow({ canManageTeams: 'y', email: 'boss@acme.com', firstName: 'Olga', teamLeader: '' });
const ANA = personRow({ email: 'ana@acme.com', homeTown: 'Ghent' });
const CY = personRow({ email: 'cy@acme.com', firstName: 'Cy' });

const checked = z.object({
  problems: z.array(z.object({ line: z.number(), code: z.string() })),
  team: z.strictObject({ new: z.number(), changed: z.number(), unchanged: z.number() }).optional(),
});

/** A team of four in Agent Connect, and its file with Ana moved to Bruges and someone added. */
async function edited() {
  const folder = await temporaryFolder();
  const team = await writeRows(folder, [BOSS, LEADER, ANA, CY], 'team.txt');
  const moved = personRow({ email: 'ana@acme.com', homeTown: 'Bruges' });
  const newcomer = personRow({ email: 'new@acme.com', firstName: 'Nia' });
  const roster = await writeRows(folder, [LEADER, moved, CY, newcomer]);
  return { folder, team, roster, out: join(folder, 'out.txt') };
}

async function emailsIn(path: string): Promise<string[]> {
  const text = (await readFile(path)).toString('utf16le');
  return text
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split('\t')[2] ?? '');
}

describe('--mode update', () => {
  it('checks a roster as a bulk update, and counts its rows against the team', async () => {
    const { team, roster } = await edited();
    const { out, err } = await rollcall('check', roster, '--team', team, '--mode', 'update', '--json');
    const document = checked.parse(JSON.parse(out));
    expect(document.problems.map(({ line, code }) => [line, code])).toEqual([[5, 'person.unknown']]);
    expect(document.team).toEqual({ new: 1, changed: 1, unchanged: 2 });
    expect(err).toContain('0 errors and 1 warning. 1 row changed, 1 not in Agent Connect, 2 as there.');
  });

  it('is not how a roster is checked unless it is said', async () => {
    const { team, roster } = await edited();
    const { out, code } = await rollcall('check', roster, '--team', team, '--json');
    const document = checked.parse(JSON.parse(out));
    expect(document.problems.map(({ code: kind }) => kind)).toEqual(Array(3).fill('person.exists'));
    expect({ code, team: document.team }).toEqual({ code: 1, team: undefined });
  });

  it('--changed-only writes the rows that change something, every row without it', async () => {
    const { team, roster, out } = await edited();
    const update = ['export', roster, '--team', team, '--mode', 'update', '--out', out];
    const { code, err } = await rollcall(...update, '--changed-only');
    expect(code).toBe(0);
    expect(err).toContain('2 rows not written: they say what Agent Connect has.\nWrote 2 rows to ');
    expect(await emailsIn(out)).toEqual(['ana@acme.com', 'new@acme.com']);
    const said = await rollcall(...update, '--changed-only', '--json');
    expect(JSON.parse(said.out)).toMatchObject({
      unchanged: 2,
      team: { new: 1, changed: 1, unchanged: 2 },
      written: { rows: 2 },
    });
    expect((await rollcall(...update)).code).toBe(0);
    expect(await emailsIn(out)).toHaveLength(4);
  });

  it('needs to know the team', async () => {
    const { roster, out } = await edited();
    for (const argv of [
      ['check', roster],
      ['export', roster, '--out', out],
    ]) {
      const { code, err } = await rollcall(...argv, '--mode', 'update');
      expect(code).toBe(2);
      expect(err).toContain("'--team <file>' not specified");
    }
    const alone = await rollcall('export', roster, '--out', out, '--changed-only');
    expect(alone.code).toBe(2);
    expect(alone.err).toContain("'--changed-only' goes with '--mode update'");
  });
});
