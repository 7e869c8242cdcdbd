import { describe, expect, it } from 'vitest';
import { AT } from '../../../../shared/person/catalogue.ts';
import { cellAt, lineOf, type Roster, type Row } from '../../../../shared/roster/roster.ts';
import type { People } from '../../../../shared/rules/messages.ts';
import { ROW_STATES } from '../../../../shared/upload/journal/outcome.ts';
import type { ReportedRow } from '../../../../shared/upload/report/reported-row.ts';
import { inertCell, planSheet, reportSheet } from '../../../../shared/upload/report/sheets.ts';
import type { Cells } from '../../rules/build-roster.ts';
import { memberWith, newRoster, planOf } from '../plan/plan-people.ts';

function peopleIn(roster: Roster): People {
  const rowOf = (id: number): Row => {
    const row = roster.byId.get(id);
    if (row === undefined) throw new Error(`No row ${id}`);
    return row;
  };
  return {
    lineOf: (id) => lineOf(rowOf(id)),
    nameOf: (id) => `${cellAt(rowOf(id), AT.firstName)} ${cellAt(rowOf(id), AT.lastName)}`,
  };
}

/** The rows of a saved plan by header, without the empty cells. */
function saved(people: Cells[], options: Parameters<typeof planOf>[1] = {}): Record<string, string>[] {
  const roster = newRoster(...people);
  const [header = [], ...rows] = planSheet(planOf(roster, options), roster, peopleIn(roster));
  const told = (cells: readonly string[]): (readonly [string, string])[] =>
    header.map((name, at) => [name, cells[at] ?? ''] as const).filter(([, text]) => text !== '');
  return rows.map((cells) => Object.fromEntries(told(cells)));
}

describe('a cell of a report', () => {
  it('security 11: begins with an apostrophe where a spreadsheet would take it for a formula', () => {
    const texts = ['=1+1', '+44', '-1', '@SUM(A1)', '\t=1', '\r=1', 'a=1', '', "'x"];
    expect(texts.map(inertCell)).toEqual([
      "'=1+1",
      "'+44",
      "'-1",
      "'@SUM(A1)",
      "'\t=1",
      "'\r=1",
      'a=1',
      '',
      "'x",
    ]);
  });
});

describe('a plan as the rows of a file', () => {
  it('names each person, what would be done, in which wave and after whom', () => {
    const rows = saved([
      { firstName: 'Bo', lastName: 'Ray', employeeId: '007', teamLeader: 'lea@acme.com' },
      { firstName: 'Lea', lastName: 'Low', email: 'lea@acme.com', canManageTeams: 'y', role: 'Team Leader' },
    ]);
    expect(rows).toEqual([
      {
        Line: '2',
        Name: 'Bo Ray',
        'Email Address': 'new1@acme.com',
        'Employee ID': '007',
        Plan: 'Create',
        Wave: '2',
        'Team Leader': 'Lea Low (line 3)',
      },
      {
        Line: '3',
        Name: 'Lea Low',
        'Email Address': 'lea@acme.com',
        Plan: 'Create',
        Wave: '1',
        'Team Leader': 'owner@acme.com',
      },
    ]);
  });

  it('tells each change, old and new', () => {
    const bob = memberWith({
      email: 'bob@acme.com',
      firstName: 'Bob',
      lastName: 'New1',
      role: 'Team Member',
      phoneChannel: true,
      chatChannel: false,
      emailChannel: false,
    });
    const [row] = saved([{ email: 'bob@acme.com', firstName: 'Rob', canManageTeams: 'y' }], {
      mode: 'update',
      members: [bob],
    });
    expect(row).toMatchObject({
      Plan: 'Change',
      Changes: 'Can Manage Teams: n → y (cannot be undone)\nFirst Name: Bob → Rob',
    });
  });

  it('says who is deactivated and who is active again', () => {
    const [bob, eve] = [
      memberWith({ email: 'bob@acme.com' }),
      memberWith({ email: 'eve@acme.com', deactivated: true }),
    ];
    const rows = saved(
      [
        { email: 'bob@acme.com', deactivated: 'y' },
        { email: 'eve@acme.com', deactivated: 'n' },
      ],
      {
        mode: 'update',
        members: [bob, eve],
      },
    );
    expect(rows.map(({ Plan }) => Plan)).toEqual(['Deactivate', 'Reactivate']);
  });

  it('tells why a row is blocked, and why those below it are held', () => {
    const rows = saved([
      { firstName: 'Lea', lastName: '', email: 'lea@acme.com', canManageTeams: 'y', role: 'Team Leader' },
      { teamLeader: 'lea@acme.com' },
    ]);
    expect(rows.map(({ Plan }) => Plan)).toEqual(['Blocked', 'Held']);
    expect(rows[0]?.['Reason']).toMatch(/last name/i);
    expect(rows[1]?.['Reason']).toMatch(/is blocked\. Fix that row first\.$/);
  });

  it('security 11, 18: has no cell that a spreadsheet would carry out, and no temporary password', () => {
    const [row] = saved([
      { firstName: '=1+1', lastName: 'X', employeeId: '+44', temporaryPassword: 'Correct horse 1' },
    ]);
    expect(row).toMatchObject({ Name: "'=1+1 X", 'Employee ID': "'+44" });
    expect(JSON.stringify(row)).not.toContain('Correct horse');
  });
});

