import { describe, expect, it } from 'vitest';
import type { TeamMember } from '../../../shared/person/team-member.ts';
import { OWNER } from '../rules/build-roster.ts';
import { fileOf, planHere, readRows } from './merge-here.ts';

const HEADER = ['Email Address', 'Employee ID', 'First Name', 'Team Leader'];
const roster = (...rows: string[][]) => readRows([HEADER, ...rows]).roster;
const file = (...rows: string[][]) => fileOf([HEADER, ...rows]);
const team = (...people: Partial<TeamMember>[]) => ({
  takenAt: '2026-05-30T08:00:00Z',
  people: people.map((person) => ({ ...OWNER, ...person })),
  untold: [],
});

/** Ben, whose leader is the same or another person, is in both. */
const ben = (leader: string): string[] => ['ben@acme.com', '002', 'Ben', leader];
const ANA = ['ana@acme.com', '001', 'Ana', ''];

/** The leaders that adding a file gives to people who are here. */
function newLeaders(...given: Parameters<typeof planHere>): string[] {
  return planHere(...given).changed.flatMap(({ changes }) => changes.map(({ to }) => to));
}

describe('the leader of someone who is in a second file', () => {
  it('is the same by address and by ID where the roster knows both', () => {
    expect(newLeaders(roster(ANA, ben('ana@acme.com')), file(ben('001')))).toEqual([]);
    expect(newLeaders(roster(ANA, ben('001')), file(ben('Ana@Acme.com')))).toEqual([]);
  });

  it('is the same where the second file knows both', () => {
    expect(newLeaders(roster(ben('001')), file(ANA, ben('ana@acme.com')))).toEqual([]);
    expect(newLeaders(roster(ben('ana@acme.com')), file(ANA, ben(' 001')))).toEqual([]);
  });

  it('is the same where the current team knows both', () => {
    const known = team({ email: 'ana@acme.com', employeeId: '001' });
    expect(newLeaders(roster(ben('ana@acme.com')), file(ben('001')), {}, known)).toEqual([]);
    expect(newLeaders(roster(ben('001')), file(ben('ana@acme.com')), {}, known)).toEqual([]);
  });

  it('is another one where nobody knows, or the ID is somebody else’s', () => {
    expect(newLeaders(roster(ben('ana@acme.com')), file(ben('001')))).toEqual(['001']);
    const cleo = ['cleo@acme.com', '003', 'Cleo', ''];
    expect(newLeaders(roster(ANA, cleo, ben('ana@acme.com')), file(ben('003')))).toEqual(['003']);
    expect(newLeaders(roster(ANA, ben('ana@acme.com')), file(ben('009')))).toEqual(['009']);
  });

  it('is another one where two of them say different things, or several people have the ID', () => {
    const known = team({ email: 'olga@acme.com', employeeId: '001' });
    expect(newLeaders(roster(ANA, ben('ana@acme.com')), file(ben('001')), {}, known)).toEqual(['001']);
    const dan = ['dan@acme.com', '001', 'Dan', ''];
    for (const people of [
      [ANA, dan],
      [dan, ANA],
    ])
      expect(newLeaders(roster(...people, ben('ana@acme.com')), file(ben('001')))).toEqual(['001']);
  });

  it('is told whichever way people are matched', () => {
    const here = roster(ANA, ben('ana@acme.com'));
    for (const matchBy of ['email', 'employeeId', 'emailThenId'] as const)
      expect(newLeaders(here, file(ben('001')), { matchBy })).toEqual([]);
  });
});
