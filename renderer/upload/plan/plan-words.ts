import { aboutTime, uploadCost } from '../../../shared/upload/orders/upload-cost.ts';
import { seatParts } from '../../../shared/upload/plan/plan-sentences.ts';
import type { Seats, UploadPlan } from '../../../shared/upload/plan/upload-plan.ts';
import type { MadePlan } from '../upload-state.ts';

/** What a plan comes to beside its counts: its waves, its time, the seats, and what Agent Connect never takes back. */
export function planNotes(made: MadePlan, careful = false): string[] {
  const { plan, rows } = made;
  const time = timeSentence(made, careful);
  const promoted = [rows.changed, rows.deactivate, rows.activate]
    .flat()
    .filter(
      (planned) => planned.kind === 'changed' && planned.changes.some(({ permanent }) => permanent),
    ).length;
  const seats = plan.seats.filter(({ added }) => added !== 0).map(seatWords);
  return [
    ...(plan.waves.length > 1 ? [wavesSentence(plan)] : []),
    ...(time === null ? [] : [time]),
    ...(seats.length > 0 ? [`Licenses: ${seats.join('; ')}.`] : []),
    ...(promoted > 0
      ? [
          `${countOf(promoted, 'person', 'people')} would manage teams from now on. Agent Connect never takes that back.`,
        ]
      : []),
  ];
}

/** How long a plan takes, and at which rate; null where nothing of it can be sent. */
export function timeSentence(made: MadePlan, careful = false): string | null {
  const { plan, key, rate } = made;
  if (key === null || plan.counts.create + plan.counts.changed === 0) return null;
  const time = timeOf(made)[careful ? 'careful' : 'usual'];
  return `It takes ${time} at ${countOf(rate, 'request', 'requests')} a minute.`;
}

/** How long a plan takes at the host’s rate, as it is done unless told, and where each person is looked up before being sent. */
export function timeOf({ plan, team, rate }: MadePlan): {
  readonly usual: string;
  readonly careful: string;
  readonly isDearer: boolean;
} {
  const { usual, careful } = uploadCost(plan, team.people.length, rate);
  const words = ({ minutes }: typeof usual): string => aboutTime(minutes * 60);
  return { usual: words(usual), careful: words(careful), isDearer: careful.requests > usual.requests };
}

/** What a plan was compared with, and how old that is; `now` is in milliseconds of the epoch. */
export function sourceSentence({ team, target, key }: MadePlan, now: number): string {
  const people = countOf(team.people.length, 'person', 'people');
  const ago = agoWords(Date.parse(team.takenAt), now);
  return key === null
    ? `Compared with the ${people} of a snapshot taken ${ago}: there is no API key to ask ${target.name} with.`
    : `Compared with the ${people} of ${target.name}’s current team, read ${ago}.`;
}

/** Words as the name of a count: “To create”. */
export function asLabel(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** How many: “1 person”, “236 people”. */
export function countOf(count: number, one: string, several: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : several}`;
}

/** How long ago, to the unit that matters: “just now”, “4 minutes ago”, “3 days ago”. Both in milliseconds of an epoch. */
function agoWords(then: number, now: number): string {
  const minutes = Math.floor((now - then) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${countOf(minutes, 'minute', 'minutes')} ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48
    ? `${countOf(hours, 'hour', 'hours')} ago`
    : `${countOf(Math.floor(hours / 24), 'day', 'days')} ago`;
}

function wavesSentence({ waves }: UploadPlan): string {
  const sizes = waves.map(({ create, changed }) => (create + changed).toLocaleString('en-US'));
  const shown = sizes.length > 6 ? [...sizes.slice(0, 5), '…', sizes.at(-1)] : sizes;
  return `In ${sizes.length.toLocaleString('en-US')} waves, leaders before their teams: ${shown.join(', ')}.`;
}

function seatWords(seats: Seats): string {
  const { license, added } = seats;
  const [, , now] = seatParts(seats);
  const inUse = now === undefined ? '' : ` (${now})`;
  const change = added < 0 ? 'fewer' : 'more';
  const count = Math.abs(added).toLocaleString('en-US');
  return license === null
    ? `${countOf(Math.abs(added), 'person', 'people')} ${change} without a license type${inUse}`
    : `${count} ${change} ${license}${inUse}`;
}
