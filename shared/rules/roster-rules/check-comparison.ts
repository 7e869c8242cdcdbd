import { AT, type ColumnKey, columns } from '../../person/catalogue.ts';
import type { CurrentTeam, TeamMember } from '../../person/team-member.ts';
import { matchRow } from '../../team/match-rows.ts';
import { cellAt, type Row } from '../../roster/roster.ts';
import { BULK_UPDATE_CREATES, YES } from '../assumptions.ts';
import { cleaned, isBlank } from '../cell-rules/clean-text.ts';
import { yesNoMeaning } from '../cell-rules/yes-no.ts';
import type { Fix } from '../problem.ts';
import type { RowFinding } from '../row-rules.ts';
import type { TeamIndex } from '../team-index.ts';
import { memberIn, type RowComparison } from '../../team/find-changes.ts';

interface Sources {
  readonly team: TeamIndex;
  readonly untold: CurrentTeam['untold'];
}

/** What Agent Connect's bulk update would not take of a row, or not do. */
export function checkComparison(row: Row, comparison: RowComparison, sources: Sources): RowFinding[] {
  const member = memberIn(comparison);
  const findings = [lookForMissing(row, member)];
  if (comparison.kind === 'new') findings.push(lookForNobody(row));
  else if (member === null) findings.push(lookForTwo(row, sources.team));
  else if (managesTeams(row, member, sources)) findings.push(...checkManager(row, comparison, member));
  return findings.filter((finding) => finding !== null);
}

const REQUIRED = columns.filter(({ required }) => required).map(({ key }) => key);

/** `deactivated.incomplete`: someone who is deactivated, or will be, without all that a profile needs. */
function lookForMissing(row: Row, member: TeamMember | null): RowFinding | null {
  if (!isDeactivated(row, member)) return null;
  const missing = REQUIRED.filter((key) => isBlank(cellAt(row, AT[key])));
  const [first] = missing;
  if (first === undefined) return null;
  return { code: 'deactivated.incomplete', column: first, facts: { missing }, fixes: [] };
}

function isDeactivated(row: Row, member: TeamMember | null): boolean {
  const said = yesNoMeaning(cellAt(row, AT.deactivated));
  return said === null ? member?.deactivated === true : said === 'y';
}

/** `person.unknown`: nobody in Agent Connect has the row's email address or ID. */
function lookForNobody(row: Row): RowFinding | null {
  const by = (['email', 'employeeId'] as const).find((key) => !isBlank(cellAt(row, AT[key])));
  if (by === undefined || BULK_UPDATE_CREATES === 'yes') return null;
  const value = cleaned(cellAt(row, AT[by]));
  return { code: 'person.unknown', column: by, facts: { value, by }, fixes: [] };
}

/** `person.twoPeople`: the email address is one person's in Agent Connect, the ID another's. */
function lookForTwo(row: Row, team: TeamIndex): RowFinding | null {
  const match = matchRow(row, team);
  if (match.kind !== 'twoPeople') return null;
  const facts = { byEmail: nameOf(match.byEmail), byId: nameOf(match.byId) };
  return { code: 'person.twoPeople', column: 'employeeId', facts, fixes: [] };
}

/** Whether what is to be said of a row, as long as it is this member, depends on what it changes about them. */
export function dependsOnChanges(row: Row, member: TeamMember, sources: Sources): boolean {
  return managesTeams(row, member, sources);
}

/** Whether someone manages teams in Agent Connect; where a snapshot does not tell, whether the row says so. */
function managesTeams(row: Row, member: TeamMember, { untold }: Sources): boolean {
  if (member.canManageTeams) return true;
  return untold.includes('canManageTeams') && yesNoMeaning(cellAt(row, AT.canManageTeams)) === 'y';
}

/** `manager.reassigned`, `manager.deactivated` and `manager.demoted`: what cannot be done in bulk to who manages teams. */
function checkManager(row: Row, comparison: RowComparison, member: TeamMember): RowFinding[] {
  const changed = comparison.kind === 'changed' ? comparison.changes : [];
  const says = (key: ColumnKey): 'y' | 'n' | null => yesNoMeaning(cellAt(row, AT[key]));
  const facts = { name: nameOf(member) };
  const findings: RowFinding[] = [];
  // A first leader, or one in the place of nobody knows whom, is not another one.
  const before = changed.find(({ column }) => column === 'teamLeader')?.from ?? '';
  if (before !== '') {
    const fixes = [fixTo(row, 'teamLeader', before)];
    findings.push({ code: 'manager.reassigned', column: 'teamLeader', facts, fixes });
  }
  if (says('deactivated') === 'y' && !member.deactivated) {
    const fixes = [fixTo(row, 'deactivated', '')];
    findings.push({ code: 'manager.deactivated', column: 'deactivated', facts, fixes });
  }
  if (says('canManageTeams') === 'n') {
    const fixes = [fixTo(row, 'canManageTeams', YES)];
    findings.push({ code: 'manager.demoted', column: 'canManageTeams', facts, fixes });
  }
  return findings;
}

function fixTo({ id }: Row, column: ColumnKey, to: string): Fix {
  return { safe: false, changes: [{ row: id, column, to }] };
}

function nameOf({ firstName, lastName, email, employeeId }: TeamMember): string {
  return `${firstName} ${lastName}`.trim() || email || employeeId;
}
