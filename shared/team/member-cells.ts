import { AT, type ColumnKey, columnOf } from '../person/catalogue.ts';
import { makeMember, type TeamMember } from '../person/team-member.ts';
import { cellAt, type Row } from '../roster/roster.ts';
import { NO, YES } from '../rules/assumptions.ts';
import { employmentStatusMeaning, licenseTypeMeaning } from '../rules/cell-rules/choices.ts';
import { comparable } from '../rules/cell-rules/clean-text.ts';
import { formatGroups, groupNames } from '../rules/cell-rules/groups.ts';
import { readDate } from '../rules/cell-rules/read-date.ts';
import { yesNoMeaning } from '../rules/cell-rules/yes-no.ts';
import type { CellFinding } from '../rules/finding.ts';
import type { Problem } from '../rules/problem.ts';

/** What someone's cell of a column would be in a roster. */
export function memberCell(member: TeamMember, key: ColumnKey): string {
  if (key === 'temporaryPassword') return '';
  const value = member[key];
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? YES : NO;
  return value.length === 0 ? '' : formatGroups(value);
}

/** What a row says about a person. A cell that says nothing clear is no, none, or the text that it has. */
export function readMember(row: Row): TeamMember {
  return makeMember({
    text: (key) => canonicalText(key, cellAt(row, AT[key])),
    flag: (key) => canonicalText(key, cellAt(row, AT[key])) === YES,
    names: (key) => canonicalGroups(cellAt(row, AT[key])),
  });
}

/**
 * What the text of a cell says about a person, in the words of the roster. A cell that says nothing clear says no, none,
 * or the text that it has.
 */
export function canonicalText(key: ColumnKey, typed: string): string {
  switch (columnOf(key).field) {
    case 'yesNo':
    case 'deactivated':
      return yesNoMeaning(typed) === YES ? YES : NO;
    case 'employmentStatus':
      return employmentStatusMeaning(comparable(typed)) ?? comparable(typed);
    case 'licenseType':
      return licenseTypeMeaning(comparable(typed)) ?? comparable(typed);
    case 'date':
      return sureDate(comparable(typed));
    case 'groups':
      return formatGroups(canonicalGroups(typed));
    default:
      return comparable(typed);
  }
}

/** The names of the groups that a cell says; none where it leaves open which are meant. */
export function canonicalGroups(typed: string): readonly string[] {
  return groupNames(comparable(typed)) ?? [];
}

/** YYYY-MM-DD where a text can only be one date; else the text. */
function sureDate(text: string): string {
  // Stryker disable next-line ConditionalExpression,StringLiteral: no text has no reading, which takes longer to find out
  if (text === '') return text;
  const [only, other] = readDate(text).readings;
  return only !== undefined && other === undefined ? only.date : text;
}

/** What the rules have found in a row, or in its start date alone. */
export type Found = readonly (Problem | CellFinding)[];

/** What a row says about the person, with the date that a cell in another form surely means, as the rules have found it. */
export function personOf(row: Row, found: Found): TeamMember {
  const person = readMember(row);
  return { ...person, startDate: dateMeant(found) ?? person.startDate };
}

/** YYYY-MM-DD that a start date in another form surely means, as the rules have found it; null where they found none. */
export function dateMeant(found: Found): string | null {
  const form = found.find((problem) => problem.code === 'date.format');
  return form === undefined ? null : form.facts.date;
}
