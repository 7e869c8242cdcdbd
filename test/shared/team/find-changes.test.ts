import { describe, expect, it } from 'vitest';
import { AT, type ColumnKey } from '../../../shared/person/catalogue.ts';
import type { TeamMember } from '../../../shared/person/team-member.ts';
import { findChanges, findChangesAgain, wouldDemote } from '../../../shared/team/find-changes.ts';
import type { Cells } from '../rules/build-roster.ts';
import { makeRoster, type Person } from '../roster/make-roster.ts';
import { memberWith, plannedRows } from '../upload/plan/plan-people.ts';

/** Someone whom a row of `newRoster` leaves as they are. */
const BOB = memberWith({
  email: 'bob@acme.com',
  employeeId: 'B1',
  firstName: 'Bob',
  lastName: 'New1',
  role: 'Team Member',
  phoneChannel: true,
  chatChannel: false,
  emailChannel: false,
});

function planBob(cells: Cells, member: Partial<TeamMember> = {}, untold: readonly ColumnKey[] = []) {
  const bob = { ...BOB, ...member };
  const [planned] = plannedRows([{ email: 'bob@acme.com', ...cells }], {
    mode: 'update',
    members: [bob],
    untold,
  });
  return planned;
}

function changesOf(...args: Parameters<typeof planBob>) {
  const planned = planBob(...args);
  return planned?.kind === 'changed'
    ? planned.changes.map(({ column, from, to }) => [column, from, to])
    : planned?.kind;
}

describe('the changes of someone in Agent Connect', () => {
  it('are none where the row says what is there', () => {
    expect(changesOf({})).toBe('exists');
    const texts = { homeTown: 'Ghent', profile: 'One\nTwo', startDate: '2026-03-15', groups: '{B, A}' };
    const member = { ...texts, profile: 'One\r\nTwo', groups: ['A', 'B'], licenseType: 'Standard' };
    expect(changesOf({ ...texts, email: 'BOB@acme.com', licenseType: 'Standard' }, member)).toBe('exists');
  });

  it('are told by column, old and new, in the words of the roster', () => {
    const cells = {
      role: 'Team Leader',
      email: '',
      employeeId: 'B1',
      firstName: 'Robert',
      chatChannel: 'y',
      phoneChannel: 'n',
      employmentStatus: 'Part Time',
      startDate: '15 March 2026',
      groups: '{Support}',
    };
    expect(changesOf(cells, { employmentStatus: 'Full Time', groups: ['A', 'B'] })).toEqual([
      ['role', 'Team Member', 'Team Leader'],
      ['firstName', 'Bob', 'Robert'],
      ['phoneChannel', 'y', 'n'],
      ['chatChannel', 'n', 'y'],
      ['employmentStatus', 'Full Time', 'Part Time'],
      ['startDate', '', '2026-03-15'],
      ['groups', '{A, B}', '{Support}'],
    ]);
  });

  it('are of a profile whose words differ, not its line breaks alone', () => {
    expect(changesOf({ profile: 'One\nThree' }, { profile: 'One\r\nTwo' })).toEqual([
      ['profile', 'One\r\nTwo', 'One\nThree'],
    ]);
  });

  it('are none for empty cells, which is not the same as no groups', () => {
    const member = { homeTown: 'Ghent', groups: ['A'], employeeId: 'B1' };
    expect(changesOf({ homeTown: ' ', groups: '' }, member)).toBe('exists');
    expect(changesOf({ groups: '{}' }, member)).toEqual([['groups', '{A}', '{}']]);
  });

  it('security 18: never are a temporary password', () => {
    expect(changesOf({ temporaryPassword: 'Correct horse' })).toBe('exists');
  });

  it('are of the leader only if it is someone else', () => {
    expect(changesOf({ teamLeader: 'OWN1' })).toBe('exists');
    expect(changesOf({}, { teamLeader: 'lea@acme.com' })).toEqual([
      ['teamLeader', 'lea@acme.com', 'owner@acme.com'],
    ]);
  });

  it('say when Agent Connect never takes them back, and are none when it does not take them', () => {
    expect(planBob({ canManageTeams: 'y' })).toMatchObject({
      kind: 'changed',
      changes: [{ column: 'canManageTeams', from: 'n', to: 'y', permanent: true }],
      staysManager: false,
    });
    expect(planBob({}, { canManageTeams: true })).toMatchObject({ kind: 'exists', staysManager: true });
  });

  it('are to deactivate and to activate someone', () => {
    expect(changesOf({ deactivated: 'y' })).toEqual([['deactivated', 'n', 'y']]);
    expect(changesOf({ deactivated: 'n' }, { deactivated: true })).toEqual([['deactivated', 'y', 'n']]);
    expect(changesOf({}, { deactivated: true })).toBe('exists');
  });

  it('name no old value where the snapshot does not tell', () => {
    const untold = ['homeTown', 'canManageTeams', 'deactivated'] as const;
    expect(changesOf({ homeTown: 'Ghent', deactivated: 'n' }, {}, untold)).toEqual([
      ['homeTown', null, 'Ghent'],
    ]);
    expect(changesOf({}, {}, untold)).toBe('exists');
    expect(changesOf({ deactivated: 'y', canManageTeams: 'n' }, {}, untold)).toEqual([
      ['deactivated', null, 'y'],
    ]);
    expect(changesOf({ phoneChannel: 'n' }, {}, ['phoneChannel'])).toEqual([['phoneChannel', null, 'n']]);
  });
});

