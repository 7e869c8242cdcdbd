import { columnOf, type ColumnKey } from '../person/catalogue.ts';
import { NO, YES } from '../rules/assumptions.ts';
import { employmentStatusMeaning, licenseTypeMeaning } from '../rules/cell-rules/choices.ts';
import { comparable } from '../rules/cell-rules/clean-text.ts';
import { formatGroups, groupNames } from '../rules/cell-rules/groups.ts';
import { readDate } from '../rules/cell-rules/read-date.ts';
import { yesNoMeaning } from '../rules/cell-rules/yes-no.ts';

/**
 * What the text of a cell says about a person, in the words of the roster. A cell that says nothing clear says no, none,
 * or the text that it has.
 */
export function saidText(key: ColumnKey, typed: string): string {
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
      return formatGroups(saidGroups(typed));
    default:
      return comparable(typed);
  }
}

/** The names of the groups that a cell says; none where it leaves open which are meant. */
export function saidGroups(typed: string): readonly string[] {
  return groupNames(comparable(typed)) ?? [];
}

/** YYYY-MM-DD where a text can only be one date; else the text. */
function sureDate(text: string): string {
  // Stryker disable next-line ConditionalExpression,StringLiteral: no text has no reading, which takes longer to find out
  if (text === '') return text;
  const [only, other] = readDate(text).readings;
  return only !== undefined && other === undefined ? only.date : text;
}
