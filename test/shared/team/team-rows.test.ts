import { describe, expect, it } from 'vitest';
import type { CurrentTeam, TeamMember } from '../../../shared/person/team-member.ts';
import { readCurrentTeam, teamRows } from '../../../shared/team/current-team.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import { createRosterReader } from '../../../shared/roster/read-roster.ts';

const ANA: TeamMember = {
  role: 'Team Leader',
  canManageTeams: true,
  email: 'ana@acme.example',
  employeeId: '007',
  firstName: 'Ana',
  lastName: 'Ruiz',
  homeTown: 'Porto',
  stateOrCountry: 'Portugal',
  profile: 'Says “hi”,\nthen "bye".',
  phoneChannel: true,
  chatChannel: false,
  emailChannel: true,
  teamLeader: 'boss@acme.example',
  employmentStatus: 'Part Time',
  startDate: '2020-02-03',
  groups: ['Support', 'Tier 2'],
  licenseType: 'Flexible',
  deactivated: true,
  photoUrl: 'https://acme.example/ana.png',
};
const BOSS: TeamMember = {
  ...ANA,
  email: 'boss@acme.example',
  employeeId: '',
  phoneChannel: false,
  chatChannel: false,
  emailChannel: false,
  groups: [],
  teamLeader: '',
  deactivated: false,
};

describe('a current team as a file', () => {
  it('is read back as it was', () => {
    const team: CurrentTeam = {
      takenAt: '2026-01-02T03:04:05.000Z',
      people: [ANA, BOSS],
      untold: ['temporaryPassword'],
    };
    const reader = createRosterReader('team.txt');
    reader.add([...teamRows(team)].map((cells) => [...cells]));
    const read = reader.finish([]);
    if (!read.ok) throw new Error(read.failure.code);
    expect(finish(readCurrentTeam(read.value, team.takenAt))).toEqual(team);
  });
});
