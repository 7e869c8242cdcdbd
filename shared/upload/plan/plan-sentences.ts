import { AT, columnOf } from '../../person/catalogue.ts';
import type { FieldChange } from '../../team/find-changes.ts';
import { assertNever } from '../../failures/result.ts';
import type { TeamMember } from '../../person/team-member.ts';
import { cellAt, type Roster } from '../../roster/roster.ts';
import { type People, sentenceOf } from '../../rules/messages.ts';
import { lines, listed, named, quoted } from '../../rules/messages/words.ts';
import type { Block, PlanGroup, PlannedRow, Seats, UploadMode, UploadPlan } from './upload-plan.ts';

/** Why a row is blocked, and what to do: one sentence for each reason. */
export function blockSentences(block: Block, people: People): string[] {
  switch (block.kind) {
    case 'problems':
      return block.problems.map((problem) => sentenceOf(problem, people));
    case 'unsendable':
      return block.columns.map(
        (key) =>
          `Agent Connect’s API does not take what stands in ${columnOf(key).header}. ${key === 'photoUrl' ? 'Give an https address' : 'Correct it'}, or empty the cell.`,
      );
    case 'twoPeople':
      return [
        `The email address is that of ${nameOf(block.byEmail)} in Agent Connect, the employee ID that of ${nameOf(block.byId)}. Correct the one that is wrong.`,
      ];
    case 'samePerson':
      return [
        `This is the same person in Agent Connect as ${lines(block.rows, people)}. Keep one of the rows.`,
      ];
    case 'nobodyToDeactivate':
      return [
        'This row is marked as deactivated, but nobody in Agent Connect has its email address or employee ID. Remove the row or the mark.',
      ];
    default:
      return assertNever(block);
  }
}

/** Why a row is held back, and what to do. */
export function holdSentence(
  held: Extract<PlannedRow, { kind: 'held' }>,
  roster: Roster,
  people: People,
): string {
  const row = roster.byId.get(held.row);
  const reference = quoted(row ? cellAt(row, AT.teamLeader) : '');
  const leader = held.leader === null ? reference : named({ row: held.leader }, people);
  switch (held.reason) {
    case 'blocked':
      return `The Team Leader, ${leader}, is blocked. Fix that row first.`;
    case 'held':
      return `The Team Leader, ${leader}, is held as well.`;
    case 'cannotManage':
      return `The Team Leader, ${leader}, cannot manage teams in Agent Connect, and this plan does not change that. Plan in update mode or choose another.`;
    case 'noEmail':
      return `The Team Leader, ${leader}, has no email address, by which alone Agent Connect’s API names one. Give them one, or export the file and upload it on Agent Connect’s page.`;
    case 'notFound':
      return `Nobody in the roster or in the current team is the Team Leader ${reference}. Choose another.`;
    default:
      return assertNever(held.reason);
  }
}

/** Why nothing is sent for a row, or not all that it says, and what to do. */
export function reasonSentences(planned: PlannedRow, roster: Roster, people: People): string[] {
  switch (planned.kind) {
    case 'blocked':
      return blockSentences(planned.block, people);
    case 'held':
      return [holdSentence(planned, roster, people)];
    case 'create':
      return goneLeaderSentences(planned);
    case 'changed':
      return [...goneLeaderSentences(planned), ...(planned.staysManager ? [STAYS_MANAGER] : [])];
    case 'exists':
      return planned.staysManager ? [STAYS_MANAGER] : [];
    default:
      return assertNever(planned);
  }
}

/** That the leader whom a row names is deactivated in Agent Connect, and what to do. */
export function goneLeaderSentences(planned: PlannedRow): string[] {
  if (!('goneLeader' in planned)) return [];
  return [
    `The Team Leader, ${nameOf(planned.goneLeader)}, is deactivated in Agent Connect. Reactivate them there first, or choose another.`,
  ];
}

/** Said of someone whom the roster has as no manager of teams and who stays one. */
const STAYS_MANAGER = 'They manage teams, and Agent Connect never takes that back: “n” is not sent.';

/** What a group of a plan’s rows means, after its count: “to create”. */
export function groupMeaning(group: PlanGroup, mode: UploadMode): string {
  const meaning = GROUP_MEANINGS[group];
  return typeof meaning === 'string' ? meaning : meaning(mode);
}

const GROUP_MEANINGS: Readonly<Record<PlanGroup, string | ((mode: UploadMode) => string)>> = {
  create: 'to create',
  changed: 'to change',
  deactivate: 'to deactivate',
  activate: 'to reactivate',
  exists: (mode) =>
    `in Agent Connect already, ${mode === 'create' ? 'left as they are' : 'with nothing to change'}`,
  blocked: 'blocked by errors in the row',
  held: 'on hold because of the Team Leader',
};

/** The groups for which something is sent, in order, with what is done for each. */
export const SENT_GROUPS = [
  { group: 'create', verb: 'create', done: 'created' },
  { group: 'changed', verb: 'change', done: 'changed' },
  { group: 'deactivate', verb: 'deactivate', done: 'deactivated' },
  { group: 'activate', verb: 'reactivate', done: 'reactivated' },
] as const;

/** What a plan does, in a few words: “create 1,000, change 236 and deactivate 2 people”. */
export function sendingWords(groups: UploadPlan['groups']): string {
  const sent = SENT_GROUPS.filter(({ group }) => groups[group] > 0);
  const parts = sent.map(({ group, verb }) => `${verb} ${groups[group].toLocaleString('en-US')}`);
  const last = sent.at(-1);
  return `${listed(parts)} ${last && groups[last.group] === 1 ? 'person' : 'people'}`;
}

/** Whether a group is worth a line of its own: changes of the status where there are any, others only in update mode. */
export function isGroupShown(group: PlanGroup, count: number, mode: UploadMode): boolean {
  if (group === 'deactivate' || group === 'activate') return count > 0;
  return group !== 'changed' || mode === 'update';
}

/** A change in a few words: “Role: Team Member → Team Leader”. */
export function changeWords({ column, from, to, permanent }: FieldChange): string {
  const old = from === null ? '(not known)' : from === '' ? '(empty)' : from;
  return `${columnOf(column).header}: ${old} → ${to}${permanent ? ' (cannot be undone)' : ''}`;
}

/** The seats of a license type that a plan takes or frees, in parts: its name, “+3”, and how many there are now. */
export function seatParts({ license, inUse, added }: Seats): readonly string[] {
  const change = `${added < 0 ? '−' : '+'}${Math.abs(added).toLocaleString('en-US')}`;
  // That nobody is without a license now says nothing about the seats that there are.
  const isTold = inUse !== null && (license !== null || inUse > 0);
  return [
    license ?? 'no license type',
    change,
    ...(isTold ? [`${inUse.toLocaleString('en-US')} in use now`] : []),
  ];
}

function nameOf({ firstName, lastName, email, employeeId }: TeamMember): string {
  return quoted(`${firstName} ${lastName}`.trim() || email || employeeId);
}
