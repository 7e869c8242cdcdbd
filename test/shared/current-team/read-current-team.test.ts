import { describe, expect, it } from 'vitest';
import { AT, type ColumnKey } from '../../../shared/columns/catalogue.ts';
import { readCurrentTeam } from '../../../shared/current-team/read-current-team.ts';
import { appendRow, emptyRoster } from '../../../shared/roster/roster.ts';

function rosterOf(...people: Partial<Record<ColumnKey, string>>[]) {
  const roster = emptyRoster();
  for (const person of people) {
    const cells: string[] = [];
    for (const [key, text] of Object.entries(person)) cells[AT[key as ColumnKey]] = text; // The keys of `people`.
    appendRow(
      roster,
      Array.from(cells, (cell: string | undefined) => cell ?? ''),
    );
  }
  return roster;
}

describe('readCurrentTeam', () => {
  it('takes people as Agent Connect writes them', () => {
    const row = {
      role: 'Team Leader [Default]',
      canManageTeams: 'y',
      email: ' lea@acme.com ',
      groups: '{A, Tier 2}',
    };
    const team = readCurrentTeam(rosterOf({ ...row, deactivated: 'y' }), '2026-06-30T08:00:00.000Z');
    expect(team.takenAt).toBe('2026-06-30T08:00:00.000Z');
    expect(team.people).toEqual([
      {
        email: 'lea@acme.com',
        employeeId: '',
        firstName: '',
        lastName: '',
        role: 'Team Leader [Default]',
        canManageTeams: true,
        teamLeader: '',
        groups: ['A', 'Tier 2'],
        deactivated: true,
      },
    ]);
  });

  it('takes yes and no in other words, and anything else for no', () => {
    const { people } = readCurrentTeam(
      rosterOf(
        { email: 'a@acme.com', canManageTeams: 'TRUE' },
        { email: 'b@acme.com', canManageTeams: 'No' },
        { email: 'c@acme.com', canManageTeams: '?' },
      ),
      '',
    );
    expect(people.map(({ canManageTeams }) => canManageTeams)).toEqual([true, false, false]);
  });

  it('leaves out rows that nobody can be found by, and groups that cannot be told', () => {
    const { people } = readCurrentTeam(
      rosterOf({ firstName: 'Ana' }, { employeeId: '007', groups: '{A}}' }),
      '',
    );
    expect(people).toMatchObject([{ employeeId: '007', groups: [] }]);
  });
});
