import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AT, columnOf, keyAt } from '../../../shared/person/catalogue.ts';
import { applyChange } from '../../../shared/roster/change.ts';
import { createRosterReader } from '../../../shared/roster/read-roster.ts';
import { cellAt, type Roster } from '../../../shared/roster/roster.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import { check } from '../../../shared/rules/checker.ts';
import { safeFixes } from '../../../shared/rules/safe-fixes.ts';
import { parseText } from '../../../shared/text/parse-text.ts';
import { SETTINGS } from './build-roster.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/cases');

function open(name: string): Roster {
  const reader = createRosterReader(name);
  reader.add(parseText(readFileSync(join(FOLDER, name), 'utf8'), ','));
  const read = reader.finish();
  if (!read.ok) throw new Error(read.failure.code);
  return read.value.roster;
}

/** “Last Name 3: GarcÃ­a → García, safe (text.damaged)” for each problem but of leaders, by line. */
function problemsIn(name: string): string[] {
  const roster = open(name);
  const checker = check(roster, SETTINGS);
  return roster.rows.flatMap((row) =>
    checker.problemsOf(row.id).flatMap(({ code, column, fixes }) => {
      if (column === null || code.startsWith('leader.')) return [];
      const ways = fixes.map(({ safe, changes }) => `${changes[0]?.to ?? ''}, ${safe ? 'safe' : 'offered'}`);
      const where = `${columnOf(column).header} ${row.index + 2}: ${cellAt(row, AT[column])}`;
      return [`${where} → ${ways.join(' or ') || 'no fix'} (${code})`];
    }),
  );
}

/** The texts that “Fix all safe” leaves where it changes any, by column and line. */
function fixedIn(name: string): string[] {
  const roster = open(name);
  const checker = check(roster, SETTINGS);
  const change = finish(safeFixes(roster, checker));
  finish(applyChange(roster, change));
  checker.recheck(change);
  expect(finish(safeFixes(roster, checker)).cells).toEqual([]);
  return change.cells.map(({ row, position, to }) => {
    const key = keyAt(position);
    const index = roster.byId.get(row)?.index ?? -1;
    return `${key === null ? '' : columnOf(key).header} ${index + 2}: ${to}`;
  });
}

describe('what real lists hold', () => {
  it('garcia-soft-hyphen.csv: the soft hyphen is half of í, and nothing offers to remove it', () => {
    expect(problemsIn('garcia-soft-hyphen.csv')).toEqual([
      'First Name 3: LÃ\u00ada → Lía, safe (text.damaged)',
      'Last Name 3: GarcÃ\u00ada → García, safe (text.damaged)',
      'First Name 4: Ù…Ø­Ù…Ø¯ → محمد, safe (text.damaged)',
      'First Name 5: Ngá»\u008dc → Ngọc, safe (text.damaged)',
      'Last Name 5: LÃª → Lê, safe (text.damaged)',
    ]);
  });

  it('one-damaged-letter.csv: one letter is damage too', () => {
    expect(problemsIn('one-damaged-letter.csv')).toEqual([
      'Last Name 3: Nguyá»…n → Nguyễn, safe (text.damaged)',
      'Last Name 4: Tráº§n → Trần, safe (text.damaged)',
      'Last Name 5: ê¹€ → 김, safe (text.damaged)',
    ]);
  });

  it('null-placeholders.csv: nobody is called NULL, and optional cells can be emptied', () => {
    expect(problemsIn('null-placeholders.csv')).toEqual([
      'Employee ID 3: NULL → , offered (value.placeholder)',
      'Last Name 3: NULL → no fix (value.placeholder)',
      'Employee ID 4: N/A → , offered (value.placeholder)',
      'First Name 4: (blank) → no fix (value.placeholder)',
      'Employee ID 5: - → , offered (value.placeholder)',
      'Last Name 5: #N/A → no fix (value.placeholder)',
    ]);
    expect(fixedIn('null-placeholders.csv')).toEqual([]);
  });

  it('equals-quote.csv: an ID in the form of a formula', () => {
    expect(problemsIn('equals-quote.csv')).toEqual([
      'Employee ID 3: ="001002" → 001002, safe (text.wrapped)',
      'Team Leader 3: ="1001" → 1001, safe (text.wrapped)',
    ]);
  });

  it('apostrophe-prefix.csv: the mark for text goes, of a name only when asked', () => {
    expect(problemsIn('apostrophe-prefix.csv')).toEqual([
      "Email Address 3: 'ivo@example.com → ivo@example.com, safe (text.wrapped)",
      "Employee ID 3: '001002 → 001002, safe (text.wrapped)",
      "First Name 3: 'Ivo → Ivo, offered (text.wrapped)",
    ]);
  });

  it('html-entities.csv: characters as HTML writes them', () => {
    expect(problemsIn('html-entities.csv')).toEqual([
      "Last Name 3: O&#039;Brien → O'Brien, safe (text.escaped)",
      'First Name 4: Ren&eacute; → René, safe (text.escaped)',
      'Last Name 5: Smith &amp; Fox → Smith & Fox, safe (text.escaped)',
    ]);
  });

  it('address-with-note.csv: the one address inside, and no word glued to it', () => {
    expect(problemsIn('address-with-note.csv')).toEqual([
      'Email Address 3: Bann, Ivo (ivo.bann@example.com) → ivo.bann@example.com, offered (email.invalid)',
      'Email Address 4: bea@example.com (Bea Lund) → bea@example.com, offered (email.invalid)',
      'Email Address 5: cy@example.com work → cy@example.com, offered (email.invalid)',
      'Email Address 6: Dee Dow dee@example.com → dee@example.com, offered (email.invalid)',
      'Email Address 7: ed@example.com, Ed → ed@example.com, offered (email.invalid)',
    ]);
  });

  it('float-ids.csv: all IDs at once, and leaders given without .0 are found', () => {
    expect(problemsIn('float-ids.csv')).toEqual([
      'Employee ID 2: 1001.0 → 1001, safe (employeeId.decimal)',
      'Employee ID 3: 1002.0 → 1002, safe (employeeId.decimal)',
      'Employee ID 4: 1003.0 → 1003, safe (employeeId.decimal)',
    ]);
    expect(fixedIn('float-ids.csv')).toEqual([
      'Employee ID 2: 1001',
      'Employee ID 3: 1002',
      'Employee ID 4: 1003',
    ]);
    const roster = open('float-ids.csv');
    expect(check(roster, SETTINGS).problemsOf(2)).toHaveLength(1);
  });
});
