import { AT } from '../person/catalogue.ts';
import { emailKey } from '../rules/cell-rules/email.ts';
import { idKey } from '../rules/cell-rules/employee-id.ts';
import { cellAt, type Roster, type Row } from './roster.ts';

/** Rows between two pauses. */
const SLICE = 2000;

/** In `findLeaders`, that no row of the roster is the leader. */
const NOBODY = -1;

/** In the levels, a row that was not looked at yet and one that the chain in hand has passed. */
const UNKNOWN = -1;
const ON_CHAIN = -2;

/**
 * By `Row.index`, the index of the row that the team leader's cell names, by email address or employee ID; -1 where it
 * names nobody of the roster. Of two rows with one address or ID the first is meant. Pauses every few milliseconds.
 */
export function* findLeaders(roster: Roster): Generator<void, Int32Array> {
  const { rows } = roster;
  const emails = yield* indexBy(rows, (row) => emailKey(cellAt(row, AT.email)));
  const ids = yield* indexBy(rows, (row) => idKey(cellAt(row, AT.employeeId)));
  const leaders = new Int32Array(rows.length).fill(NOBODY);
  for (const [index, row] of rows.entries()) {
    if (index % SLICE === SLICE - 1) yield;
    const reference = idKey(cellAt(row, AT.teamLeader));
    if (reference === '') continue;
    leaders[index] = emails.get(reference.toLowerCase()) ?? ids.get(reference) ?? NOBODY;
  }
  return leaders;
}

/**
 * The rows in an order in which a leader stands before everyone who reports to them: those who lead themselves or whose
 * leader is not in the roster, then those who report to them, and so on; each such wave in the order of the roster.
 * Where the chain of leaders comes back to a row there is no such order: those rows come last, and then their teams.
 * `leaders` is what `findLeaders` answers, where it is at hand. Pauses every few milliseconds.
 */
export function* orderingLeadersFirst(roster: Roster, leaders?: Int32Array): Generator<void, Row[]> {
  const levels = levelsOf(leaders ?? (yield* findLeaders(roster)));
  // What is done for few rows pauses nowhere.
  if (roster.rows.length >= SLICE) yield;
  const waves = new Map<number, Row[]>();
  for (const [index, row] of roster.rows.entries()) {
    if (index % SLICE === SLICE - 1) yield;
    const level = levelAt(levels, index);
    const wave = waves.get(level);
    if (wave === undefined) waves.set(level, [row]);
    else wave.push(row);
  }
  return [...waves].sort(([one], [other]) => one - other).flatMap(([, rows]) => rows);
}

function levelAt(levels: Int32Array, index: number): number {
  return levels[index] ?? 0;
}

function* indexBy(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Generator<void, ReadonlyMap<string, number>> {
  const indexes = new Map<string, number>();
  for (const row of rows) {
    if (row.index % SLICE === SLICE - 1) yield;
    const key = keyOf(row);
    if (key !== '' && !indexes.has(key)) indexes.set(key, row.index);
  }
  return indexes;
}

/** By index, how many leaders stand above a row; the rows of a cycle count from the number of rows on. */
function levelsOf(leaders: Int32Array): Int32Array {
  const levels = new Int32Array(leaders.length).fill(UNKNOWN);
  const chain: number[] = [];
  for (let start = 0; start < leaders.length; start += 1) {
    let top = start;
    while (top !== NOBODY && levelAt(levels, top) === UNKNOWN) {
      levels[top] = ON_CHAIN;
      chain.push(top);
      const leader = leaders[top] ?? NOBODY;
      top = leader === top ? NOBODY : leader;
    }
    let level = top === NOBODY ? -1 : levelAt(levels, top);
    if (level === ON_CHAIN) level = closeCycle(levels, chain, top);
    for (let row = chain.pop(); row !== undefined; row = chain.pop()) levels[row] = level += 1;
  }
  return levels;
}

/** Takes the rows of a cycle, which ends the chain and begins at `top`, off the chain; answers their level. */
function closeCycle(levels: Int32Array, chain: number[], top: number): number {
  for (const row of chain.splice(chain.indexOf(top))) levels[row] = levels.length;
  return levels.length;
}
