import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { KEY, SECRET, simulatorHere } from '../../simulator/simulator-here.ts';
import { LEADER, personRow, rollcall, temporaryFolder, writeRows, writeStatuses } from './rollcall-here.ts';

const place = z.strictObject({ line: z.number(), row: z.number() });
const requests = z.strictObject({ requests: z.number(), minutes: z.number() });
const planDocument = z.strictObject({
  mode: z.enum(['create', 'update']),
  team: z.strictObject({ takenAt: z.iso.datetime(), people: z.number() }),
  fingerprint: z.strictObject({ roster: z.string(), team: z.string() }),
  counts: z.strictObject({
    create: z.number(),
    changed: z.number(),
    exists: z.number(),
    blocked: z.number(),
    held: z.number(),
  }),
  statusChanges: z.strictObject({ deactivate: z.number(), activate: z.number() }),
  cost: z.strictObject({ rate: z.number(), usual: requests, careful: requests }),
  waves: z.array(z.strictObject({ wave: z.number(), create: z.number(), changed: z.number() })),
  seats: z.array(
    z.strictObject({ license: z.string().nullable(), inUse: z.number().nullable(), added: z.number() }),
  ),
  rows: z.array(
    place.extend({
      kind: z.enum(['create', 'changed', 'exists', 'blocked', 'held']),
      wave: z.number().nullable(),
      leader: place.nullable(),
      changes: z.array(
        z.strictObject({
          column: z.string(),
          from: z.string().nullable(),
          to: z.string(),
          permanent: z.boolean(),
        }),
      ),
      status: z.enum(['activate', 'deactivate']).nullable(),
      staysManager: z.boolean().nullable(),
      deactivated: z.boolean().nullable(),
      reason: z.string().nullable(),
      problems: z.array(z.strictObject({ column: z.string().nullable(), code: z.string() })),
      messages: z.array(z.string()),
    }),
  ),
});

const BOSS = personRow({ canManageTeams: 'y', email: 'boss@acme.com', firstName: 'Olga', teamLeader: '' });
const CY = personRow({ email: 'cy@acme.com', firstName: 'Cy', teamLeader: 'boss@acme.com' });

async function filesOf(...rows: string[][]) {
  const folder = await temporaryFolder();
  const team = await writeRows(folder, [BOSS, CY], 'team.txt');
  return { folder, team, roster: await writeRows(folder, rows) };
}

async function planJson(rows: string[][], ...options: string[]) {
  const { roster, team } = await filesOf(...rows);
  const { code, out, err } = await rollcall('plan', roster, '--team', team, '--json', ...options);
  return { code, err, document: planDocument.parse(JSON.parse(out)) };
}

const NIA = personRow({ email: 'nia@acme.com', firstName: 'Nia', teamLeader: 'boss@acme.com' });
const ANA = personRow({ email: 'ana@acme.com', temporaryPassword: 'Correct horse 7' });