describe('the changes of a row whose cells are typed in', () => {
  /** Bob, who is compared with what he is in Agent Connect, and whose cells change. */
  function compared(cells: Person, found: ReturnType<Parameters<typeof findChanges>[0]['found']> = []) {
    const [row] = makeRoster([cells]).rows;
    if (row === undefined) throw new Error('nobody');
    const type = (key: ColumnKey, text: string): void => {
      row.cells[AT[key]] = text;
    };
    return { row, type, member: BOB, untold: [], hasSameLeader: () => true, found: () => found };
  }

  it('are those of the whole row, in the order of the columns', () => {
    const bob = compared({ firstName: 'Robert' });
    const before = findChanges(bob);
    bob.type('role', 'Team Leader');
    bob.type('homeTown', 'Ghent');
    const after = findChangesAgain(before, [AT.homeTown, AT.role], bob);
    expect(after).toEqual(findChanges(bob));
    expect(after.map(({ column }) => column)).toEqual(['role', 'firstName', 'homeTown']);
    bob.type('firstName', 'Rob');
    expect(findChangesAgain(after, [AT.firstName], bob)).toEqual(findChanges(bob));
    bob.type('role', 'Team Member');
    expect(findChangesAgain(after, [AT.role, AT.firstName], bob).map(({ to }) => to)).toEqual([
      'Rob',
      'Ghent',
    ]);
  });

  it('are the same list where no cell says something else, and of no password', () => {
    const bob = compared({ firstName: 'Robert', temporaryPassword: 'Correct horse' });
    const before = findChanges(bob);
    expect(findChangesAgain(before, [AT.firstName, AT.role, AT.temporaryPassword, 99], bob)).toBe(before);
  });

  it('has the date that the rules have found a cell to mean', () => {
    const problem = { severity: 'error', row: 1, column: 'startDate', fixes: [] } as const;
    const found = [
      {
        ...problem,
        code: 'date.implausible',
        facts: { value: '01/02/2026', date: '1926-02-01', when: 'past' },
      },
      { ...problem, code: 'date.format', facts: { value: '01/02/2026', date: '2026-02-01' } },
    ] as const;
    expect(findChanges(compared({ startDate: '01/02/2026' }, found))).toMatchObject([
      { column: 'startDate', from: '', to: '2026-02-01' },
    ]);
  });
});

describe('a row that says that a manager of teams is none', () => {
  const demotes = (canManageTeams: string, manages = true) =>
    makeRoster([{ canManageTeams }]).rows.map((row) =>
      wouldDemote({ row, member: { ...BOB, canManageTeams: manages } }),
    )[0];

  it('says so with a no alone, of somebody who is one', () => {
    expect([demotes('n'), demotes('no'), demotes('n', false)]).toEqual([true, true, false]);
    expect([demotes('y'), demotes(''), demotes(' ')]).toEqual([false, false, false]);
  });
});
