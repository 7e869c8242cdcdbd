import { describe, expect, it } from 'vitest';
import { readCurrentTeam } from '../../../shared/current-team/read-current-team.ts';
import { appendRow, emptyRoster } from '../../../shared/roster/roster.ts';
import { type Cells, cellsOf } from '../rules/build-roster.ts';

const TAKEN_AT = '2026-05-30T08:00:00Z';

function read(...people: Cells[]) {
  const roster = emptyRoster({ optional: ['deactivated'], carried: [] });
  for (const person of people) appendRow(roster, cellsOf(person));
  return readCurrentTeam({ roster }, TAKEN_AT);
}

describe('readCurrentTeam', () => {
  it('reads a person with everything', () => {
    const team = read({
      role: 'Team Leader',
      canManageTeams: 'y',
      email: ' ana@acme.com',
      employeeId: '0020017',
      firstName: 'Ana',
      lastName: 'Ruiz\u00a0',
      teamLeader: 'boss@acme.com',
      groups: '{Support, Tier 2}',
      deactivated: 'Y',
    });
    expect(team).toEqual({
      takenAt: TAKEN_AT,
      people: [
        {
          email: 'ana@acme.com',
          employeeId: '0020017',
          firstName: 'Ana',
          lastName: 'Ruiz',
          role: 'Team Leader',
          canManageTeams: true,
          teamLeader: 'boss@acme.com',
          groups: ['Support', 'Tier 2'],
          deactivated: true,
        },
      ],
    });
  });

  it('takes an empty or unclear cell for no, and groups that cannot be told for none', () => {
    const [member] = read({ email: 'bob@acme.com', canManageTeams: 'maybe', groups: '{A' }).people;
    expect(member).toMatchObject({ canManageTeams: false, deactivated: false, groups: ['A'] });
    expect(read({ email: 'bob@acme.com', groups: '{{A}' }).people[0]?.groups).toEqual([]);
  });

  it('leaves out rows that name nobody', () => {
    expect(read({}, { firstName: 'Nobody' }, { email: ' \u200b' }, { employeeId: '7' }).people).toMatchObject(
      [{ employeeId: '7' }],
    );
  });
});
