import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AT } from '../../../../shared/person/catalogue.ts';
import { cellAt } from '../../../../shared/roster/roster.ts';
import { finish } from '../../../../shared/roster/sliced-work.ts';
import { planningUpload } from '../../../../shared/upload/plan/plan-upload.ts';
import type { PlannedRow } from '../../../../shared/upload/plan/upload-plan.ts';
import { check } from '../../../../shared/rules/checker.ts';
import { type Cells, OWNER, settingsWith } from '../../rules/build-roster.ts';
import { memberWith, newRoster, plannedRows, planOf } from './plan-people.ts';
import { runs } from '../../../tier.ts';

const LEADS: Cells = { canManageTeams: 'y', role: 'Team Leader' };

describe('a row of someone new', () => {
  it('is created in the first wave when the leader is in Agent Connect', () => {
    expect(plannedRows([{}])).toEqual([{ row: 1, kind: 'create', wave: 1, leader: null }]);
  });

  it('is created a wave after each leader, whatever the order and by email or ID', () => {
    const rows = plannedRows([
      { teamLeader: 'L2' },
      { ...LEADS, employeeId: 'L2', teamLeader: 'LEA@acme.com' },
      { ...LEADS, email: 'lea@acme.com' },
    ]);
    expect(rows).toEqual([
      { row: 1, kind: 'create', wave: 3, leader: 2 },
      { row: 2, kind: 'create', wave: 2, leader: 3 },
      { row: 3, kind: 'create', wave: 1, leader: null },
    ]);
  });

  it('is blocked by errors, and those below it are held at any depth', () => {
    const rows = plannedRows([
      { ...LEADS, employeeId: 'L1', role: '' },
      { ...LEADS, employeeId: 'L2', teamLeader: 'L1' },
      { teamLeader: 'L2' },
      {},
    ]);
    expect(rows).toMatchObject([
      { kind: 'blocked', block: { kind: 'problems', problems: [{ code: 'required', column: 'role' }] } },
      { kind: 'held', reason: 'blocked', leader: 1 },
      { kind: 'held', reason: 'held', leader: 2 },
      { kind: 'create' },
    ]);
  });

  it('is blocked in a circle of leaders, and the team of the circle is held', () => {
    const rows = plannedRows([
      { ...LEADS, employeeId: 'L1', teamLeader: 'L2' },
      { ...LEADS, employeeId: 'L2', teamLeader: 'L1' },
      { teamLeader: 'L2' },
    ]);
    expect(rows.map(({ kind }) => kind)).toEqual(['blocked', 'blocked', 'held']);
  });

  it('waits for its leader where rows with one ID close a circle that is none', () => {
    const people = [
      { ...LEADS, employeeId: 'L3', teamLeader: 'L1' },
      { ...LEADS, employeeId: 'L1', teamLeader: 'L7' },
      { ...LEADS, employeeId: 'L7', teamLeader: 'L6' },
      { ...LEADS, employeeId: 'L6', teamLeader: 'L3' },
      { ...LEADS, employeeId: 'L6' },
    ];
    expect(plannedRows(people)).toMatchObject([
      { kind: 'held', reason: 'held' },
      { kind: 'held', reason: 'blocked' },
      { kind: 'blocked', block: { problems: [{ code: 'leader.ambiguous' }] } },
      { kind: 'blocked' },
      { kind: 'blocked' },
    ]);
  });

  it('is blocked where a date could be two, and sent where it is sure', () => {
    const [unsure, sure] = plannedRows([{ startDate: '03/04/2026' }, { startDate: '15 March 2026' }]);
    expect(unsure).toMatchObject({
      kind: 'blocked',
      block: { problems: [{ code: 'date.ambiguous', severity: 'warning' }] },
    });
    expect(sure).toMatchObject({ kind: 'create' });
  });

  it('is blocked where no request can hold a cell', () => {
    const [photo, id] = plannedRows([
      { photoUrl: 'http://acme.com/me.png' },
      { employeeId: '..', email: '' },
    ]);
    expect(photo).toMatchObject({ kind: 'blocked', block: { kind: 'unsendable', columns: ['photoUrl'] } });
    // An address ends in the ID: one of dots would name another place. A rule knows before the request that it is none.
    expect(id).toMatchObject({ kind: 'blocked', block: { problems: [{ code: 'value.placeholder' }] } });
  });

  it('is blocked when it is marked as deactivated', () => {
    expect(plannedRows([{ deactivated: 'y' }])).toMatchObject([
      { kind: 'blocked', block: { kind: 'nobodyToDeactivate' } },
    ]);
  });

  it('is held where nobody is the leader and no rule has said so', () => {
    const team = { takenAt: '2026-05-30T08:00:00Z', people: [], untold: [] };
    const sources = { roster: newRoster({}), team, problemsOf: () => [], mode: 'create' as const };
    expect(finish(planningUpload(sources)).rows).toEqual([
      { row: 1, kind: 'held', reason: 'notFound', leader: null },
    ]);
  });
});

