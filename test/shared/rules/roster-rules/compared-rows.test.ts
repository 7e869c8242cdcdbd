import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AT, type ColumnKey } from '../../../../shared/person/catalogue.ts';
import type { TeamMember } from '../../../../shared/person/team-member.ts';
import type { RowComparison } from '../../../../shared/team/find-changes.ts';
import { applyChange, cellsChange, type Change, reverseChange } from '../../../../shared/roster/change.ts';
import { appendRow, cellAt, emptyRoster, type Roster, type RowId } from '../../../../shared/roster/roster.ts';
import { finish } from '../../../../shared/roster/sliced-work.ts';
import { check, type Checker } from '../../../../shared/rules/checker.ts';
import { type Cells, cellsOf, FINE, OPTIONAL, OWNER, settingsWith } from '../build-roster.ts';
import { runs } from '../../../tier.ts';

/** Texts that say what the team has, the same in other words, and something else. */
const TEXTS = {
  role: ['Team Member', 'Team Leader', ''],
  canManageTeams: ['y', 'n', ''],
  email: ['ana@x.com', 'ANA@x.com', 'ben@x.com', 'cy@x.com', 'new@x.com', ''],
  employeeId: ['1', '2', '3', '9', ''],
  homeTown: ['Ghent', 'Bruges', ' Ghent', ''],
  phoneChannel: ['y', 'Yes', 'n', ''],
  chatChannel: ['y', 'n'],
  teamLeader: ['ana@x.com', '1', 'ben@x.com', '2', 'new@x.com', 'own@x.com', ''],
  startDate: ['2026-03-04', '03/04/2026', '15/03/2026', '03/15/2026', '4 March 2026', 'soon', ''],
  groups: ['{A, B}', '{B, A}', 'A, B', '{}', '{A', ''],
  profile: ['One\nTwo', 'One\r\nTwo', 'Three'],
  deactivated: ['y', 'n', ''],
} as const satisfies Partial<Record<ColumnKey, readonly string[]>>;

const cell = fc.oneof(
  ...Object.entries(TEXTS).map(([key, texts]) => fc.tuple(fc.constant(key), fc.constantFrom(...texts))),
) as fc.Arbitrary<[keyof typeof TEXTS, string]>; // The keys of the table above.

/** Cells of a row that change together; a change of several rows takes several of these. */
const edit = fc.record({
  row: fc.nat(),
  cells: fc.array(cell, { minLength: 1, maxLength: 3 }),
  isUndone: fc.boolean(),
  isDeleted: fc.constantFrom(false, false, false, false, true),
});
type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never;

const member: TeamMember = {
  ...OWNER,
  canManageTeams: false,
  role: 'Team Member',
  homeTown: 'Ghent',
  groups: ['A', 'B'],
  profile: 'One\nTwo',
  startDate: '2026-03-04',
};
const PEOPLE: readonly TeamMember[] = [
  { ...member, email: 'own@x.com', employeeId: '' },
  { ...member, email: 'ana@x.com', employeeId: '1', canManageTeams: true, teamLeader: 'own@x.com' },
  { ...member, email: 'ben@x.com', employeeId: '2', teamLeader: 'ana@x.com' },
  { ...member, email: 'cy@x.com', employeeId: '3', teamLeader: '2', deactivated: true },
];

const settings = fc
  .record({
    untold: fc.constantFrom<(readonly ColumnKey[])[]>([], ['homeTown', 'deactivated'], ['teamLeader']),
    dayOrder: fc.constantFrom(null, 'dmy', 'mdy'),
  })
  .map(({ untold, dayOrder }) =>
    settingsWith({
      mode: 'update',
      dayOrder,
      team: { takenAt: '2026-05-30T08:00:00Z', people: PEOPLE, untold },
    }),
  );

function rosterWith(people: readonly Cells[]): Roster {
  const roster = emptyRoster({ optional: OPTIONAL, carried: [] });
  for (const cells of people) appendRow(roster, cellsOf({ ...FINE, ...cells }));
  return roster;
}

const people = fc.array(
  fc.array(cell, { maxLength: 12 }).map((cells): Cells => Object.fromEntries(cells)),
  {
    minLength: 1,
    maxLength: 6,
  },
);

function changeOf(roster: Roster, { row: place, cells, isDeleted }: Edit): Change | null {
  const row = roster.rows[place % roster.rows.length];
  if (row === undefined) return null;
  const placed = { row: row.id, index: row.index, cells: [...row.cells] };
  if (isDeleted) return { cells: [], removed: [placed], inserted: [] };
  return cellsChange(
    [...new Map(cells)].map(([key, to]) => ({
      row: row.id,
      position: AT[key],
      from: cellAt(row, AT[key]),
      to,
    })),
  );
}

function standings(roster: Roster, { comparison }: Checker): ReadonlyMap<RowId, RowComparison | null> {
  return new Map(roster.rows.map(({ id }) => [id, comparison?.of(id) ?? null]));
}

describe('the comparison with the current team', () => {
  it('is kept as a fresh one would be, through edits and their undoing, and names the rows that stand otherwise', () => {
    fc.assert(
      fc.property(
        people,
        settings,
        fc.array(edit, { minLength: 1, maxLength: 15 }),
        (cells, known, edits) => {
          const roster = rosterWith(cells);
          const checker = check(roster, known);
          const carryOut = (change: Change): void => {
            const before = standings(roster, checker);
            finish(applyChange(roster, change));
            const named = checker.recheck(change);
            const fresh = check(roster, known);
            const kept = standings(roster, checker);
            expect(kept).toEqual(standings(roster, fresh));
            expect(checker.comparison?.counts).toEqual(fresh.comparison?.counts);
            for (const [id, was] of before)
              if (was !== null && kept.has(id) && !isEqual(was, kept.get(id))) expect(named).toContain(id);
          };
          for (const todo of edits) {
            const change = changeOf(roster, todo);
            if (change === null) continue;
            carryOut(change);
            if (todo.isUndone) carryOut(finish(reverseChange(change)));
          }
        },
      ),
      { numRuns: runs(500) },
    );
  });

  it('compares only the cells that an edit touches, and the whole row only when it is someone else', () => {
    const roster = rosterWith([
      { email: 'ana@x.com', employeeId: '1', homeTown: 'Ghent', teamLeader: 'own@x.com' },
      { email: 'ben@x.com', employeeId: '2', homeTown: 'Ghent', teamLeader: 'ana@x.com' },
    ]);
    const known = settingsWith({ mode: 'update', team: { takenAt: '', people: PEOPLE, untold: [] } });
    const checker = check(roster, known);
    const { rules: looked } = check(roster, { ...known, mode: 'create' }).visits;
    const comparedBy = (key: ColumnKey, to: string): number => {
      const visited = { ...checker.visits };
      const [, ben] = roster.rows;
      if (ben === undefined) throw new Error('No second row');
      const change = cellsChange([{ row: ben.id, position: AT[key], from: cellAt(ben, AT[key]), to }]);
      finish(applyChange(roster, change));
      checker.recheck(change);
      return checker.visits.rules - visited.rules;
    };
    expect(checker.visits.rules).toBeGreaterThan(looked);
    expect(comparedBy('homeTown', 'Bruges')).toBeLessThan(6);
    expect(comparedBy('email', 'robert@x.com')).toBeLessThan(12);
    expect(comparedBy('employeeId', '3')).toBeGreaterThan(19);
  });
});

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
