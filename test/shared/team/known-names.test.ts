import { expect, it } from 'vitest';
import type { CurrentTeam } from '../../../shared/person/team-member.ts';
import { knownNames } from '../../../shared/team/current-team.ts';
import { OWNER } from '../rules/build-roster.ts';

const team = (changes: Partial<CurrentTeam>): CurrentTeam => ({
  takenAt: '',
  people: [],
  untold: [],
  ...changes,
});

it('knows the roles and groups that somebody has', () => {
  const people = [
    { ...OWNER, role: 'Team Member', groups: ['Support', 'Billing'] },
    { ...OWNER, role: 'Admin', groups: ['Support'] },
    { ...OWNER, role: '', groups: [] },
  ];
  expect(knownNames(team({ people }))).toEqual({
    roles: ['Admin', 'Team Member'],
    groups: ['Billing', 'Support'],
  });
});

it('knows none where nobody has one, or the snapshot does not tell', () => {
  const people = [{ ...OWNER, role: 'Admin', groups: [] }];
  expect(knownNames(team({ people }))).toEqual({ roles: ['Admin'], groups: null });
  expect(knownNames(team({ people, untold: ['role'] }))).toEqual({ roles: null, groups: null });
});