describe('a row of someone who is in Agent Connect', () => {
  const ben = memberWith({ email: 'ben@acme.com', employeeId: 'B1', firstName: 'Bob', role: 'Team Member' });

  it('is left as it is in create mode, whatever is wrong with it', () => {
    const rows = plannedRows(
      [
        { email: 'BEN@acme.com', role: '' },
        { email: '', employeeId: 'B1' },
      ],
      {
        members: [ben],
      },
    );
    expect(rows).toMatchObject([
      { kind: 'exists', member: ben },
      { kind: 'exists', member: ben },
    ]);
  });

  it('can be updated although a check for creations calls it an error', () => {
    const roster = newRoster({ email: 'ben@acme.com', role: 'Team Leader' });
    const team = { takenAt: '2026-05-30T08:00:00Z', people: [OWNER, ben], untold: [] };
    const checker = check(roster, settingsWith({ mode: 'create', team }));
    const problemsOf = (row: number) => checker.problemsOf(row);
    expect(problemsOf(1)).toMatchObject([{ code: 'person.exists' }]);
    const { rows } = finish(planningUpload({ roster, team, problemsOf, mode: 'update' }));
    expect(rows).toMatchObject([{ kind: 'changed' }]);
  });

  it('is a conflict where email and ID are two people', () => {
    const other = memberWith({ email: 'cy@acme.com', employeeId: 'C1' });
    for (const mode of ['create', 'update'] as const)
      expect(
        plannedRows([{ email: 'ben@acme.com', employeeId: 'C1' }], { mode, members: [ben, other] }),
      ).toMatchObject([{ kind: 'blocked', block: { kind: 'twoPeople', byEmail: ben, byId: other } }]);
  });

  it('is blocked in update mode where another row is the same person', () => {
    const rows = plannedRows([{ email: 'ben@acme.com' }, {}, { email: '', employeeId: 'B1' }], {
      mode: 'update',
      members: [ben],
    });
    expect(rows).toMatchObject([
      { kind: 'blocked', block: { kind: 'samePerson', rows: [3] } },
      { kind: 'create' },
      { kind: 'blocked', block: { kind: 'samePerson', rows: [1] } },
    ]);
  });

  const lea = memberWith({ email: 'lea@acme.com', employeeId: 'L1', role: 'Team Member', lastName: 'Boss' });

  it('is a leader whom nobody can name in create mode unless they manage teams', () => {
    const people = [{ ...LEADS, email: 'lea@acme.com' }, { teamLeader: 'lea@acme.com' }];
    expect(plannedRows(people, { members: [lea] })).toMatchObject([
      { kind: 'exists' },
      { kind: 'held', reason: 'cannotManage', leader: 1 },
    ]);
    expect(plannedRows(people, { members: [{ ...lea, canManageTeams: true }] })).toMatchObject([
      { kind: 'exists' },
      { kind: 'create', wave: 1, leader: null },
    ]);
  });

  it('is a leader whom no request can name without an email address, and holds the team', () => {
    const manager = { ...lea, email: '', canManageTeams: true };
    expect(plannedRows([{ teamLeader: 'L1' }], { members: [manager] })).toMatchObject([
      { kind: 'held', reason: 'noEmail', leader: null },
    ]);
    const people = [{ ...LEADS, email: '', employeeId: 'N1' }, { teamLeader: 'N1' }];
    expect(plannedRows(people)).toMatchObject([
      { kind: 'create', wave: 1 },
      { kind: 'held', reason: 'noEmail', leader: 1 },
    ]);
  });

  it('is promoted a wave before the team in update mode', () => {
    const people = [{ teamLeader: 'L1' }, { ...LEADS, email: 'lea@acme.com', employeeId: 'L1' }];
    const plan = planOf(newRoster(...people), { mode: 'update', members: [lea] });
    expect(plan.rows).toMatchObject([
      { kind: 'create', wave: 2, leader: 2 },
      { kind: 'changed', wave: 1, leader: null },
    ]);
    expect(plan.waves).toEqual([
      { create: 0, changed: 1 },
      { create: 1, changed: 0 },
    ]);
  });

  it('leads on although the own row is blocked or held', () => {
    const manager = { ...lea, canManageTeams: true };
    const people = [{ ...LEADS, email: 'lea@acme.com', role: '' }, { teamLeader: 'L1' }];
    expect(plannedRows(people, { mode: 'update', members: [manager] })).toMatchObject([
      { kind: 'blocked' },
      { kind: 'create', wave: 1, leader: null },
    ]);
  });
});

