import { describe, expect, it, vi } from 'vitest';
import { columnDefinitions } from '../../../renderer/grid/columns/column-definitions.ts';
import { AT, type ColumnKey, columns, isColumnKey } from '../../../shared/person/catalogue.ts';
import type { ColumnEntry, COLUMNS } from '../../../shared/person/column-table.ts';
import { memberCell } from '../../../shared/team/member-cells.ts';
import { readCurrentTeam, teamRows } from '../../../shared/team/current-team.ts';
import { readEmployee } from '../../../shared/team/read-employee.ts';
import { createTeamReader, teamLines } from '../../../shared/team/team-text.ts';
import { planExport, planRows } from '../../../shared/export/plan-export.ts';
import { createRosterReader } from '../../../shared/roster/read-roster.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import { check } from '../../../shared/rules/checker.ts';
import { planningUpload } from '../../../shared/upload/plan/plan-upload.ts';
import { bodyToCreate, bodyToUpdate } from '../../../shared/upload/plan/request-body.ts';
import { gridOfRows } from '../../renderer/headless-grid.ts';
import { settingsWith } from '../rules/build-roster.ts';

vi.mock('../../../shared/person/column-table.ts', async (importOriginal) => {
  const original = await importOriginal<{ COLUMNS: typeof COLUMNS }>();
  const pronouns: ColumnEntry = {
    key: 'pronouns',
    header: 'Pronouns',
    aliases: ['Preferred Pronouns'],
    required: false,
    standard: false,
    field: 'text',
    apiField: 'pronouns',
    width: 120,
  };
  // Between others, so that whatever counts on a position is found out.
  return { ...original, COLUMNS: [...original.COLUMNS.slice(0, 6), pronouns, ...original.COLUMNS.slice(6)] };
});

/** The key of the column, which the types of the real table do not have. */
function added(name = 'pronouns'): ColumnKey {
  if (!isColumnKey(name)) throw new Error('The catalogue has no such column');
  return name;
}

const HEADER = ['Role', 'First Name', 'Last Name', 'Email Address', 'Can Manage Teams', 'Team Leader'];
const CHANNELS = ['Phone Channel', 'Chat Channel', 'Email Channel'];
const ZOE = ['Team Leader', 'Zoë', 'Ølander', 'zoe@acme.example', 'y', ''];
const ANA = ['Team Member', 'Ana', 'Núñez', 'ana@acme.example', 'n', 'zoe@acme.example'];

/** A list of Zoë and Ana, with what the added column holds of Ana. */
function listed(pronouns: string) {
  const reader = createRosterReader('people.csv');
  reader.add([
    [...HEADER, ...CHANNELS, 'Preferred Pronouns'],
    [...ZOE, 'y', 'n', 'n', 'he/him'],
    [...ANA, 'y', 'n', 'n', pronouns],
  ]);
  const read = reader.finish();
  if (!read.ok) throw new Error(read.failure.code);
  return read.value;
}

const teamOf = (pronouns: string) => finish(readCurrentTeam(listed(pronouns), '2026-03-01T08:00:00.000Z'));

describe('a column that the table has one entry more for', () => {
  it('is read from a file by its alias, and stands in the grid', async () => {
    const { view } = await gridOfRows([
      [...HEADER, 'Preferred Pronouns'].join('\t'),
      [...ANA, 'she/her'].join('\t'),
    ]);
    const { roster } = listed('she/her');
    expect(roster.columns).toMatchObject({ optional: ['pronouns'], carried: [] });
    expect(roster.rows.map(({ cells }) => cells[AT[added()]])).toEqual(['he/him', 'she/her']);
    expect(columnDefinitions(view, roster).map(({ headerName }) => headerName)).toContain('Pronouns');
  });

  it('is checked by the rules of its kind', () => {
    const { roster } = listed('sheâ€™s');
    const checker = check(roster, settingsWith({}));
    const found = roster.rows.flatMap(({ id }) => checker.problemsOf(id));
    expect(found).toContainEqual(expect.objectContaining({ code: 'text.damaged', column: 'pronouns' }));
  });

  it('is exported', () => {
    const { roster } = listed('she/her');
    const options = { rows: 'all', leadersFirst: false, passwords: true, carried: false } as const;
    const [header = [], , ana = []] = planRows(
      roster,
      finish(planExport(roster, () => [], options)),
      'written',
    );
    expect(ana[header.indexOf('Pronouns')]).toBe('she/her');
  });

  it('is in the file of the current team, and in its snapshot', () => {
    const team = teamOf('she/her');
    expect(team.people.map((member) => memberCell(member, added()))).toEqual(['he/him', 'she/her']);
    expect(team.untold).not.toContain('pronouns');
    const [header = [], , ana = []] = teamRows(team);
    expect(ana[header.indexOf('Pronouns')]).toBe('she/her');
    const reader = createTeamReader();
    finish(reader.push([...teamLines(team, { file: 'team.txt' })].join('')));
    expect(reader.finish()).toEqual(team);
  });

  it('is a change of the plan, and in the body of the request', () => {
    const { roster } = listed('she/her');
    const team = teamOf('they/them');
    const checker = check(roster, settingsWith({ mode: 'update', team }));
    const { rows } = finish(
      planningUpload({ roster, team, problemsOf: (row) => checker.problemsOf(row), mode: 'update' }),
    );
    const [, planned] = rows;
    expect(planned).toMatchObject({
      kind: 'changed',
      changes: [{ column: 'pronouns', from: 'they/them', to: 'she/her' }],
    });
    const [, ana] = teamOf('she/her').people;
    if (planned?.kind !== 'changed' || ana === undefined) throw new Error('Nothing changes');
    expect(bodyToUpdate(ana, 'zoe@acme.example', planned.changes)).toEqual({
      ok: true,
      value: { pronouns: 'she/her', channels: ['phone'] },
    });
    expect(bodyToCreate(ana, 'zoe@acme.example', '')).toMatchObject({
      ok: true,
      value: { pronouns: 'she/her', first_name: 'Ana', email: 'ana@acme.example' },
    });
  });

  it('is read of an answer of the API', () => {
    const { member, told } = readEmployee({ email: 'ana@acme.example', pronouns: 'she/her' }, false);
    expect(memberCell(member, added())).toBe('she/her');
    expect([...told]).toContain('pronouns');
  });

  it('has its place in the order of the table', () => {
    expect(columns.findIndex(({ key }) => key === added())).toBe(6);
    expect(AT.homeTown).toBe(7);
  });
});
