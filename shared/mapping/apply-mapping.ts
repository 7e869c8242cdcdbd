import { AT, columns } from '../columns/catalogue.ts';
import { matchHeaders } from '../columns/match-headers.ts';
import type { CellChange, Making } from '../roster/change.ts';
import { withOptional } from '../roster/edits.ts';
import {
  type CarriedColumn,
  cellAt,
  type MovedColumn,
  type Roster,
  type RosterColumns,
} from '../roster/roster.ts';
import { inSlices } from '../roster/sliced-work.ts';
import type { Source } from './list-sources.ts';
import { type TextOf, textMaker } from './make-text.ts';
import type { ColumnMapping } from './mapping.ts';
import { isAsItStands, sourceFates } from './source-fates.ts';

/** Rows between two pauses. */
const ROWS = 1000;

/**
 * The one change that brings the sources of a roster into its columns by a mapping; of two entries for a column the
 * first counts. Nothing is lost: a source that is not taken whole stands beside the others as a column that is carried.
 */
export function* applyMapping(roster: Roster, sources: readonly Source[], mapping: ColumnMapping): Making {
  const { writers, columns: to } = planMapping(roster, sources, mapping);
  const cells: CellChange[] = [];
  yield* inSlices(roster.rows, ROWS, (row) => {
    for (const { position, textOf } of writers) {
      const [from, to] = [cellAt(row, position), textOf(row)];
      if (from !== to) cells.push({ row: row.id, position, from, to });
    }
  });
  const change = { cells, removed: [], inserted: [] };
  return to === roster.columns ? change : { ...change, columns: { from: roster.columns, to } };
}

/** Whether a mapping would leave the roster as it is. */
export function changesNothing(roster: Roster, sources: readonly Source[], mapping: ColumnMapping): boolean {
  const { writers, columns: to } = planMapping(roster, sources, mapping);
  if (to !== roster.columns) return false;
  return writers.every(({ position, textOf }) =>
    roster.rows.every((row) => cellAt(row, position) === textOf(row)),
  );
}

/** What is written, in any order, and the columns that there are then. */
function planMapping(roster: Roster, sources: readonly Source[], mapping: ColumnMapping): Moves {
  const entries = mapping.filter(({ key }, at) => mapping.findIndex((entry) => entry.key === key) === at);
  const moves = movesOf(roster, sources, entries);
  const columns = entries.map(({ key }) => key).reduce(withOptional, moves.columns);
  return { writers: [...writersOf(sources, entries), ...moves.writers], columns };
}

interface Writer {
  /** In `Row.cells`. */
  readonly position: number;
  readonly textOf: TextOf;
}

function writersOf(sources: readonly Source[], mapping: ColumnMapping): Writer[] {
  return mapping
    .filter((entry) => !isAsItStands(entry, sources))
    .map((entry) => ({ position: AT[entry.key], textOf: textMaker(entry, sources) }));
}

interface Moves {
  /** What is written where sources leave, and where those come that are set aside. */
  readonly writers: readonly Writer[];
  readonly columns: RosterColumns;
}

/** Where the sources go that do not stay: those that are set aside take the places of carried ones that leave. */
function movesOf(roster: Roster, sources: readonly Source[], mapping: ColumnMapping): Moves {
  const mapped = new Set(mapping.map(({ key }) => key));
  const fates = sourceFates(sources, mapping);
  const leaving = sources.filter((_, index) => fates[index]?.kind !== 'stays');
  const free = leaving.flatMap(({ key, position }) => (key === null ? [position] : []));
  const writers: Writer[] = [];
  const carried: CarriedColumn[] = [];
  const moved: MovedColumn[] = [];
  let next = widthOf(roster.columns);
  sources.forEach((source, index) => {
    const fate = fates[index];
    if (fate === undefined || fate.kind === 'stays') return;
    let position = fate.kind === 'taken' ? fate.position : null;
    if (fate.kind === 'setAside' && hasText(roster, source.position)) {
      position = free.shift() ?? next++;
      writers.push({ position, textOf: (row) => cellAt(row, source.position) });
      carried.push({ position, header: headerAside(source, [...roster.columns.carried, ...carried]) });
    }
    if (source.key !== null && !mapped.has(source.key))
      writers.push({ position: source.position, textOf: () => '' });
    if (source.place !== null) moved.push({ place: source.place, position });
  });
  // What is left of the free places is empty from now on.
  for (const position of free) writers.push({ position, textOf: () => '' });
  const gone = new Set(leaving.map(({ position }) => position));
  return { writers, columns: columnsAfter(roster.columns, gone, carried, moved) };
}

function columnsAfter(
  before: RosterColumns,
  gone: ReadonlySet<number>,
  carried: readonly CarriedColumn[],
  moved: readonly MovedColumn[],
): RosterColumns {
  if (gone.size === 0) return before;
  const places = new Set(moved.map(({ place }) => place));
  return {
    ...before,
    carried: [...before.carried.filter(({ position }) => !gone.has(position)), ...carried].sort(
      (a, b) => a.position - b.position,
    ),
    moved: [...(before.moved ?? []).filter(({ place }) => !places.has(place)), ...moved],
  };
}

function hasText({ rows }: Roster, position: number): boolean {
  return rows.some((row) => cellAt(row, position) !== '');
}

/** A header of its own that no column of the catalogue goes by, so that the column is carried wherever it is opened. */
function headerAside({ header }: Source, others: readonly CarriedColumn[]): string {
  const plain = matchHeaders([header])[0]?.claims === null ? header : `Former ${header}`;
  const isThere = (name: string): boolean => others.some((other) => other.header === name);
  let [name, count] = [plain, 1];
  while (isThere(name)) name = `${plain} ${(count += 1)}`;
  return name;
}

/** The first position that neither the catalogue nor a carried column has. */
function widthOf({ carried }: RosterColumns): number {
  return Math.max(columns.length, ...carried.map(({ position }) => position + 1));
}