describe('rollcall plan', () => {
  it('says who would be created in which wave, and answers 0', async () => {
    const { roster, team } = await filesOf(ANA, LEADER, CY);
    const { code, out, err } = await rollcall('plan', roster, '--team', team);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toMatch(/Current team: 2 people, as of \d{4}-\d\d-\d\d \d\d:\d\d UTC/);
    expect(err).toContain(
      'Plan in create mode: 3 rows, in 2 waves, leaders before their teams\n  create   2  to create\n',
    );
    expect(err).toContain('  exists   1  in Agent Connect already, left as they are\n');
    expect(err).toContain(
      '\nWave 1 of 2: 1 row\n  line 3  create  Lea Der, lead@acme.com\n' +
        '\nWave 2 of 2: 1 row\n  line 2  create  Ana Ruiz, ana@acme.com\n' +
        '\nIn Agent Connect already: 1 row\n  line 4  Cy Ruiz, cy@acme.com\n' +
        '\nIt takes less than a minute at 60 requests a minute.\n' +
        '\nNothing was sent: this is a plan.\n',
    );
    expect(err).not.toContain('horse');
  });

  it('says what blocks a row and what holds another, and answers 1', async () => {
    const rows = [[...LEADER.with(0, '')], ANA];
    const { roster, team } = await filesOf(...rows);
    const { code, err } = await rollcall('plan', roster, '--team', team);
    expect(code).toBe(1);
    expect(err).toMatch(/\nBlocked: 1 row\n {2}line 2 {2}Lea Der, lead@acme\.com\n {10}.*Role/);
    expect(err).toContain('The Team Leader, Lea Der (line 2), is blocked. Fix that row first.');
  });

  it('shows what would change, old and new, and what cannot be undone', async () => {
    const changed = personRow({
      canManageTeams: 'y',
      email: 'cy@acme.com',
      firstName: 'Cyrus',
      teamLeader: 'boss@acme.com',
    });
    const { folder, team, roster } = await filesOf(changed);
    const { code, err } = await rollcall('plan', roster, '--team', team, '--mode', 'update');
    expect(code).toBe(0);
    expect(err).toContain('Cannot be undone: 1 person (line 2) would manage teams from now on');
    expect(err).toContain(
      '  line 2  change  Cyrus Ruiz, cy@acme.com\n' +
        '          Can Manage Teams: n → y (cannot be undone)\n' +
        '          First Name: Cy → Cyrus\n',
    );
    const managers = await writeRows(folder, [BOSS, LEADER], 'managers.txt');
    const demoted = await writeRows(folder, [LEADER.with(1, 'n')], 'demoted.txt');
    const said = await rollcall('plan', demoted, '--team', managers, '--mode', 'update');
    expect(said.err).toContain('Not possible: 1 person (line 2) would manage teams as before');
  });

  it('counts deactivations on their own, in words and in the document', async () => {
    const folder = await temporaryFolder();
    const [cy, eve] = [NIA.with(2, 'cy@acme.com'), NIA.with(2, 'eve@acme.com')];
    const team = await writeStatuses(
      folder,
      [
        [BOSS, 'n'],
        [cy, 'n'],
        [eve, 'y'],
      ],
      'team.txt',
    );
    const roster = await writeStatuses(folder, [
      [cy, 'y'],
      [eve, 'n'],
      [NIA, ''],
    ]);
    const options = ['--team', team, '--mode', 'update'];
    const { code, err } = await rollcall('plan', roster, ...options);
    expect(code).toBe(0);
    expect(err).toContain(
      '  create      1  to create\n  changed     0  to change\n  deactivate  1  to deactivate\n  activate    1  to reactivate\n',
    );
    expect(err).toContain('  line 2  deactivate  Nia Ruiz, cy@acme.com\n');
    expect(err).toContain('  line 3  reactivate  Nia Ruiz, eve@acme.com\n');
    const { out } = await rollcall('plan', roster, ...options, '--json');
    expect(planDocument.parse(JSON.parse(out))).toMatchObject({
      counts: { create: 1, changed: 2 },
      statusChanges: { deactivate: 1, activate: 1 },
      // One creation after a look-up, and two changes of a status, each after two.
      cost: { rate: 60, careful: { requests: 2 + 3 + 3 } },
      rows: [{ kind: 'changed', status: 'deactivate' }, { status: 'activate' }, { status: null }],
    });
  });

  it('says how long an upload takes, with one look-up for whom there is one identifier', async () => {
    const many = Array.from({ length: 120 }, (_, at) =>
      personRow({ email: `p${at}@acme.com`, lastName: `Q${at}`, teamLeader: 'boss@acme.com' }),
    );
    const { team, roster } = await filesOf(...many);
    const { err } = await rollcall('plan', roster, '--team', team);
    expect(err).toContain(
      'It takes about 2 minutes at 60 requests a minute (about 4 minutes with --careful).',
    );
  });

  it('prints the JSON document of the interface', async () => {
    const promoted = personRow({ canManageTeams: 'y', email: 'cy@acme.com', firstName: 'Cy' });
    const { code, document, err } = await planJson(
      [promoted, LEADER, personRow({ email: 'eve@acme.com', role: '' })],
      '--mode',
      'update',
    );
    expect(code).toBe(1);
    expect(err).not.toContain('Wave');
    expect(document).toMatchObject({
      mode: 'update',
      counts: { create: 1, changed: 1, exists: 0, blocked: 1, held: 0 },
      waves: [
        { wave: 1, create: 1, changed: 0 },
        { wave: 2, create: 0, changed: 1 },
      ],
      seats: [],
    });
    expect(document.rows).toMatchObject([
      {
        line: 2,
        row: 1,
        kind: 'changed',
        wave: 2,
        leader: { line: 3, row: 2 },
        changes: [
          { column: 'canManageTeams', from: 'n', to: 'y', permanent: true },
          { column: 'teamLeader', from: 'boss@acme.com', to: 'lead@acme.com', permanent: false },
        ],
      },
      { line: 3, row: 2, kind: 'create', wave: 1, leader: null, reason: null },
      {
        line: 4,
        row: 3,
        kind: 'blocked',
        reason: 'problems',
        problems: [{ column: 'role', code: 'required' }],
      },
    ]);
  });

  it.each([
    ['plan.csv', '\u{FEFF}Line,Name,', '"The Team Leader, Lea Der (line 2), is blocked. '],
    ['plan.txt', '\u{FEFF}Line\tName\t', '"The Team Leader, Lea Der (line 2), is blocked. '],
  ])('saves the plan as %s, without passwords', async (name, start, reason) => {
    const { folder, roster, team } = await filesOf(LEADER.with(0, ''), ANA);
    const out = join(folder, name);
    const { code, err } = await rollcall('plan', roster, '--team', team, '--out', out);
    expect(code).toBe(1);
    expect(err).toContain(`\nWrote the plan to ${out}.\n`);
    const text = (await readFile(out)).toString(name.endsWith('csv') ? 'utf8' : 'utf16le');
    expect(text.split('\r\n')).toHaveLength(4);
    expect(text.startsWith(start)).toBe(true);
    expect(text).toContain(reason);
    expect(text).not.toContain('horse');
  });

  it('saves the plan as a workbook, and answers 2 where it cannot', async () => {
    const { folder, roster, team } = await filesOf(LEADER, ANA);
    const out = join(folder, 'plan.xlsx');
    expect((await rollcall('plan', roster, '--team', team, '--out', out)).code).toBe(0);
    expect((await readFile(out)).subarray(0, 2).toString()).toBe('PK');
    const failed = await rollcall('plan', roster, '--team', team, '--out', join(folder, 'none', 'plan.csv'));
    expect(failed).toMatchObject({ code: 2, out: '', err: expect.stringContaining('“plan.csv”') as string });
  });

  it('answers the same fingerprint for the same people alone', async () => {
    const one = await planJson([LEADER, ANA]);
    const same = await planJson([LEADER, ANA.with(16, 'Other secret')]);
    const other = await planJson([LEADER, ANA.with(6, 'Ghent')]);
    expect(same.document.fingerprint).toEqual(one.document.fingerprint);
    expect(other.document.fingerprint.roster).not.toBe(one.document.fingerprint.roster);
    expect(other.document.fingerprint.team).toBe(one.document.fingerprint.team);
  });

  it('answers 2 without the current team, with a mode that is none, and for files that cannot be read', async () => {
    const { roster, team, folder } = await filesOf(ANA);
    const nowhere = join(folder, 'nowhere.txt');
    const calls: string[][] = [
      [roster],
      [roster, '--team', nowhere],
      [nowhere, '--team', team],
      [roster, '--team', team, '--mode', 'sync'],
    ];
    for (const call of calls) {
      const { code, out, err } = await rollcall('plan', ...call);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(/^.+\.\n$/);
    }
    expect((await readdir(folder)).sort()).toEqual(['roster.txt', 'team.txt']);
  });
});

