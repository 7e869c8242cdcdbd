import { describe, expect, it } from 'vitest';
import { revertCells } from '../../../shared/fixes/revert-cells.ts';
import { type FieldChange, memberIn } from '../../../shared/team/find-changes.ts';
import { AT } from '../../../shared/person/catalogue.ts';
import type { Change } from '../../../shared/roster/change.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import { isLeaderOf, matchRow, matchRows, memberOf } from '../../../shared/team/match-rows.ts';
import { TeamIndex } from '../../../shared/rules/team-index.ts';
import { OWNER, rosterOf } from '../rules/build-roster.ts';

const CHANGES: readonly FieldChange[] = [
  { column: 'role', from: 'Coach', to: 'Team Member', permanent: false },
  { column: 'firstName', from: null, to: 'Bob', permanent: false },
  { column: 'homeTown', from: '', to: 'Cork', permanent: false },
];

/** What putting back makes of Lea and Bob, of whom Bob is changed, in some columns. */
function changed(...positions: number[]): Change['cells'] {
  const roster = rosterOf({ homeTown: 'Cork' }, {});
  const bob = roster.rows[1]?.id;
  const comparison = {
    of: (id: number) =>
      id === bob
        ? ({ kind: 'changed', member: OWNER, changes: CHANGES } as const)
        : id === roster.rows[2]?.id
          ? null
          : ({ kind: 'new' } as const),
  };
  return finish(revertCells(roster.rows, positions, comparison)).cells;
}

describe('putting back what Agent Connect has', () => {
  it('gives each cell that differs the text that is there, of the selected columns alone', () => {
    expect(
      changed(AT.role, AT.homeTown).map(({ row, position, from, to }) => [row, position, from, to]),
    ).toEqual([
      [2, AT.role, 'Team Member', 'Coach'],
      [2, AT.homeTown, 'Cork', ''],
    ]);
    expect(changed(AT.homeTown).map(({ position }) => position)).toEqual([AT.homeTown]);
  });

  it('leaves alone what nobody knows, and what does not differ', () => {
    expect(changed(AT.firstName)).toEqual([]);
    expect(changed(AT.lastName)).toEqual([]);
    expect(changed()).toEqual([]);
  });
});

describe('who of the current team a row is', () => {
  const ANA = { ...OWNER, email: 'ana@acme.com', employeeId: 'A1' };
  const TWIN = { ...OWNER, email: 'ana@acme.com', employeeId: 'T1' };
  const indexOf = (...people: (typeof OWNER)[]): TeamIndex => {
    const index = new TeamIndex();
    finish(index.fill({ takenAt: '', people, untold: [] }));
    return index;
  };
  const match = (email: string, employeeId: string, team = indexOf(OWNER, ANA)) => {
    const row = rosterOf({ email, employeeId }).rows[1];
    return row && matchRow(row, team);
  };

  it('is told by the address in any case, or by the ID', () => {
    expect(match('ANA@acme.com', '')).toEqual({ kind: 'member', member: ANA });
    expect(match('', ' A1 ')).toEqual({ kind: 'member', member: ANA });
    expect(match('ana@acme.com', 'A1')).toEqual({ kind: 'member', member: ANA });
    expect(match('new@acme.com', 'A1')).toEqual({ kind: 'member', member: ANA });
    expect(match('new@acme.com', 'N1')).toEqual({ kind: 'nobody' });
    expect(match('', '')).toEqual({ kind: 'nobody' });
  });

  it('is two people where the two tell of different ones, and one where somebody is both', () => {
    expect(match('owner@acme.com', 'A1')).toEqual({ kind: 'twoPeople', byEmail: OWNER, byId: ANA });
    const twins = indexOf(ANA, TWIN);
    expect(match('ana@acme.com', 'T1', twins)).toEqual({ kind: 'member', member: TWIN });
    expect(match('ana@acme.com', '', twins)).toEqual({ kind: 'member', member: ANA });
  });

  it('is whom a reference means by address, else by ID', () => {
    const team = indexOf(OWNER, ANA, { ...OWNER, email: 'x@acme.com', employeeId: 'owner@acme.com' });
    expect(memberOf('Owner@acme.com', team)).toBe(OWNER);
    expect(memberOf('A1', team)).toBe(ANA);
    expect(memberOf('nobody', team)).toBeNull();
    expect(memberOf('', team)).toBeNull();
  });

  it('is the leader whom a member has where both mean one person, or nobody by the same text', () => {
    const team = indexOf(OWNER, ANA);
    const leads = (has: string, reference: string) =>
      isLeaderOf({ ...ANA, teamLeader: has }, reference, memberOf(reference, team), team);
    expect([leads('A1', 'ana@acme.com'), leads('A1', 'owner@acme.com')]).toEqual([true, false]);
    expect([leads('A1', 'gone@acme.com'), leads('gone@acme.com', 'A1')]).toEqual([false, false]);
    expect([leads('Gone@acme.com', 'gone@acme.com'), leads('gone@acme.com', 'x@acme.com')]).toEqual([
      true,
      false,
    ]);
  });

  it('is nobody of a new row', () => {
    expect(memberIn({ kind: 'new' })).toBeNull();
    expect(memberIn({ kind: 'unchanged', member: ANA })).toBe(ANA);
    expect(memberIn({ kind: 'changed', member: null, changes: [] })).toBeNull();
  });

  it('is told of every row, and of every member by which rows', () => {
    const roster = rosterOf({ email: 'ana@acme.com' }, { email: 'ana@acme.com' }, { email: 'x@acme.com' });
    const { ofRow, rowsOf } = finish(matchRows(roster, indexOf(OWNER, ANA)));
    expect(ofRow.map(({ kind }) => kind)).toEqual(['nobody', 'member', 'member', 'nobody']);
    expect([...rowsOf]).toEqual([[ANA, [2, 3]]]);
  });
});
