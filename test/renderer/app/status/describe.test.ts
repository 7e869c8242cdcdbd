import { describe, expect, it } from 'vitest';
import { describeForm } from '../../../../renderer/app/status/describe-form.ts';
import { describeSelection } from '../../../../renderer/app/status/describe-selection.ts';
import { shownPositions } from '../../../../renderer/app/session/column-layout.ts';
import type { Selection } from '../../../../renderer/app/session/document.ts';
import { titleOf } from '../../../../renderer/app/window/show-document.ts';
import { AT } from '../../../../shared/person/catalogue.ts';
import { DEFAULT_LAYOUT } from '../../../../shared/roster/grid-layout.ts';
import { applyFilter, NO_FILTER, showAlso, withColumn } from '../../../../shared/find/row-filter.ts';
import { appendRow } from '../../../../shared/roster/roster.ts';
import { edit } from '../../../../renderer/app/session/edit-roster.ts';
import { exportSentence } from '../../../../renderer/app/session/last-export.ts';
import type { Session } from '../../../../renderer/app/session/session.ts';
import { setCells } from '../../../../shared/roster/edits.ts';
import { verdictAtOnce } from '../../../../shared/rules/verdict.ts';
import { openRows, testFile, testSession } from '../../test-session.ts';
import { PLAIN_SHEET } from '../../../shared/roster/plain-sheet.ts';

const PEOPLE = ['Role\tEmail Address\tShirt', 'Agent\tana@acme.example\tM', 'Agent\tbob@acme.example\tL'];

it('says the form of a file in plain words', async () => {
  const document = await openRows(testSession().session, PEOPLE);
  const utf16 = { kind: 'text', encoding: 'utf-16be', bom: true, confidence: 'sure', others: [] } as const;
  const workbook = {
    kind: 'workbook',
    sheet: 'May',
    sheets: ['May', 'June'],
    hidden: [],
    picked: 'first',
    traits: PLAIN_SHEET,
  } as const;
  expect(describeForm(document)).toBe('No file yet');
  expect(describeForm({ ...document, form: utf16, delimiter: '\t' })).toBe('UTF-16 · tab');
  expect(describeForm({ ...document, form: workbook })).toBe('Excel workbook · May');
});

describe('describeSelection', () => {
  const open = async () => {
    const document = await openRows(testSession().session, PEOPLE);
    const [first, second] = document.roster.rows;
    const shown = shownPositions(document, DEFAULT_LAYOUT);
    const cell = (row = first, position = AT.email) => ({ row: row?.id ?? 0, position });
    return { document, shown, first, second, cell };
  };

  it('names one cell, row or column, and counts several', async () => {
    const { document, shown, first, second, cell } = await open();
    const select = (kind: Selection['kind'], anchor = cell(), head = cell()): string =>
      describeSelection(document, { kind, anchor, head }, shown);
    expect(select('cells')).toBe('Line 2, Email Address');
    expect(select('cells', cell(), cell(second))).toBe('2 cells in 2 rows');
    expect(select('cells', cell(), cell(first, AT.firstName))).toBe('3 cells in one row');
    expect(select('rows')).toBe('Line 2');
    expect(select('rows', cell(), cell(second))).toBe('2 rows selected');
    expect(select('columns')).toBe('Email Address, the whole column');
    expect(select('columns', cell(), cell(first, AT.employeeId))).toBe('2 whole columns');
    const [shirt] = document.roster.columns.carried;
    expect(select('cells', cell(first, shirt?.position), cell(first, shirt?.position))).toBe('Line 2, Shirt');
    expect(describeSelection(document, null, shown)).toBe('');
    const typing = { row: 0, position: AT.email };
    expect(select('cells', typing, typing)).toBe('');
  });

  it('counts only rows and columns that are shown', async () => {
    const { document, shown, cell } = await open();
    const third = appendRow(document.roster, ['Team Leader']);
    const filter = withColumn(NO_FILTER, AT.email, { contains: 'ana', values: null });
    const filtered = showAlso(applyFilter(document.roster, filter, document.checker), document.roster, [
      third.id,
    ]);
    const selection = { kind: 'cells' as const, anchor: cell(), head: cell(third, AT.firstName) };
    expect(describeSelection(document, selection, shown)).toBe('9 cells in 3 rows');
    const fewer = shown.filter((position) => position !== AT.employeeId);
    expect(describeSelection({ ...document, shown: filtered }, selection, fewer)).toBe('4 cells in 2 rows');
  });
});

it('titles the window with the file, marked while it is not saved', async () => {
  const { session } = testSession();
  expect(titleOf(session.store.getState())).toBe('Rollcall');
  await openRows(session, PEOPLE);
  expect(titleOf(session.store.getState())).toBe('people.txt – Rollcall');
});

it('titles an unsaved roster with when it was exported, until it is changed again', async () => {
  const { session } = testSession();
  const { roster } = await openRows(session, PEOPLE);
  const type = (to: string): void => {
    edit(session, 'Edit Role', setCells(roster, [{ row: roster.rows[0]?.id ?? 0, position: AT.role, to }]));
  };
  type('A');
  noteExported(session, '2026-06-01T11:40:00');
  expect(titleOf(session.store.getState())).toBe('• people.txt (exported 11:40, not saved) – Rollcall');
  expect(exportSentence(session.store.getState())).toBe(
    'It was exported to “out.txt” at 11:40, but the roster itself was not saved.',
  );
  type('B');
  expect(titleOf(session.store.getState())).toBe('• people.txt – Rollcall');
  expect(exportSentence(session.store.getState())).toBe(
    'It was exported to “out.txt” at 11:40 and changed since then.',
  );
});

function noteExported({ store }: Session, at: string): void {
  const document = store.getState().document;
  if (document === null) throw new Error('No roster is open');
  const { roster, checker, history } = document;
  const verdict = verdictAtOnce(roster, checker);
  const written = { file: testFile('out.txt'), rows: 2, bytes: 9, replaced: 0, accepted: true, verdict };
  store.setState({
    lastExport: { ...written, roster, step: history.done.at(-1) ?? null, at: new Date(at) },
  });
}