describe('the plan', () => {
  const flexible = memberWith({ email: 'a@acme.com', licenseType: 'Flexible' });
  const standard = memberWith({ email: 'b@acme.com', licenseType: 'Standard' });
  const gone = memberWith({ email: 'c@acme.com', licenseType: 'Standard', deactivated: true });
  const members = [flexible, standard, gone];

  it('counts who is deactivated and who is reactivated on their own, and the requests of all', () => {
    const people = [
      { employeeId: 'N1' },
      { email: 'a@acme.com', deactivated: 'y' },
      { email: 'b@acme.com', licenseType: 'Standard', deactivated: 'y', homeTown: 'Ghent' },
      { email: 'c@acme.com', licenseType: 'Standard', deactivated: 'n' },
    ];
    const plan = planOf(newRoster(...people), { mode: 'update', members });
    expect(plan.counts).toMatchObject({ create: 1, changed: 3 });
    expect(plan.groups).toMatchObject({ create: 1, changed: 0, deactivate: 2, activate: 1 });
    const fields = plan.rows.filter(({ kind }) => kind === 'changed').length;
    expect(plan.requests.writes).toBeGreaterThan(1 + fields);
    // Two of the newcomer, and one and the status of each who is known by the address alone.
    expect(plan.requests.lookUps).toBe(2 + 3 * 2);
  });

  it('counts the seats that it takes and frees', () => {
    const { seats } = planOf(
      newRoster(
        { licenseType: 'standard' },
        { licenseType: 'Standard' },
        {},
        { email: 'a@acme.com', licenseType: 'Standard' },
        { email: 'b@acme.com', deactivated: 'y' },
        { role: '', licenseType: 'Flexible' },
      ),
      { mode: 'update', members },
    );
    expect(seats).toEqual([
      { license: 'Standard', inUse: 1, added: 1 },
      { license: 'Flexible', inUse: 1, added: -1 },
      { license: null, inUse: 1, added: 1 },
    ]);
  });

  it('says nothing of seats where nobody’s license is known, and no number where the team’s are not', () => {
    expect(planOf(newRoster({}), { untold: ['licenseType'] }).seats).toEqual([]);
    expect(planOf(newRoster({ licenseType: 'Standard' }), { untold: ['licenseType'] }).seats).toEqual([
      { license: 'Standard', inUse: null, added: 1 },
    ]);
  });

  it('security 25: is stale when a cell or the team changes, but not with a password or a column that is never sent', () => {
    const roster = newRoster({}, {});
    const before = planOf(roster).fingerprint;
    const row = roster.rows[1];
    row?.cells.push('carried');
    if (row) row.cells[AT.temporaryPassword] = 'Correct horse';
    expect(planOf(roster).fingerprint).toEqual(before);
    expect(planOf(roster, { members }).fingerprint).toMatchObject({ roster: before.roster });
    expect(planOf(roster, { members }).fingerprint.team).not.toBe(before.team);
    if (row) row.cells[AT.homeTown] = 'Ghent';
    expect(planOf(roster).fingerprint.roster).not.toBe(before.roster);
    expect(planOf(roster).fingerprint.team).toBe(before.team);
  });
});

