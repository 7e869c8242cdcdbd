import { describe, expect, it } from 'vitest';
import { AT, columns, type ColumnKey } from '../../../shared/person/catalogue.ts';
import { applyChange, cellsChange } from '../../../shared/roster/change.ts';
import { appendRow, emptyRoster, type Roster } from '../../../shared/roster/roster.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import { check } from '../../../shared/rules/checker.ts';
import { type Cells, cellsOf, FINE, OPTIONAL, settingsWith } from './build-roster.ts';

/** Texts that make careless patterns go back and forth. */
const NASTY: readonly ((length: number) => string)[] = [
  (length) => 'a'.repeat(length),
  (length) => ' '.repeat(length) + 'x',
  (length) => 'a@'.repeat(length / 2),
  (length) => `${'a.'.repeat(length / 2)}@`,
  (length) => `a@${'a-'.repeat(length / 2)}.`,
  (length) => '{'.repeat(length),
  (length) => `{${'},{'.repeat(length / 3)}`,
  (length) => `{${' ,'.repeat(length / 2)}`,
  (length) => '1'.repeat(length),
  (length) => '0'.repeat(length / 2) + '1'.repeat(length / 2),
  (length) => 'Ã©'.repeat(length / 2),
  (length) => 'Ã©\u200b'.repeat(length / 3),
  (length) => 'Ã©a中'.repeat(length / 4),
  (length) => 'аa'.repeat(length / 2),
  (length) => '\u200d'.repeat(length),
  (length) => '\ud83d'.repeat(length),
  (length) => '\n '.repeat(length / 2),
  (length) => '<'.repeat(length) + '>',
  (length) => 'a\t'.repeat(length / 2),
  (length) => '\u00a0'.repeat(length),
  (length) => 'ا\u200cب'.repeat(length / 3),
  (length) => '👩\u200d👩'.repeat(length / 5),
  (length) => 'e\u0301'.repeat(length / 2),
  (length) => Array.from({ length: length / 8 }, (_, at) => `Grop ${at}`).join(','),
];

const GROUPS = Array.from({ length: 200 }, (_, at) => `Group ${at}`);

const SHORT = 1 << 12;

/** One column of each kind of cell. */
const KINDS = columns.filter((column, at) => columns.findIndex(({ field }) => field === column.field) === at);

/** The shortest of three runs, in milliseconds of this process: what else the machine does is left out. */
function timeOf(work: (run: number) => unknown): number {
  let least = Infinity;
  for (let run = 0; run < 3; run += 1) {
    const start = process.cpuUsage();
    work(run);
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

describe('what rules cost', () => {
  it('security 10: a text sixteen times as long takes about sixteen times as long, not two hundred', () => {
    const checker = check(emptyRoster(), settingsWith({ roles: ['Team Member'], groups: GROUPS }));
    const timeFor = (key: ColumnKey, text: (run: number) => string): number =>
      timeOf((run) => checker.findingsIn(AT[key], text(run)).length);
    for (const make of NASTY) {
      for (const { key } of KINDS) {
        // Another ending each time: what was found in a text is remembered.
        const short = timeFor(key, (run) => `${make(SHORT)}q${run}`);
        const long = timeFor(key, (run) => `${make(16 * SHORT)}q${run}`);
        expect(long / (short + 1), `${key}: ${make(12)}`).toBeLessThan(80);
      }
    }
  });

  it('an edit looks at as many rows and rules in a large roster as in a small one', () => {
    const visits = [500, 10_000].map((size) => visitsOf(rosterOfTeams(size)));
    expect(visits[1]).toEqual(visits[0]);
    for (const { rows } of visits[0] ?? []) expect(rows).toBeLessThan(70);
  });
});

/** Teams of twenty, each led by its first; all share one temporary password. */
function rosterOfTeams(size: number): Roster {
  const roster = emptyRoster({ optional: OPTIONAL, carried: [] });
  for (let at = 0; at < size; at += 1) {
    const leads = at % 20 === 0;
    const person: Cells = {
      ...{
        email: `p${at}@acme.com`,
        employeeId: `E${at}`,
        lastName: `L${at}`,
        temporaryPassword: 'Winter#2026',
      },
      canManageTeams: leads ? 'y' : 'n',
      teamLeader: leads ? 'owner@acme.com' : `p${at - (at % 20)}@acme.com`,
    };
    appendRow(roster, cellsOf({ ...FINE, ...person }));
  }
  return roster;
}

function visitsOf(roster: Roster): { rows: number; rules: number }[] {
  const checker = check(roster, settingsWith());
  const edits: readonly (readonly [number, ColumnKey, string])[] = [
    [45, 'email', 'new@acme.com'],
    [46, 'email', 'p47@acme.com'],
    [48, 'employeeId', 'E49'],
    [50, 'teamLeader', 'p0@acme.com'],
    [60, 'email', 'moved@acme.com'],
    [80, 'canManageTeams', 'n'],
    [100, 'teamLeader', 'p101@acme.com'],
    [102, 'temporaryPassword', 'Summer#2026'],
    [103, 'startDate', '15/03/2026'],
  ];
  return edits.map(([index, key, to]) => {
    const row = roster.rows[index];
    if (row === undefined) throw new Error(`No row ${index}`);
    const change = cellsChange([{ row: row.id, position: AT[key], from: row.cells[AT[key]] ?? '', to }]);
    const before = { ...checker.visits };
    finish(applyChange(roster, change));
    checker.recheck(change);
    return { rows: checker.visits.rows - before.rows, rules: checker.visits.rules - before.rules };
  });
}
