import { describe, expect, it } from 'vitest';
import { AT, columns } from '../../../shared/person/catalogue.ts';
import {
  type ExportOptions,
  leftOutCount,
  planExport,
  planRows,
} from '../../../shared/export/plan-export.ts';
import type { Roster, RowId } from '../../../shared/roster/roster.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import type { Problem } from '../../../shared/rules/problem.ts';
import type { RowComparison } from '../../../shared/team/find-changes.ts';
import { OWNER } from '../rules/build-roster.ts';
import { makeRoster } from '../roster/make-roster.ts';

const STANDARD = columns.filter(({ standard }) => standard).map(({ header }) => header);
const ALL: ExportOptions = { rows: 'all', leadersFirst: false, passwords: true, carried: false };
const SAVE: ExportOptions = { ...ALL, carried: true };

function problem(row: RowId, severity: 'error' | 'warning'): Problem {
  return { row, column: null, code: 'identifier.missing', severity, facts: {}, fixes: [] };
}

/** Ana leads Bob, who leads Cleo; Bob stands first. */
function team(): Roster {
  const shown = {
    optional: ['licenseType' as const, 'photoUrl' as const],
    carried: [{ position: columns.length, header: 'Notes' }],
  };
  const roster = makeRoster(
    [
      { firstName: 'Bob', employeeId: '2', teamLeader: '1', temporaryPassword: 'secret' },
      { firstName: 'Cleo', employeeId: '3', teamLeader: '2' },
      { firstName: 'Ana', employeeId: '1', photoUrl: 'https://x.y/a.png' },
    ],
    shown,
  );
  for (const row of roster.rows) row.cells.push(`note ${row.id}`);
  return roster;
}

const plan = (options: ExportOptions, problems: readonly Problem[] = []) =>
  finish(planExport(team(), (id) => problems.filter(({ row }) => row === id), options));
const rowsOf = (options: ExportOptions) => [...planRows(team(), plan(options), 'written')];

describe('planExport', () => {
  it('writes the standard columns and the optional ones that are shown, in the order of the catalogue', () => {
    expect(plan(ALL).columns.map(({ header }) => header)).toEqual([...STANDARD, 'License Type']);
    expect(plan(ALL).carriedLeftOut).toEqual(['Photo URL', 'Notes']);
  });

  it('writes who was left out of the roster into the second file, in the form of the first', () => {
    const cells = columns.map(({ key }) =>
      key === 'firstName' ? 'Max' : key === 'temporaryPassword' ? 'secret' : '',
    );
    const excluded = [{ row: 9, cells, header: 'Status', text: 'LOA' }];
    const options: ExportOptions = { ...ALL, passwords: false, excluded };
    const [header, ...rows] = [...planRows(team(), plan(options), 'leftOut')];
    expect(rows.map((row) => row[header?.indexOf('First Name') ?? -1])).toEqual(['Max']);
    expect(JSON.stringify(rows)).not.toContain('secret');
    expect([leftOutCount(plan(options)), leftOutCount(plan(ALL))]).toEqual([1, 0]);
    expect([...planRows(team(), plan(options), 'written')]).toHaveLength(4);
  });

  it('saves the photos’ addresses and the columns that are not Agent Connect’s too', () => {
    expect(plan(SAVE).columns.map(({ header }) => header)).toEqual([
      ...STANDARD,
      'License Type',
      'Photo URL',
      'Notes',
    ]);
    expect(plan(SAVE).carriedLeftOut).toEqual([]);
  });

  it('leaves out the rows that a comparison calls unchanged, and those without text, and counts them', () => {
    const kinds: readonly (RowComparison | null)[] = [
      { kind: 'unchanged', member: OWNER },
      null,
      { kind: 'new' },
    ];
    const changedBy = {
      of: (row: RowId) => kinds[row - 1] ?? null,
      counts: { new: 1, changed: 0, unchanged: 1 },
    };
    expect(plan({ ...ALL, changedBy })).toMatchObject({ written: [3], unchanged: 2, leftOut: [] });
    const problems = [problem(1, 'error'), problem(3, 'error')];
    expect(plan({ ...ALL, rows: 'valid', changedBy }, problems)).toMatchObject({
      written: [],
      leftOut: [{ row: 3 }],
      orphaned: [],
    });
    expect(plan(ALL).unchanged).toBe(0);
  });

  it('leaves out rows with errors, with why, and no others', () => {
    const problems = [problem(1, 'error'), problem(2, 'warning')];
    expect(plan({ ...ALL, rows: 'valid' }, problems)).toMatchObject({
      written: [2, 3],
      leftOut: [{ row: 1, problems: [problems[0]] }],
    });
    expect(plan(ALL, problems)).toMatchObject({ written: [1, 2, 3], leftOut: [], orphaned: [] });
  });

  it('names the rows that are written without their leader', () => {
    const valid = { ...ALL, rows: 'valid' } as const;
    expect(plan(valid, [problem(1, 'error')]).orphaned).toEqual([{ row: 2, leader: 1 }]);
    expect(plan(valid, [problem(1, 'error'), problem(2, 'error')]).orphaned).toEqual([]);
    expect(plan(valid).orphaned).toEqual([]);
  });

  it('writes leaders before their teams', () => {
    expect(plan({ ...ALL, leadersFirst: true }).written).toEqual([3, 1, 2]);
  });
});

describe('planRows', () => {
  it('gives the header, then each row’s texts as they are', () => {
    const [header, bob] = rowsOf(SAVE);
    expect(header).toHaveLength(STANDARD.length + 3);
    expect(bob?.slice(0, STANDARD.length)).toEqual(team().rows[0]?.cells.slice(0, STANDARD.length));
    expect(bob?.slice(STANDARD.length)).toEqual(['', '', 'note 1']);
  });

  it('leaves the column of temporary passwords empty if they are not wanted', () => {
    const [header, bob] = rowsOf({ ...ALL, passwords: false });
    expect(header?.[AT.temporaryPassword]).toBe('Temporary Password');
    expect(bob?.[AT.temporaryPassword]).toBe('');
    expect(rowsOf({ ...ALL, passwords: false }).flat()).not.toContain('secret');
  });

  it('gives the rows that were left out the same columns', () => {
    const roster = team();
    const valid = finish(
      planExport(roster, (id) => (id === 2 ? [problem(id, 'error')] : []), {
        ...ALL,
        rows: 'valid',
      }),
    );
    const [header, cleo, ...rest] = planRows(roster, valid, 'leftOut');
    expect(header).toEqual(valid.columns.map((column) => column.header));
    expect(cleo?.[AT.firstName]).toBe('Cleo');
    expect(rest).toEqual([]);
  });
});
