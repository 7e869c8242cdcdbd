import { AT } from '../person/catalogue.ts';
import { comparable } from '../rules/cell-rules/clean-text.ts';
import { emailKey } from '../rules/cell-rules/email.ts';
import { idKey } from '../rules/cell-rules/employee-id.ts';
import { normalizeLineBreaks } from '../text/plain-text.ts';
import type { SameLeader } from './same-leader.ts';

/** The text of a column, by its position, as all safe fixes would leave it. */
export type Mend = (position: number, text: string) => string;

/** What tells that two different texts say the same. */
export interface Sayings {
  readonly mend: Mend;
  readonly sameLeader: SameLeader;
}

/**
 * Whether two texts of a column say the same: a file that has “Yes” and “3/15/26” where the roster’s own such texts were
 * mended to “y” and “2026-03-15” changes nothing.
 */
export function saysTheSame(
  position: number,
  one: string,
  other: string,
  { mend, sameLeader }: Sayings,
): boolean {
  if (one === other || plain(one) === plain(other)) return true;
  if (position === AT.email) return emailKey(one) === emailKey(other);
  if (IDS.includes(position) && isSameId(one, other)) return true;
  if (position === AT.teamLeader && sameLeader(one, other)) return true;
  return plain(mend(position, one)) === plain(mend(position, other));
}

const IDS: readonly number[] = [AT.employeeId, AT.teamLeader];

function isSameId(one: string, other: string): boolean {
  const id = idKey(one);
  return id !== '' && id === idKey(other);
}

function plain(text: string): string {
  return comparable(normalizeLineBreaks(text));
}
