import type { TeamMember } from '../current-team/current-team.ts';
import { readMember } from '../current-team/read-member.ts';
import type { Row } from '../roster/roster.ts';
import type { CellFinding } from '../rules/finding.ts';
import type { Problem } from '../rules/problem.ts';

type Found = readonly (Problem | CellFinding)[];

/** What a row says about the person, with the date that a cell in another form surely means, as the rules have found it. */
export function personOf(row: Row, found: Found): TeamMember {
  return { ...readMember(row), ...sureDate(found) };
}

function sureDate(found: Found): Partial<TeamMember> {
  const form = found.find((problem) => problem.code === 'date.format');
  return form === undefined ? {} : { startDate: form.facts.date };
}
