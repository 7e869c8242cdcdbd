import fc from 'fast-check';
import { AT, columns } from '../../../shared/person/catalogue.ts';
import { type Change, cellsChange } from '../../../shared/roster/change.ts';
import { cellAt, type Roster } from '../../../shared/roster/roster.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import type { Checker } from '../../../shared/rules/checker.ts';
import { fixChange, safeFixes } from '../../../shared/rules/safe-fixes.ts';
import type { Settings } from '../../../shared/rules/settings.ts';
import { cellsOf, FINE, OPTIONAL, OWNER, SETTINGS } from './build-roster.ts';

/** Few values, so that rows collide, lead one another and go in circles. */
const EMAILS = [
  'a@x.com',
  'b@x.com',
  'B@x.com',
  'mailto:a@x.com',
  ' c@x.com',
  'c@x.com',
  'd@@x.com',
  'own@x.com',
  "'a@x.com",
  'Ann (b@x.com)',
  'c%40x.com',
];
const IDS = [
  '0001',
  '0002',
  '0003',
  '12',
  'Ab',
  'ab',
  'A  1',
  'A 1',
  '1.23E+11',
  '12345678901234500',
  'OWN1',
  '12.0',
  '12.00',
  '0001.0',
  '="12"',
  "'0001",
  'NULL',
  'None',
];
const TEXTS = [
  'Ana',
  'Bob',
  ' Ana',
  'A\u200bna',
  'JosÃ©',
  '=1+1',
  'a\nb',
  'a\u0000b',
  'Pаris',
  'x\ufffd',
  'First Name',
  'Last Name',
  'a\u00a0b',
  'GarcÃ\u00ada',
  'Je┼¥ek',
  'Ren&eacute;',
  '%C3%A9',
  '<b>x</b>',
  "'Ivo",
  "'t Hooft",
  'N/A',
  'None',
  'none',
];
const YES_NO = ['Can Manage Teams', 'y', 'n', 'n', 'Yes', 'No', 'maybe'];

const POOLS: Readonly<Record<string, readonly string[]>> = {
  role: ['Role', 'Team Member', 'team member', 'Team  Member', 'Boss', 'Team Membre'],
  canManageTeams: YES_NO,
  phoneChannel: YES_NO,
  chatChannel: YES_NO,
  emailChannel: YES_NO,
  deactivated: YES_NO,
  email: [...EMAILS, ''],
  employeeId: [...IDS, ''],
  firstName: TEXTS,
  lastName: TEXTS,
  teamLeader: [...EMAILS, ...IDS, 'nobody@x.com', 'Ana Bob', 'Bob, A.', 'x <a@x.com>', '2', '12.0'],
  employmentStatus: ['Full Time', 'FT', 'contractor', ''],
  startDate: [
    '2026-03-15',
    '15/03/2026',
    '03/15/2026',
    '03/04/2026',
    '3/15/26',
    '30 Feb 2026',
    '46096',
    '1 May 1930',
    'soon',
    '15MAR2026',
    '20260315000000Z',
    'n/a',
  ],
  groups: ['{A}', 'A, B', '{A', '{a, A}', '{A, A}', '{Z}', '{{A}}', '{A},{B}', 'A\nB', ''],
  temporaryPassword: ['Welcome#1', 'Ana12345', 'abc', ' Welcome#1', 'Wel\u200bcome#1', ''],
  licenseType: ['Standard', 'standard', 'flex', ''],
};

function poolOf(position: number): readonly string[] {
  const column = columns[position];
  return [...((column && POOLS[column.key]) ?? TEXTS), '', ' '];
}

const place = fc.nat({ max: 1000 });
const cell = fc.record({ row: place, column: place, value: place });

/** One thing a user may do, as numbers that are made to fit the roster when it is done. */
export const edit = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('cells' as const),
      cells: fc.array(cell, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('insert' as const),
      at: place,
      cells: fc.array(cell, { maxLength: 12 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), at: place }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('move' as const), at: place, to: place }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('columns' as const), count: place }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('fix' as const), row: place, problem: place, fix: place }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('safe' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('redo' as const) }) },
);
type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never;

/** A person who may well lead or be led by another, with values that are likely to be wrong. */
const somebody = fc
  .record({
    email: fc.constantFrom(...EMAILS, ''),
    employeeId: fc.constantFrom('0001', '0002', '0003', '12', 'Ab', ''),
    teamLeader: fc.constantFrom('a@x.com', 'b@x.com', 'c@x.com', '0001', '0002', 'nobody@x.com'),
    cells: fc.array(cell, { maxLength: 8 }),
  })
  .map(({ cells, ...identity }) => {
    const texts = cellsOf({ ...FINE, canManageTeams: 'y', ...identity });
    for (const { column, value } of cells) setIn(texts, column, value);
    return texts;
  });

/** The names of the columns in place of a person. */
const header = fc
  .subarray(['role', 'canManageTeams', 'email', 'firstName', 'lastName'] as const, { minLength: 2 })
  .map((keys) => {
    const names = keys.map((key) => [key, columns[AT[key]]?.header ?? ''] as const);
    return cellsOf({ ...FINE, email: '', canManageTeams: '', ...Object.fromEntries(names) });
  });

