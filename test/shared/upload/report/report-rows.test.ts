import { expect, it } from 'vitest';
import { ROW_STATES } from '../../../../shared/upload/journal/outcome.ts';
import { type ReportedRow, reportRows } from '../../../../shared/upload/report/report-rows.ts';

const ANA: ReportedRow = {
  line: 3,
  name: 'Ana Ruiz',
  email: 'ana@acme.com',
  employeeId: '0020017',
  state: 'created',
  reason: null,
  words: '',
};

it('tells of each row who it is, what became of it and why, with the server’s words', () => {
  const rows = [
    ANA,
    { ...ANA, line: 4, name: 'Bo', state: 'failed', reason: 'notAccepted', words: 'role is unknown' },
    { ...ANA, line: 5, state: 'held', reason: 'leader', words: 'Bo' },
  ] as const;
  expect([...reportRows(rows)]).toEqual([
    ['Line', 'Name', 'Email Address', 'Employee ID', 'Outcome', 'Reason'],
    ['3', 'Ana Ruiz', 'ana@acme.com', '0020017', 'Created', ''],
    [
      '4',
      'Bo',
      'ana@acme.com',
      '0020017',
      'Failed',
      'Agent Connect did not accept this person: “role is unknown”. Correct the row and upload it again.',
    ],
    [
      '5',
      'Ana Ruiz',
      'ana@acme.com',
      '0020017',
      'Held',
      'Held, as the Team Leader, Bo, was not carried out. See that row first.',
    ],
  ]);
});

it('security 11: has no cell that a spreadsheet would carry out, the server’s words not either', () => {
  const row = { ...ANA, name: '=HYPERLINK("x")', employeeId: '-1', words: '@SUM(1)' } as const;
  const [, cells] = [...reportRows([{ ...row, state: 'failed', reason: null }])];
  expect(cells).toEqual(['3', `'=HYPERLINK("x")`, 'ana@acme.com', "'-1", 'Failed', "'@SUM(1)"]);
});

it('has a word for every state, and no reason before there is an outcome', () => {
  const [, ...rows] = reportRows(ROW_STATES.map((state) => ({ ...ANA, state, words: 'x' })));
  expect(rows.every(([, , , , outcome]) => outcome !== '')).toBe(true);
  expect(rows.map(([, , , , , reason]) => reason)).toEqual([
    '',
    '',
    '',
    '',
    ...Array.from({ length: 7 }, () => 'x'),
  ]);
});
