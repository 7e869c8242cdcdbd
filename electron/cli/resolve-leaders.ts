import { applyLeaders, chosenBy } from '../../shared/leaders/apply-leaders.ts';
import { REASON_WORDS } from '../../shared/leaders/leader-words.ts';
import { type LeaderLine, type LeaderPlan, planLeaders } from '../../shared/leaders/plan-leaders.ts';
import type { Match } from '../../shared/matching/answer.ts';
import { AT } from '../../shared/person/catalogue.ts';
import { applyChange } from '../../shared/roster/change.ts';
import type { ReadRoster } from '../../shared/roster/read-roster.ts';
import type { RowId } from '../../shared/roster/roster.ts';
import { finish } from '../../shared/roster/sliced-work.ts';
import type { Checker } from '../../shared/rules/checker.ts';
import { type Leader, leaderName } from '../../shared/rules/roster-rules/leader-resolver.ts';
import { placeInFile } from './people-of-file.ts';
import { countOf } from './print-problems.ts';
import { showText } from './show-text.ts';

/** What `--resolve leaders` did. */
export interface ResolvedLeaders {
  readonly plan: LeaderPlan;
  /** The leaders who were let manage teams. */
  readonly lets: readonly RowId[];
}

/** Names every Team Leader who is sure as Agent Connect takes them, and lets those manage teams who cannot yet. */
export function resolveLeaders({ roster }: ReadRoster, checker: Checker): ResolvedLeaders {
  const plan = finish(planLeaders(roster, checker));
  const change = finish(applyLeaders(roster, plan, new Map(), true));
  finish(applyChange(roster, change));
  checker.recheck(change);
  const lets = change.cells.filter(({ position }) => position === AT.canManageTeams).map(({ row }) => row);
  return { plan, lets };
}

/** What was resolved for a person to read, one thing a line, with everybody who is left. */
export function* describeResolved({ plan, lets }: ResolvedLeaders): Generator<string> {
  const sure = plan.lines.filter(({ kind }) => kind === 'sure');
  yield `Resolved ${countOf(sure.length, 'Team Leader')} in ${countOf(rowsOf(sure), 'row')}.\n`;
  if (lets.length > 0) yield `Set Can Manage Teams to y for ${countOf(lets.length, 'leader')}.\n`;
  for (const line of doubtfulOf(plan)) {
    const who = line.candidates.map(({ person, reason }) => `${nameOf(person)} (${REASON_WORDS[reason]})`);
    const could = who.length === 0 ? 'nobody was found' : `could be ${who.join(', ')}`;
    yield showText(`  “${line.text}” in ${countOf(line.rows.length, 'row')}: ${could}`) + '\n';
  }
}

/** The same as the JSON documents have it. */
export function resolvedEntry({ plan, lets }: ResolvedLeaders, read: ReadRoster) {
  const person = (match: Match<Leader>) => ({
    to: chosenBy(match).to,
    name: leaderName(match.person),
    reason: match.reason,
    ...(match.person.row === null
      ? { from: 'team' }
      : { from: 'roster', ...placeInFile(read, match.person.row) }),
  });
  const entry = (line: LeaderLine) => ({
    reference: line.text,
    lines: line.rows.map((row) => placeInFile(read, row).line),
  });
  return {
    resolved: plan.lines.flatMap((line) =>
      line.kind === 'sure' ? line.candidates.map((match) => ({ ...entry(line), ...person(match) })) : [],
    ),
    doubtful: doubtfulOf(plan).map((line) => ({ ...entry(line), candidates: line.candidates.map(person) })),
    canManageTeams: lets.map((row) => placeInFile(read, row)),
  };
}

function doubtfulOf({ lines }: LeaderPlan): readonly LeaderLine[] {
  return lines.filter(({ kind }) => kind === 'doubtful' || kind === 'unknown');
}

function rowsOf(lines: readonly LeaderLine[]): number {
  return lines.reduce((sum, { rows }) => sum + rows.length, 0);
}

function nameOf(person: Leader): string {
  return leaderName(person) || person.address || person.employeeId;
}
