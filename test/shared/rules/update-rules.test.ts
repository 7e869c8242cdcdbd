import { describe, expect, it } from 'vitest';
import type { ColumnKey } from '../../../shared/person/catalogue.ts';
import type { TeamMember } from '../../../shared/person/team-member.ts';
import { sentenceOf } from '../../../shared/rules/messages.ts';
import type { ProblemCode } from '../../../shared/rules/problem.ts';
import { type Cells, checkPeople, FINE, OWNER } from './build-roster.ts';

/** Lea and Bob as `build-roster.ts` has them, so that their rows are as in Agent Connect. */
const LEA: TeamMember = {
  ...OWNER,
  email: 'lea@acme.com',
  employeeId: 'L1',
  firstName: 'Lea',
  lastName: 'Boss',
  role: 'Team Leader',
  teamLeader: 'owner@acme.com',
};
const BOB: TeamMember = {
  ...LEA,
  email: 'bob@acme.com',
  employeeId: 'B1',
  firstName: 'Bob',
  lastName: 'Ray',
  role: 'Team Member',
  canManageTeams: false,
  teamLeader: 'lea@acme.com',
};

interface Known {
  readonly bob?: Partial<TeamMember>;
  readonly untold?: readonly ColumnKey[];
}

/** What is said of Bob's row in a bulk update, by code, with what the first fix would make of the cell. */
function said(cells: Cells, { bob = {}, untold = [] }: Known = {}) {
  // Lea is led by Bob in the roster of the tests.
  const people = [OWNER, { ...LEA, teamLeader: 'owner@acme.com' }, { ...BOB, ...bob }];
  const team = { takenAt: '2026-05-30T08:00:00Z', people, untold };
  const checked = checkPeople([cells], { mode: 'update', team });
  return checked.checker.problemsOf(2).map((problem) => ({
    code: problem.code,
    severity: problem.severity,
    sentence: sentenceOf(problem, checked.people),
    column: problem.column,
    fix: problem.fixes[0]?.changes[0]?.to,
  }));
}

function codes(...args: Parameters<typeof said>): ProblemCode[] {
  return said(...args).map(({ code }) => code);
}

const MANAGER: Known = { bob: { canManageTeams: true } };
const AS_MANAGER: Cells = { canManageTeams: 'y' };

