import type { TeamMember } from '../current-team/current-team.ts';
import { readMember } from '../current-team/read-member.ts';
import type { Row } from '../roster/roster.ts';
import type { CellFinding } from '../rules/finding.ts';
import type { Problem } from '../rules/problem.ts';

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