describe('rollcall plan with the team of today', () => {
  it('plans against Agent Connect as it would against its saved team', async () => {
    vi.stubEnv('ROLLCALL_API_KEY', KEY);
    vi.stubEnv('ROLLCALL_API_SECRET', SECRET);
    const { url } = await simulatorHere();
    const folder = await temporaryFolder();
    const hire = personRow({ email: 'new@acme.example', teamLeader: 'leader20@acme.example' });
    const known = personRow({ email: 'person1@acme.example', teamLeader: '0000001' });
    const roster = await writeRows(folder, [hire, known]);
    const { code, out } = await rollcall('plan', roster, '--base-url', url, '--json', '--mode', 'update');
    const { counts, team } = planDocument.parse(JSON.parse(out));
    expect({ code, people: team.people, counts }).toMatchObject({
      code: 0,
      people: 45,
      counts: { create: 1, changed: 1 },
    });
    vi.unstubAllEnvs();
  });

  it('asks for the team in one way, and only one', async () => {
    const { roster, team } = await filesOf(ANA);
    const none = await rollcall('plan', roster);
    expect(none.code).toBe(2);
    expect(none.err).toContain('--subdomain');
    const both = await rollcall('plan', roster, '--team', team, '--subdomain', 'acme');
    expect(both.code).toBe(2);
    expect(both.err).toContain('cannot be used with');
  });

  it('says what hinders it before it has sent anything', async () => {
    vi.stubEnv('ROLLCALL_API_KEY', '');
    const { roster } = await filesOf(ANA);
    const { code, err } = await rollcall('plan', roster, '--subdomain', 'acme');
    expect(code).toBe(2);
    expect(err).toContain('ROLLCALL_API_KEY');
    vi.unstubAllEnvs();
  });
});