describe('the rules of a bulk update', () => {
  it('say nothing of someone who is as in Agent Connect, or is changed as may be', () => {
    expect(codes({})).toEqual([]);
    expect(
      codes({ role: 'Coach', homeTown: 'Ghent', teamLeader: 'owner@acme.com', deactivated: 'y' }),
    ).toEqual([]);
  });

  it('manager.reassigned: another leader for someone who manages teams', () => {
    expect(said({ ...AS_MANAGER, teamLeader: 'owner@acme.com' }, MANAGER)).toEqual([
      {
        code: 'manager.reassigned',
        severity: 'error',
        sentence:
          'Bob Ray manages teams, and a bulk update cannot give managers another Team Leader. Put the old one back, and change it in their profile in Agent Connect.',
        column: 'teamLeader',
        fix: 'lea@acme.com',
      },
    ]);
  });

  it('manager.reassigned: not for the same leader in other words, a first one, or none', () => {
    expect(codes({ ...AS_MANAGER, teamLeader: 'L1' }, MANAGER)).toEqual([]);
    expect(codes(AS_MANAGER, { bob: { canManageTeams: true, teamLeader: '' } })).toEqual([]);
    expect(codes({ ...AS_MANAGER, teamLeader: '' }, MANAGER)).toEqual([]);
    expect(
      codes({ ...AS_MANAGER, teamLeader: 'owner@acme.com' }, { ...MANAGER, untold: ['teamLeader'] }),
    ).toEqual([]);
  });

  it('manager.deactivated: someone who manages teams', () => {
    expect(said({ ...AS_MANAGER, deactivated: 'y' }, MANAGER)).toEqual([
      {
        code: 'manager.deactivated',
        severity: 'error',
        sentence:
          'Bob Ray manages teams, and a bulk update cannot deactivate managers. Empty the cell, and deactivate them in their profile in Agent Connect.',
        column: 'deactivated',
        fix: '',
      },
    ]);
    expect(
      codes({ ...AS_MANAGER, deactivated: 'y' }, { bob: { canManageTeams: true, deactivated: true } }),
    ).toEqual([]);
  });

  it('manager.deactivated: by the row where the snapshot does not tell who manages teams', () => {
    const untold: Known = { untold: ['canManageTeams'] };
    expect(codes({ ...AS_MANAGER, deactivated: 'y' }, untold)).toEqual(['manager.deactivated']);
    expect(codes({ deactivated: 'y' }, untold)).toEqual([]);
  });

  it('manager.demoted: an n that changes nothing', () => {
    expect(said({}, MANAGER)).toEqual([
      {
        code: 'manager.demoted',
        severity: 'warning',
        sentence: 'Bob Ray manages teams, and Agent Connect never takes that back: this n changes nothing.',
        column: 'canManageTeams',
        fix: 'y',
      },
    ]);
  });

  it('deactivated.incomplete: names what is missing', () => {
    const cells = { role: '', chatChannel: '' };
    const sentence =
      'This person is deactivated and has no Role and Chat Channel: with such a row the whole bulk update fails. Delete the row, or fill the cells.';
    const found = said(cells, { bob: { deactivated: true } }).find(
      ({ code }) => code === 'deactivated.incomplete',
    );
    expect(found).toMatchObject({ severity: 'error', sentence, column: 'role' });
    expect(codes({ ...cells, deactivated: 'y' })).toContain('deactivated.incomplete');
    expect(codes(cells)).not.toContain('deactivated.incomplete');
    expect(codes({}, { bob: { deactivated: true } })).toEqual([]);
  });

  it('deactivated.no: y or nothing', () => {
    expect(said({ deactivated: 'n' })).toEqual([
      {
        code: 'deactivated.no',
        severity: 'warning',
        sentence: 'A bulk update takes y or nothing in Deactivated, and reactivates nobody. Empty the cell.',
        column: 'deactivated',
        fix: '',
      },
    ]);
    expect(codes({ deactivated: 'No' })).toEqual(['yesNo.invalid']);
  });

  it('person.unknown: by the address, or by the ID where there is none', () => {
    const tail =
      'a bulk update changes only people who are there. Correct it, or create this person with Bulk Create Users.';
    expect(said({ email: 'new@acme.com', employeeId: 'N1' })).toEqual([
      {
        code: 'person.unknown',
        severity: 'warning',
        sentence: `Nobody in Agent Connect has the email address “new@acme.com”: ${tail}`,
        column: 'email',
      },
    ]);
    expect(said({ email: '', employeeId: 'N1' })[0]).toMatchObject({
      sentence: `Nobody in Agent Connect has the ID “N1”: ${tail}`,
      column: 'employeeId',
    });
    expect(codes({ email: 'new@acme.com', employeeId: 'B1' })).toEqual([]);
    expect(codes({ email: '', employeeId: '' })).toEqual(['identifier.missing']);
  });

  it('person.twoPeople: the address is one person’s, the ID another’s', () => {
    expect(said({ employeeId: 'OWN1' })).toEqual([
      {
        code: 'person.twoPeople',
        severity: 'error',
        sentence:
          'The email address is that of “Bob Ray” in Agent Connect, the employee ID that of “Olga Owner”. Correct the one that is wrong.',
        column: 'employeeId',
      },
    ]);
  });

  it('are none of creating people, nor where the current team is not known', () => {
    const cells = { ...FINE, deactivated: 'n', teamLeader: 'lea@acme.com' };
    const update = checkPeople([cells], { mode: 'update', team: null }).checker;
    expect(update.problemsOf(2).map(({ code }) => code)).toEqual(['deactivated.no']);
    expect(update.comparison).toBeNull();
    const create = checkPeople([cells], { mode: 'create' }).checker;
    expect(create.problemsOf(2)).toEqual([]);
    expect(create.comparison).toBeNull();
  });
});

describe('the comparison with the current team', () => {
  it('tells new, changed and unchanged rows, and what Agent Connect has', () => {
    const team = { takenAt: '2026-05-30T08:00:00Z', people: [OWNER, LEA, BOB], untold: [] };
    const people = [{ homeTown: 'Ghent' }, { email: 'new@acme.com' }, { email: '', employeeId: 'OWN1' }];
    const { comparison } = checkPeople(people, { mode: 'update', team }).checker;
    expect(comparison?.of(2)).toMatchObject({
      kind: 'changed',
      changes: [{ column: 'homeTown', from: '', to: 'Ghent' }],
    });
    expect(comparison?.of(3)).toEqual({ kind: 'new' });
    expect(comparison?.of(99)).toBeNull();
    expect(comparison?.counts).toEqual({ new: 1, changed: 2, unchanged: 1 });
  });
});
