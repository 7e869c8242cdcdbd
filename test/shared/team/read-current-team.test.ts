import { describe, expect, it } from 'vitest';
import { readCurrentTeam } from '../../../shared/team/current-team.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import { type ColumnKey, columns } from '../../../shared/person/catalogue.ts';
import { appendRow, emptyRoster } from '../../../shared/roster/roster.ts';
import { type Cells, cellsOf } from '../rules/build-roster.ts';

const TAKEN_AT = '2026-05-30T08:00:00Z';

const ALL = columns.map(({ key }) => key);

const read = (...people: Cells[]) => readColumns(ALL, ...people);

function readColumns(told: readonly ColumnKey[], ...people: Cells[]) {
  const roster = emptyRoster({ optional: ['deactivated'], carried: [] });
  for (const person of people) appendRow(roster, cellsOf(person));
  const found = told.map((key, position) => ({ header: key, key, position, place: position }));
  return finish(readCurrentTeam({ roster, columns: found }, TAKEN_AT));
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
      homeTown: 'Łódź',
      stateOrCountry: 'Poland',
      profile: 'Plays\nchess.',
      phoneChannel: 'y',
      chatChannel: 'N',
      emailChannel: 'yes',
      employmentStatus: 'full-time',
      startDate: '15 March 2026',
      groups: '{Support, Tier 2}',
      licenseType: 'FLEXIBLE',
      deactivated: 'Y',
      photoUrl: 'https://acme.com/ana.png',
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
          homeTown: 'Łódź',
          stateOrCountry: 'Poland',
          profile: 'Plays\nchess.',
          phoneChannel: true,
          chatChannel: false,
          emailChannel: true,
          employmentStatus: 'Full Time',
          startDate: '2026-03-15',
          groups: ['Support', 'Tier 2'],
          licenseType: 'Flexible',
          deactivated: true,
          photoUrl: 'https://acme.com/ana.png',
        },
      ],
      untold: [],
    });
  });

  it('takes an empty or unclear cell for no, and groups that cannot be told for none', () => {
    const [member] = read({ email: 'bob@acme.com', canManageTeams: 'maybe', groups: '{A' }).people;
    expect(member).toMatchObject({ canManageTeams: false, deactivated: false, groups: ['A'] });
    expect(read({ email: 'bob@acme.com', groups: '{{A}' }).people[0]?.groups).toEqual([]);
  });

  it('keeps a status, a license and a date that it cannot tell as they are', () => {
    const texts = { employmentStatus: 'Sabbatical', licenseType: 'Gold', startDate: '03/04/2026' };
    expect(read({ email: 'bob@acme.com', ...texts }).people[0]).toMatchObject(texts);
  });

  it('names the columns that the file does not have', () => {
    const { untold } = readColumns(['email', 'role'], { email: 'bob@acme.com' });
    expect(untold).toEqual(ALL.filter((key) => key !== 'email' && key !== 'role'));
  });

  it('leaves out rows that name nobody', () => {
    expect(read({}, { firstName: 'Nobody' }, { email: ' \u200b' }, { employeeId: '7' }).people).toMatchObject(
      [{ employeeId: '7' }],
    );
  });
});
