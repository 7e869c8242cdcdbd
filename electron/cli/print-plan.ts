import { AT } from '../../shared/person/catalogue.ts';
import type { CurrentTeam } from '../../shared/person/team-member.ts';
import type { FieldChange } from '../../shared/team/find-changes.ts';
import type { ReadRoster } from '../../shared/roster/read-roster.ts';
import { cellAt, type RowId } from '../../shared/roster/roster.ts';
import { lines } from '../../shared/rules/messages/words.ts';
import {
  blockSentences,
  changeWords,
  goneLeaderSentences,
  groupMeaning,
  holdSentence,
  isGroupShown,
  SENT_GROUPS,
  seatParts,
} from '../../shared/upload/plan/plan-sentences.ts';
import {
  PLAN_GROUPS,
  planGroup,
  type PlannedRow,
  type Seats,
  type UploadPlan,
} from '../../shared/upload/plan/upload-plan.ts';
import { peopleOfFile } from './people-of-file.ts';
import { countOf } from './print-problems.ts';
import { showText } from './show-text.ts';

/** What a plan comes to: the current team, the counts by kind, the seats, and what cannot be undone. */
export function* printPlanCounts(plan: UploadPlan, read: ReadRoster, team: CurrentTeam): Generator<string> {
  yield `\nCurrent team: ${peopleCount(team.people.length)}, as of ${minuteOf(team.takenAt)}\n`;
  yield `Plan in ${plan.mode} mode: ${countOf(plan.rows.length, 'row')}${wavesOf(plan)}\n`;
  yield* printGroupCounts(plan);
  const promoted = plan.rows.filter((planned) => changesOf(planned).some(({ permanent }) => permanent));
  if (promoted.length > 0)
    yield `Cannot be undone: ${peopleCount(promoted.length)} (${linesOf(promoted, read)}) would manage teams from now on; Agent Connect never takes that back.\n`;
  const underGone = plan.rows.filter((planned) => goneLeaderSentences(planned).length > 0);
  if (underGone.length > 0)
    yield `In doubt: ${peopleCount(underGone.length)} (${linesOf(underGone, read)}) would be led by somebody who is deactivated in Agent Connect.\n`;
  const staying = plan.rows.filter((planned) => 'staysManager' in planned && planned.staysManager);
  if (staying.length > 0)
    yield `Not possible: ${peopleCount(staying.length)} (${linesOf(staying, read)}) would manage teams as before, although the roster says “n”: Agent Connect never takes that back.\n`;
}

/** What would be done row by row: the waves in their order, then the rows for which nothing would be sent. */
export function* printPlanRows(plan: UploadPlan, read: ReadRoster): Generator<string> {
  const waves: PlannedRow[][] = plan.waves.map(() => []);
  for (const planned of plan.rows) if ('wave' in planned) waves[planned.wave - 1]?.push(planned);
  for (const [place, rows] of waves.entries())
    yield* printGroup(`Wave ${place + 1} of ${waves.length}`, rows, read);
  for (const [kind, title] of Object.entries(TITLES))
    yield* printGroup(
      title,
      plan.rows.filter((planned) => planned.kind === kind),
      read,
    );
}

/** The headings of the rows for which nothing is sent. */
const TITLES = { blocked: 'Blocked', held: 'Held', exists: 'In Agent Connect already' } as const;

function wavesOf({ waves }: UploadPlan): string {
  return waves.length > 1 ? `, in ${countOf(waves.length, 'wave')}, leaders before their teams` : '';
}

/** The counts by group and the seats, in columns. */
function* printGroupCounts({ groups, mode, seats }: UploadPlan): Generator<string> {
  const shown = PLAN_GROUPS.filter((group) => isGroupShown(group, groups[group], mode));
  const names = Math.max(...shown.map((group) => group.length));
  const counts = Math.max(...shown.map((group) => groups[group].toLocaleString('en-US').length));
  for (const group of shown) {
    const count = groups[group].toLocaleString('en-US').padStart(counts);
    yield `  ${group.padEnd(names)}  ${count}  ${groupMeaning(group, mode)}\n`;
  }
  for (const one of seats) if (one.added !== 0) yield `  ${'seats'.padEnd(names)}  ${describeSeats(one)}\n`;
}

function* printGroup(title: string, rows: readonly PlannedRow[], read: ReadRoster): Generator<string> {
  if (rows.length === 0) return;
  const people = peopleOfFile(read);
  const width = String(read.lines.at(-1) ?? 0).length;
  yield `\n${title}: ${countOf(rows.length, 'row')}\n`;
  for (const planned of rows) {
    const line = String(people.lineOf(planned.row)).padStart(width);
    yield `  line ${line}  ${showText(headOf(planned, read))}\n`;
    for (const detail of detailsOf(planned, read)) yield `${' '.repeat(width + 9)}${showText(detail)}\n`;
  }
}

function headOf(planned: PlannedRow, read: ReadRoster): string {
  const who = personOf(planned.row, read);
  const sent = SENT_GROUPS.find(({ group }) => group === planGroup(planned));
  if (sent !== undefined) return `${sent.verb}  ${who}`;
  return planned.kind === 'exists' && planned.member.deactivated ? `${who} (deactivated there)` : who;
}

function personOf(id: RowId, read: ReadRoster): string {
  const row = read.roster.byId.get(id);
  const texts = row ? [cellAt(row, AT.email).trim() || cellAt(row, AT.employeeId).trim()] : [];
  return [peopleOfFile(read).nameOf(id), ...texts].filter((text) => text !== '').join(', ');
}

function detailsOf(planned: PlannedRow, read: ReadRoster): string[] {
  const people = peopleOfFile(read);
  if (planned.kind === 'blocked') return blockSentences(planned.block, people);
  if (planned.kind === 'held') return [holdSentence(planned, read.roster, people)];
  return [...goneLeaderSentences(planned), ...changesOf(planned).map(changeWords)];
}

function changesOf(planned: PlannedRow): readonly FieldChange[] {
  return planned.kind === 'changed' ? planned.changes : [];
}

function describeSeats(seats: Seats): string {
  const [license, ...numbers] = seatParts(seats);
  return `${license}: ${numbers.join(', ')}`;
}

function linesOf(rows: readonly PlannedRow[], read: ReadRoster): string {
  return lines(
    rows.map(({ row }) => row),
    peopleOfFile(read),
  );
}

function peopleCount(count: number): string {
  return count === 1 ? '1 person' : `${count.toLocaleString('en-US')} people`;
}

/** An ISO date and time as “2026-05-30 08:00 UTC”. */
function minuteOf(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}