const ANA: ReportedRow = {
  place: 1,
  line: 3,
  name: 'Ana Ruiz',
  email: 'ana@acme.com',
  employeeId: '0020017',
  state: 'created',
  reason: null,
  words: '',
};

describe('a report as the rows of a file', () => {
  it('has first who needs a step, with it, and tells of each what became of them and why', () => {
    const gone = { ...ANA, line: 6, state: 'updated', status: 'deactivate' } as const;
    const rows = [
      ANA,
      { ...ANA, line: 4, name: 'Bo', state: 'failed', reason: 'notAccepted', words: 'role is unknown' },
      { ...ANA, line: 5, state: 'held', reason: 'leader', words: 'Bo' },
      gone,
      { ...ANA, line: 7, reason: 'sentTwice' },
      { ...gone, line: 8, status: 'activate' },
    ] as const;
    const [header = [], ...cells] = reportSheet(rows);
    expect(header).toEqual([
      ...['Line', 'Name', 'Email Address', 'Employee ID', 'Outcome', 'Next Step', 'Reason'],
    ]);
    expect(cells.map(([line, , , , outcome, step]) => [line, outcome, step])).toEqual([
      ['7', 'Created', 'Look for a double'],
      ['4', 'Failed', 'Correct the row'],
      ['5', 'Held', 'Upload the Team Leader first'],
      ['3', 'Created', ''],
      ['6', 'Deactivated', ''],
      ['8', 'Reactivated', ''],
    ]);
    expect(cells[1]).toEqual([
      '4',
      'Bo',
      'ana@acme.com',
      '0020017',
      'Failed',
      'Correct the row',
      'Agent Connect did not accept this person: “role is unknown”. Correct the row and upload it again.',
    ]);
  });

  it('security 11: has no cell that a spreadsheet would carry out, the server’s words not either', () => {
    const row = { ...ANA, name: '=HYPERLINK("x")', employeeId: '-1', words: '@SUM(1)' } as const;
    const [, cells] = [...reportSheet([{ ...row, state: 'failed', reason: null }])];
    expect(cells).toEqual([
      ...['3', `'=HYPERLINK("x")`, 'ana@acme.com', "'-1", 'Failed', 'Correct the row', "'@SUM(1)"],
    ]);
  });

  it('has a word for every state, and no reason before there is an outcome', () => {
    const [, ...rows] = reportSheet(ROW_STATES.map((state) => ({ ...ANA, state, words: 'x' })));
    expect(rows.every(([, , , , outcome]) => outcome !== '')).toBe(true);
    const told = (outcome = '', reason = ''): boolean => (reason === '') === outcome.endsWith('yet');
    expect(rows.map(([, , , , outcome, , reason]) => told(outcome, reason))).not.toContain(false);
  });
});
