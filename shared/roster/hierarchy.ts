import { AT } from '../columns/catalogue.ts';
import { comparable } from '../rules/cell-rules/clean-text.ts';
import { cellAt, type Roster, type Row } from './roster.ts';

/** In `leaderIndexes`, that no row of the roster is the leader. */
const NOBODY = -1;

/** In the levels, a row that was not looked at yet and one that the chain in hand has passed. */
const UNKNOWN = -1;
const ON_CHAIN = -2;

/**
 * By `Row.index`, the index of the row that the team leader's cell names, by email address or employee ID; -1 where it
 * names nobody of the roster. Of two rows with one address or ID the first is meant.
 */
export function leaderIndexes(roster: Roster): Int32Array {
  const emails = indexBy(roster.rows, emailKey);
  const ids = indexBy(roster.rows, (row) => comparable(cellAt(row, AT.employeeId)));
  return Int32Array.from(roster.rows, (row) => {
    const reference = comparable(cellAt(row, AT.teamLeader));
    if (reference === '') return NOBODY;
    return emails.get(reference.toLowerCase()) ?? ids.get(reference) ?? NOBODY;
  });
}

/**
 * The rows in an order in which a leader stands before everyone who reports to them: those who lead themselves or whose
 * leader is not in the roster, then those who report to them, and so on; each such wave in the order of the roster.
 * Where the chain of leaders comes back to a row there is no such order: those rows come last, and then their teams.
 */
export function leadersFirstOrder(roster: Roster): Row[] {
  const levels = levelsOf(leaderIndexes(roster));
  return roster.rows.toSorted((a, b) => levelAt(levels, a.index) - levelAt(levels, b.index));
}

function levelAt(levels: Int32Array, index: number): number {
  return levels[index] ?? 0;
}

function emailKey(row: Row): string {
  return comparable(cellAt(row, AT.email)).toLowerCase();
}

function indexBy(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, number> {
  const indexes = new Map<string, number>();
  for (const row of rows) {
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