/** Names are few, so that rows share them, lead one another in circles and at any depth, and are in the team or not. */
const name = fc.constantFrom('P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7');
const anyPerson = fc.record({
  employeeId: name,
  teamLeader: fc.oneof(name, fc.constantFrom('owner@acme.com', 'nobody')),
  canManageTeams: fc.constantFrom('y', 'y', 'y', 'n'),
  role: fc.constantFrom('Team Member', 'Team Member', 'Team Member', ''),
});
const anyMember = fc
  .record({ employeeId: name, canManageTeams: fc.boolean(), role: fc.constantFrom('Team Member', 'Admin') })
  .map(memberWith);
const anyMembers = fc.uniqueArray(anyMember, { maxLength: 5, selector: ({ employeeId }) => employeeId });

describe('the plan of any hierarchy', () => {
  const anyCase = fc.record({
    people: fc
      .array(anyPerson, { maxLength: 10 })
      .map((people) =>
        people.map((person, at) => ({ ...person, lastName: `Ray${at}`, email: `ray${at}@acme.com` })),
      ),
    members: anyMembers,
    mode: fc.constantFrom('create' as const, 'update' as const),
  });

  it('puts every person into exactly one kind, and nobody before their leader', () => {
    fc.assert(
      fc.property(anyCase, ({ people, ...options }) => {
        const roster = newRoster(...people);
        const { rows, counts, waves } = planOf(roster, options);
        expect(rows.map(({ row }) => row)).toEqual(roster.rows.map(({ id }) => id));
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(people.length);
        expect(waves.reduce((sum, { create, changed }) => sum + create + changed, 0)).toBe(
          counts.create + counts.changed,
        );
        for (const planned of rows) {
          if (!('wave' in planned)) continue;
          const reference = people[planned.row - 1]?.teamLeader;
          const above = rows.find(({ row }) => people[row - 1]?.employeeId === reference);
          const before = above && 'wave' in above ? above.wave : 0;
          expect(planned.wave).toBe(before + 1);
          const leads = [
            ...options.members,
            memberWith({ employeeId: 'owner@acme.com', canManageTeams: true }),
          ].some(({ employeeId, canManageTeams }) => employeeId === reference && canManageTeams);
          if (before === 0 && planned.kind === 'create') expect(leads).toBe(true);
        }
      }),
      { numRuns: runs(1000) },
    );
  });

  it('is the same in any order of the roster', () => {
    fc.assert(
      fc.property(anyCase, fc.array(fc.nat(), { minLength: 10 }), ({ people, ...options }, numbers) => {
        const shuffled = people
          .map((person, at) => ({ person, key: numbers[at] ?? 0 }))
          .sort((one, other) => one.key - other.key)
          .map(({ person }) => person);
        expect(byName(shuffled, options)).toEqual(byName(people, options));
      }),
      { numRuns: runs(1000) },
    );
  });
});

function byName(people: Cells[], options: Parameters<typeof planOf>[1]) {
  const roster = newRoster(...people);
  const nameAt = (id: number | null): string => {
    const row = id === null ? undefined : roster.byId.get(id);
    return row ? cellAt(row, AT.lastName) : '';
  };
  return Object.fromEntries(
    planOf(roster, options).rows.map((planned) => [nameAt(planned.row), essence(planned, nameAt)]),
  );
}

/** What a planned row says without the ids of rows, which follow the order. */
function essence(planned: PlannedRow, nameAt: (id: number | null) => string) {
  switch (planned.kind) {
    case 'blocked':
      return planned.block.kind === 'problems'
        ? planned.block.problems.map(({ code }) => code)
        : planned.block.kind;
    case 'exists':
      return { ...planned, row: null };
    default:
      return { ...planned, row: null, leader: nameAt(planned.leader) };
  }
}
