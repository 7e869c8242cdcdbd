import { columns } from '../../person/catalogue.ts';
import type { CurrentTeam } from '../../person/team-member.ts';
import { cellAt, type Roster, type Row } from '../../roster/roster.ts';
import { fingerprint } from '../../rules/roster-rules/fingerprint.ts';
import type { UploadPlan } from './upload-plan.ts';

/** Rows or people between two pauses. */
const SLICE = 1000;

/**
 * What a plan was made from, in two short words: the people of the roster in their order, and those of the current
 * team. Columns that are never sent do not matter, nor do temporary passwords, of which no word that is shown may tell.
 * Pauses every few milliseconds.
 */
export function* takingFingerprint(
  roster: Roster,
  team: CurrentTeam,
): Generator<void, UploadPlan['fingerprint']> {
  return {
    roster: yield* chained('', roster.rows, textsOf),
    team: yield* chained(team.untold.join(), team.people, (member) => Object.values(member).map(String)),
  };
}

function textsOf(row: Row): string[] {
  return columns.map(({ field }, position) => (field === 'password' ? '' : cellAt(row, position)));
}

/** Each item's texts together with the word of those before it. */
function* chained<Item>(
  start: string,
  items: readonly Item[],
  textsOfItem: (item: Item) => readonly string[],
): Generator<void, string> {
  let word = fingerprint(start);
  for (const [place, item] of items.entries()) {
    if (place % SLICE === SLICE - 1) yield;
    word = fingerprint(String(word), ...textsOfItem(item));
  }
  return word.toString(16).padStart(14, '0');
}
