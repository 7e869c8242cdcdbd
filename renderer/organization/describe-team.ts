import type { TeamHead } from '../../shared/team/team-head.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Days after which people have likely come and gone. */
const OLD = 7;

/** A snapshot in words: “47 people, taken 3 days ago”. */
export function describeTeam({ people, takenAt }: Pick<TeamHead, 'people' | 'takenAt'>, now: Date): string {
  return `${sayPeople(people)}, taken ${sayAge(takenAt, now)}`;
}

/** A number of people in words. */
export function sayPeople(count: number): string {
  return count === 1 ? '1 person' : `${count.toLocaleString('en-US')} people`;
}

/** Whether a snapshot is so old that it should be made anew. */
export function isOld({ takenAt }: Pick<TeamHead, 'takenAt'>, now: Date): boolean {
  return now.getTime() - new Date(takenAt).getTime() > OLD * DAY;
}

/** How long ago something was; of what is months ago, the day. A time that is to come is one of another clock: “just now”. */
export function sayAge(iso: string, now: Date): string {
  const then = new Date(iso);
  const age = now.getTime() - then.getTime();
  if (age < MINUTE) return 'just now';
  if (age < HOUR) return `${several(age / MINUTE, 'minute')} ago`;
  if (age < DAY) return `${several(age / HOUR, 'hour')} ago`;
  if (age < 60 * DAY) return `${several(age / DAY, 'day')} ago`;
  return `on ${then.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })}`;
}

function several(value: number, unit: string): string {
  const count = Math.floor(value);
  return count === 1 ? `${count} ${unit}` : `${count} ${unit}s`;
}