/** A row of a roster: somebody, or hardly ever a header that stands among the people. */
export const person = fc.oneof({ weight: 12, arbitrary: somebody }, { weight: 1, arbitrary: header });

/** Every column, and several times those through which rows depend on one another. */
const POSITIONS: readonly number[] = [
  ...Object.values(AT),
  ...Array.from({ length: 4 }, () => [AT.email, AT.employeeId, AT.teamLeader, AT.teamLeader]).flat(),
  ...[AT.deactivated, AT.deactivated, AT.canManageTeams, AT.startDate, AT.startDate, AT.groups, AT.groups],
];

function positionOf(column: number): number {
  return POSITIONS[column % POSITIONS.length] ?? 0;
}

function setIn(texts: string[], column: number, value: number): void {
  const position = positionOf(column);
  const pool = poolOf(position);
  texts[position] = pool[value % pool.length] ?? '';
}

export const settings: fc.Arbitrary<Settings> = fc.record({
  today: fc.constant(SETTINGS.today),
  dayOrder: fc.constantFrom(null, 'dmy', 'mdy'),
  mode: fc.constantFrom('create', 'update'),
  roles: fc.constantFrom(null, ['Team Member', 'Team Leader']),
  groups: fc.constantFrom(null, ['A', 'B']),
  team: fc.constantFrom(null, {
    takenAt: '2026-05-30T08:00:00Z',
    people: [
      { ...OWNER, email: 'own@x.com' },
      { ...OWNER, email: 'c@x.com', employeeId: '', canManageTeams: false },
      { ...OWNER, email: '', employeeId: 'A 1' },
      { ...OWNER, email: 'a@x.com', employeeId: '0001', teamLeader: 'own@x.com' },
      { ...OWNER, email: 'b@x.com', employeeId: '12', canManageTeams: false, teamLeader: '0001' },
      { ...OWNER, email: 'nobody@x.com', employeeId: '0003', deactivated: true, startDate: '2026-04-03' },
    ],
    untold: [],
  }),
  template: fc.constantFrom(null, ['firstName', 'licenseType'], ['role', 'firstName', 'lastName']),
});

/** The change that an edit is to this roster; undo and redo are the caller's. */
export function changeOf(
  roster: Roster,
  checker: Checker,
  todo: Exclude<Edit, { kind: 'undo' | 'redo' }>,
): Change {
  const count = roster.rows.length;
  switch (todo.kind) {
    case 'cells':
      return count === 0 ? cellsChange([]) : cellEdits(roster, todo.cells);
    case 'insert': {
      const texts = cellsOf(FINE);
      for (const { column, value } of todo.cells) setIn(texts, column, value);
      const cells = todo.at % 7 === 0 ? [] : texts;
      return {
        cells: [],
        removed: [],
        inserted: [{ row: roster.nextId, index: todo.at % (count + 1), cells }],
      };
    }
    case 'delete':
      return count === 0
        ? cellsChange([])
        : { cells: [], removed: [placed(roster, todo.at % count)], inserted: [] };
    case 'move': {
      if (count === 0) return cellsChange([]);
      const from = placed(roster, todo.at % count);
      return { cells: [], removed: [from], inserted: [{ ...from, index: todo.to % count }] };
    }
    case 'columns':
      return {
        ...cellsChange([]),
        columns: { from: roster.columns, to: { optional: OPTIONAL.slice(0, todo.count % 4), carried: [] } },
      };
    case 'fix':
      return oneFix(roster, checker, todo);
    case 'safe':
      return finish(safeFixes(roster, checker));
  }
}

function placed(roster: Roster, index: number) {
  const row = roster.rows[index];
  if (row === undefined) throw new Error(`No row at ${index}`);
  return { row: row.id, index, cells: [...row.cells] };
}

function cellEdits(roster: Roster, cells: readonly { row: number; column: number; value: number }[]): Change {
  const changes = new Map<string, Change['cells'][number]>();
  for (const { row, column, value } of cells) {
    const target = roster.rows[row % roster.rows.length];
    const position = positionOf(column);
    const pool = poolOf(position);
    if (target === undefined) continue;
    const from = cellAt(target, position);
    changes.set(`${target.id}:${position}`, {
      row: target.id,
      position,
      from,
      to: pool[value % pool.length] ?? '',
    });
  }
  return cellsChange([...changes.values()]);
}

function oneFix(
  roster: Roster,
  checker: Checker,
  { row, problem, fix }: { row: number; problem: number; fix: number },
): Change {
  const rows = [...checker.problemRows()].sort((one, other) => one - other);
  const problems = checker.problemsOf(rows[row % rows.length] ?? -1);
  const fixes = problems[problem % problems.length]?.fixes ?? [];
  const chosen = fixes[fix % fixes.length];
  return chosen ? fixChange(roster, chosen) : cellsChange([]);
}
