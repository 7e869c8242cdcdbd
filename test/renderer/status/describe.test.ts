import { expect, it } from 'vitest';
import { describeForm } from '../../../renderer/status/describe-form.ts';
import { describeSelection } from '../../../renderer/status/describe-selection.ts';
import { titleOf } from '../../../renderer/window/show-document.ts';
import { openRows, testSession } from '../test-session.ts';

const PEOPLE = ['Role\tEmail Address\tShirt', 'Agent\tana@acme.example\tM', 'Agent\tbob@acme.example\tL'];

it('says the form of a file in plain words', async () => {
  const document = await openRows(testSession().session, PEOPLE);
  const utf16 = { kind: 'text', encoding: 'utf-16be', bom: true } as const;
  const workbook = { kind: 'workbook' as const, sheet: 'May', sheets: ['May', 'June'] };
  expect(describeForm(document)).toBe('No file yet');
  expect(describeForm({ ...document, form: utf16, delimiter: '\t' })).toBe('UTF-16 · tab');
  expect(describeForm({ ...document, form: workbook })).toBe('Excel workbook · May');
});

it('says what is selected, by line and header', async () => {
  const document = await openRows(testSession().session, PEOPLE);
  const [first, second] = document.roster.rows;
  const cell = (row = first, position = 2) => ({ row: row?.id ?? 0, position });
  const select = (kind: 'cells' | 'rows', anchor = cell(), head = cell()): string =>
    describeSelection(document, { kind, anchor, head });
  expect(select('cells')).toBe('Line 2, Email Address');
  expect(select('cells', cell(), cell(second))).toBe('2 rows selected');
  expect(select('rows')).toBe('Line 2');
  const [shirt] = document.roster.columns.carried;
  expect(select('cells', cell(first, shirt?.position), cell(first, shirt?.position))).toBe('Line 2, Shirt');
  expect(describeSelection(document, null)).toBe('');
});

it('titles the window with the file, marked while it is not saved', async () => {
  const { session } = testSession();
  expect(titleOf(session.store.getState())).toBe('Rollcall');
  await openRows(session, PEOPLE);
  expect(titleOf(session.store.getState())).toBe('people.txt – Rollcall');
});
