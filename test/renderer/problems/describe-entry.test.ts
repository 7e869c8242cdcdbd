import { describe, expect, it } from 'vitest';
import { describeEntry } from '../../../renderer/problems/describe-entry.ts';
import { appendRow, emptyRoster } from '../../../shared/roster/roster.ts';
import { check } from '../../../shared/rules/checker.ts';
import { type Cells, cellsOf, SETTINGS } from '../../shared/rules/build-roster.ts';

function described(code: string, texts: Cells) {
  const roster = emptyRoster();
  const row = appendRow(roster, cellsOf(texts));
  const problem = check(roster, SETTINGS)
    .problemsOf(row.id)
    .find((found) => found.code === code);
  if (problem === undefined) throw new Error(`No ${code}`);
  return describeEntry(roster, { row: row.id, problem });
}

describe('describeEntry', () => {
  it('shows the line as a spreadsheet counts it and the text that is wrong', () => {
    expect(described('email.invalid', { email: 'bob@@acme.com' })).toEqual({
      line: '2',
      text: 'bob@@acme.com',
      isEmpty: false,
    });
  });

  it('names the column where there is no text', () => {
    const isEmpty = { line: '2', text: 'Role is empty', isEmpty: true };
    expect(described('required', { role: ' ', homeTown: 'Cork' })).toEqual(isEmpty);
  });

  it('names the person whose required cell is empty, since the heading names the column', () => {
    const ana = { line: '2', text: 'Ana Ruiz', isEmpty: false };
    expect(described('required', { role: ' ', firstName: 'Ana', lastName: 'Ruiz' })).toEqual(ana);
  });

  it('shows a line break as a sign, since its lines are of one height', () => {
    expect(described('text.lineBreak', { homeTown: 'New\r\nYork' })).toMatchObject({ text: 'New ↵ York' });
  });

  it('names the person where the whole row is meant', () => {
    const { text } = described('identifier.missing', { firstName: 'Ana', lastName: 'Ruiz' });
    expect(text).toBe('Ana Ruiz');
  });

  it('security 18: never shows a temporary password', () => {
    expect(described('password.weak', { temporaryPassword: 'hunter' }).text).not.toContain('hunter');
  });
});
