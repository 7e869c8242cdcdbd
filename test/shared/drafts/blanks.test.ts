import { describe, expect, it } from 'vitest';
import { AT, columns } from '../../../shared/person/catalogue.ts';
import { Blanks, type Passwords } from '../../../shared/drafts/blanks.ts';
import { columnsOf, recordsOfStep, textsOfRows } from '../../../shared/drafts/write-records.ts';
import { cellsChange, type Change } from '../../../shared/roster/change.ts';
import type { RosterColumns } from '../../../shared/roster/roster.ts';

const OWN = columns.length;
const carrying = (...headers: string[]): RosterColumns => ({
  optional: [],
  carried: headers.map((header, at) => ({ position: OWN + at, header })),
});
const person = (password: string, ...own: string[]): string[] =>
  [...columns.map(() => ''), ...own].with(AT.temporaryPassword, password);

describe('Blanks', () => {
  it('are passwords, by the catalogue or by the header, unless they are kept', () => {
    const blanks = new Blanks('blanked', carrying('Notes', 'Initial password'));
    expect([OWN, OWN + 1, AT.temporaryPassword, AT.email].map((at) => blanks.has(at))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const kept = new Blanks('kept', carrying('Initial password'));
    expect([OWN, AT.temporaryPassword].map((at) => kept.has(at))).toEqual([false, false]);
  });

  it('stay what they were when they were first told, and are told of new columns', () => {
    const blanks = new Blanks('blanked', carrying('Notes', 'PIN'));
    blanks.hear(carrying('PIN', 'Notes', 'PIN'));
    expect([OWN, OWN + 1, OWN + 2].map((at) => blanks.has(at))).toEqual([false, true, true]);
  });

  it('touch a row that has a text there, and leave its length as it is', () => {
    const blanks = new Blanks('blanked', carrying('PIN'));
    expect(blanks.touch(person('', '4711'))).toBe(true);
    expect(blanks.touch(person('secret'))).toBe(true);
    expect([blanks.touch(person('', '')), blanks.touch(person(''))]).toEqual([false, false]);
    expect(blanks.without(person('secret'))).toEqual(person(''));
    expect(blanks.without(person('secret', '4711', 'x'))).toEqual(person('', '', 'x'));
  });
});

describe('a record', () => {
  const written = (change: Change, passwords: Passwords = 'blanked') =>
    [...recordsOfStep('step', { label: 'Edit', change }, new Blanks(passwords, carrying('Notes')))].map(
      (record) => 'blanked' in record,
    );
  const row = (password: string) => ({ row: 1, index: 0, cells: person(password) });
  const nothing = cellsChange([]);
  const cell = (position: number) => ({ row: 1, position, from: '', to: 'secret' });

  it('says whether texts were left out of it, and of no other', () => {
    const excluded = (password: string) => [{ ...row(password), header: 'Status', text: 'LOA' }];
    for (const part of ['removed', 'inserted'] as const) {
      expect(written({ ...nothing, [part]: [row('x'), row('')] })).toEqual([true]);
      expect(written({ ...nothing, [part]: [row('')] })).toEqual([false]);
      expect(written({ ...nothing, [part]: [row('x')] }, 'kept')).toEqual([false]);
    }
    expect(written({ ...nothing, excluded: excluded('x') })).toEqual([true]);
    expect(written({ ...nothing, excluded: excluded('') })).toEqual([false]);
    expect(written({ ...nothing, cells: [cell(AT.email), cell(AT.temporaryPassword)] })).toEqual([true]);
    expect(written({ ...nothing, cells: [cell(AT.email)] })).toEqual([false]);
    expect(written({ ...nothing, removed: [row('')], inserted: [row('x')] })).toEqual([false, true]);
  });

  it('of rows says so too, in texts of a length', () => {
    const rows = Array.from({ length: 450 }, (_, index) => ({ id: index + 1, index, cells: person('') }));
    const blanks = new Blanks('blanked', carrying());
    const texts = [...textsOfRows(rows, ({ index }) => person(index === 300 ? 'x' : ''), blanks, 1)];
    expect(texts.map((text) => text.includes('"blanked":true'))).toEqual([false, true, false]);
    expect([...textsOfRows(rows, ({ cells }) => cells, blanks, 1_000_000)]).toHaveLength(1);
    expect([...textsOfRows([], ({ cells }) => cells, blanks, 1)]).toEqual([]);
  });

  it('copies the columns, those that were moved among them', () => {
    const moved = [{ place: 1, position: OWN }];
    expect(columnsOf({ ...carrying('Notes'), moved })).toEqual({ ...carrying('Notes'), moved });
    expect(columnsOf(carrying())).toEqual(carrying());
  });
});
