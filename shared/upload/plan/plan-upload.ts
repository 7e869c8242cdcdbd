import { AT } from '../../person/catalogue.ts';
import type { CurrentTeam } from '../../person/team-member.ts';
import { isLeaderOf, type Matches, matchRows, memberOf } from '../../team/match-rows.ts';
import { findLeaders, orderingLeadersFirst } from '../../roster/hierarchy.ts';
import { cellAt, type Roster, type Row, type RowId } from '../../roster/roster.ts';
import type { Problem } from '../../rules/problem.ts';
import { TeamIndex } from '../../rules/team-index.ts';
import { addingUp } from './add-up.ts';
import { judgeRow, type Leader, type Verdict } from './judge-row.ts';
import { placeRow } from './place-row.ts';
import { takingFingerprint } from './plan-fingerprint.ts';
import type { PlannedRow, UploadMode, UploadPlan } from './upload-plan.ts';

/** Rows between two pauses. */
const SLICE = 200;

/** Among the leaders that `findLeaders` answers, none of the roster. */
const NOBODY = -1;

interface Judged {
  readonly verdict: Verdict;
  readonly leader: Leader;
}

/** What an upload is planned from. */
export interface PlanSources {
  readonly roster: Roster;
  readonly team: CurrentTeam;
  readonly problemsOf: (row: RowId) => readonly Problem[];
  readonly mode: UploadMode;
}

/**
 * Plans an upload: what would be done about each row, in waves in which a leader comes before everyone who reports to
 * them, whatever the order of the roster. Pauses every few milliseconds; the roster must not change meanwhile.
 */
export function* planningUpload(sources: PlanSources): Generator<void, UploadPlan> {
  const { roster, team, mode } = sources;
  const index = new TeamIndex();
  yield* index.fill(team);
  const matches = yield* matchRows(roster, index);
  const rows = yield* planningRows(sources, index, matches);
  const sums = yield* addingUp(roster, rows, team);
  const fingerprint = yield* takingFingerprint(roster, team);
  return { mode, rows, ...sums, fingerprint };
}

/** Judges each row by itself, then places it after its leader's; answers the rows in the order of the roster. */
function* planningRows(
  sources: PlanSources,
  index: TeamIndex,
  matches: Matches,
): Generator<void, PlannedRow[]> {
  const { roster } = sources;
  const leaders = yield* findLeaders(roster);
  const judged: Judged[] = [];
  for (const row of roster.rows) {
    if (row.index % SLICE === SLICE - 1) yield;
    const leader = leaderOf(row, roster.rows[leaders[row.index] ?? -1] ?? null, index, matches);
    const verdict = judge(row, leader, sources, index, matches);
    judged.push({ verdict, leader });
    // Waits for nobody. That opens every circle of leaders too: the rules have found an error in it.
    if (verdict.kind === 'exists' || verdict.kind === 'blocked') leaders[row.index] = NOBODY;
  }
  const planned: PlannedRow[] = [];
  planned.length = roster.rows.length;
  for (const [place, row] of (yield* orderingLeadersFirst(roster, leaders)).entries()) {
    if (place % SLICE === SLICE - 1) yield;
    const found = judged[row.index];
    if (found) planned[row.index] = placeRow(row.id, found.verdict, found.leader, planned);
  }
  return planned;
}

function judge(
  row: Row,
  leader: Leader,
  { team, problemsOf, mode }: PlanSources,
  index: TeamIndex,
  matches: Matches,
): Verdict {
  const match = matches.ofRow[row.index] ?? { kind: 'nobody' };
  const member = match.kind === 'member' ? match.member : null;
  return judgeRow(row, {
    mode,
    problems: problemsOf(row.id),
    match,
    sameMember: (member && matches.rowsOf.get(member)) ?? [],
    leader,
    sameLeader: member !== null && isLeaderOf(member, cellAt(row, AT.teamLeader), leader.member, index),
    untold: team.untold,
  });
}

function leaderOf(row: Row, leaderRow: Row | null, team: TeamIndex, matches: Matches): Leader {
  if (leaderRow === null) return { row: null, member: memberOf(cellAt(row, AT.teamLeader), team) };
  const match = matches.ofRow[leaderRow.index];
  return { row: leaderRow, member: match?.kind === 'member' ? match.member : null };
}
