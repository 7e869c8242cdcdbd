import type { CurrentTeam } from '../../shared/person/team-member.ts';
import type { ReadRoster } from '../../shared/roster/read-roster.ts';
import type { People } from '../../shared/rules/messages.ts';
import { uploadCost, USUAL_RATE } from '../../shared/upload/orders/upload-cost.ts';
import {
  blockSentences,
  goneLeaderSentences,
  holdSentence,
} from '../../shared/upload/plan/plan-sentences.ts';
import { type PlannedRow, statusChange, type UploadPlan } from '../../shared/upload/plan/upload-plan.ts';
import { peopleOfFile, placeInFile } from './people-of-file.ts';
import { json } from './show-text.ts';

/** The JSON document of `rollcall plan --json`, in pieces, with one row a line. */
export function* planDocument(plan: UploadPlan, read: ReadRoster, team: CurrentTeam): Generator<string> {
  const people = peopleOfFile(read);
  const { mode, fingerprint, counts, groups, seats } = plan;
  const waves = plan.waves.map((wave, place) => ({ wave: place + 1, ...wave }));
  yield `{ "mode": ${json(mode)},\n  "team": ${json({ takenAt: team.takenAt, people: team.people.length })},\n`;
  yield `  "fingerprint": ${json(fingerprint)},\n  "counts": ${json(counts)},\n`;
  const statusChanges = { deactivate: groups.deactivate, activate: groups.activate };
  const cost = uploadCost(plan, team.people.length, USUAL_RATE);
  yield `  "statusChanges": ${json(statusChanges)},\n  "cost": ${json({ rate: USUAL_RATE, ...cost })},\n`;
  yield `  "waves": ${json(waves)},\n  "seats": ${json(seats)},\n  "rows": [`;
  let separator = '\n    ';
  for (const planned of plan.rows) {
    yield `${separator}${json(describeRow(planned, read, people))}`;
    separator = ',\n    ';
  }
  yield ' ] }\n';
}

/** Every row has every key: what its kind does not have is null, or an empty list. */
function describeRow(planned: PlannedRow, read: ReadRoster, people: People) {
  const known = 'member' in planned ? planned : null;
  return {
    ...placeInFile(read, planned.row),
    kind: planned.kind,
    wave: 'wave' in planned ? planned.wave : null,
    leader: 'leader' in planned && planned.leader !== null ? placeInFile(read, planned.leader) : null,
    changes: planned.kind === 'changed' ? planned.changes : [],
    status: planned.kind === 'changed' ? statusChange(planned.changes) : null,
    staysManager: known?.staysManager ?? null,
    deactivated: known?.member.deactivated ?? null,
    ...reasonsOf(planned, read, people),
  };
}

function reasonsOf(planned: PlannedRow, read: ReadRoster, people: People) {
  if (planned.kind === 'held')
    return { reason: planned.reason, problems: [], messages: [holdSentence(planned, read.roster, people)] };
  if (planned.kind !== 'blocked')
    return { reason: null, problems: [], messages: goneLeaderSentences(planned) };
  const { block } = planned;
  const problems = block.kind === 'problems' ? block.problems : [];
  return {
    reason: block.kind,
    problems: problems.map(({ column, code }) => ({ column, code })),
    messages: blockSentences(block, people),
  };
}
