import { AT, columns } from '../../person/catalogue.ts';
import { matchHeaders } from '../../person/match-headers.ts';
import {
  applyChange,
  type CellChange,
  type ExcludedRow,
  type PendingChange,
  type PlacedRow,
} from '../../roster/change.ts';
import { withOptional } from '../../roster/edits.ts';
import type { ReadRoster } from '../../roster/read-roster.ts';
import {
  ById,
  type CarriedColumn,
  cellAt,
  type MovedColumn,
  type Roster,
  type RosterColumns,
  type Row,
} from '../../roster/roster.ts';
import { finish, inSlices, type SlicedWork, within } from '../../roster/sliced-work.ts';
import { YES } from '../../rules/assumptions.ts';
import { FILE_ALONE, findNamed, type KnownPeople } from './find-named.ts';
import { type Exclusion, exclusionOf, type NamedPeople, textMaker, type TextOf } from './make-text.ts';
import { columnEntries, type ColumnEntry, type ColumnMapping, type MappedKey } from './mapping.ts';
import { isAsItStands, listSources, type Source, columnUsage } from './sources.ts';

/** Rows between two pauses. */
const ROWS = 1000;

/**
 * The one change that brings the sources of a roster into its columns by a mapping; of two entries for a column the
 * first counts. Nothing is lost: a source that is not taken whole stands beside the others as a column that is carried,
 * and the rows that the mapping leaves out are in the change as `excluded`.
 */
export function* applyMapping(
  roster: Roster,
  sources: readonly Source[],
  mapping: ColumnMapping,
  known: KnownPeople = FILE_ALONE,
): PendingChange {
  const { writers, columns: to, exclusion } = yield* planMapping(roster, sources, mapping, known);
  const cells: CellChange[] = [];
  const removed: PlacedRow[] = [];
  const excluded: ExcludedRow[] = [];
  const work = inSlices(roster.rows, ROWS, (row) => {
    const why = exclusion(row);
    if (why === null) {
      for (const { position, textOf } of writers) {
        const [from, text] = [cellAt(row, position), textOf(row)];
        if (from !== text) cells.push({ row: row.id, position, from, to: text });
      }
      return;
    }
    removed.push({ row: row.id, index: row.index, cells: row.cells.slice() });
    excluded.push({ row: row.id, cells: cellsAfter(row, writers), ...why });
  });
  yield* within(work, 0.5, 1);
  return {
    cells,
    removed,
    inserted: [],
    ...(to !== roster.columns && { columns: { from: roster.columns, to } }),
    ...(excluded.length > 0 && { excluded }),
  };
}

function cellsAfter(row: Row, writers: readonly Writer[]): string[] {
  const cells = row.cells.slice();
  for (const { position, textOf } of writers) {
    while (cells.length < position) cells.push('');
    cells[position] = textOf(row);
  }
  return cells;
}

/** Whether a mapping would leave the roster as it is. */
export function changesNothing(
  roster: Roster,
  sources: readonly Source[],
  mapping: ColumnMapping,
  known: KnownPeople = FILE_ALONE,
): boolean {
  const { writers, columns: to, exclusion } = finish(planMapping(roster, sources, mapping, known));
  if (to !== roster.columns) return false;
  return roster.rows.every(
    (row) =>
      exclusion(row) === null &&
      writers.every(({ position, textOf }) => cellAt(row, position) === textOf(row)),
  );
}

interface MappingPlan {
  /** In any order. */
  readonly writers: readonly Writer[];
  /** The columns that there are then. */
  readonly columns: RosterColumns;
  readonly exclusion: Exclusion;
}

function* planMapping(
  roster: Roster,
  sources: readonly Source[],
  mapping: ColumnMapping,
  known: KnownPeople,
): SlicedWork<MappingPlan> {
  const entries = mapping.filter(({ key }, at) => mapping.findIndex((entry) => entry.key === key) === at);
  const named = yield* within(findNamed(roster, sources, entries, known), 0, 0.5);
  const moves = movesOf(roster, sources, entries);
  const columns = columnEntries(entries)
    .map(({ key }) => key)
    .reduce(withOptional, moves.columns);
  const writers = [...writersOf(sources, columnEntries(entries), named), ...moves.writers];
  return { writers, columns, exclusion: exclusionOf(entries, sources) };
}

interface Writer {
  /** In `Row.cells`. */
  readonly position: number;
  readonly textOf: TextOf;
}

function writersOf(
  sources: readonly Source[],
  entries: readonly ColumnEntry[],
  named: NamedPeople,
): Writer[] {
  const staying = named.manages ? (['canManageTeams'] as const) : [];
  const unmade = staying.filter((key) => !entries.some((entry) => entry.key === key));
  return [
    ...entries
      .filter((entry) => !isAsItStands(entry, sources) || staying.some((key) => key === entry.key))
      .map((entry) => ({ position: AT[entry.key], textOf: textMaker(entry, sources, named) })),
    ...unmade.map((key) => ({
      position: AT[key],
      textOf: (row: Row) => (named.isNamed(row) ? YES : cellAt(row, AT[key])),
    })),
  ];
}

interface Moves {
  /** What is written where sources leave, and where those come that are set aside. */
  readonly writers: readonly Writer[];
  readonly columns: RosterColumns;
}

/** Where the sources go that do not stay: those that are set aside take the places of carried ones that leave. */
function movesOf(roster: Roster, sources: readonly Source[], mapping: ColumnMapping): Moves {
  const mapped = new Set<MappedKey>(mapping.map(({ key }) => key));
  const usages = columnUsage(sources, mapping);
  const leaving = sources.filter((_, index) => usages[index]?.kind !== 'stays');
  const free = leaving.flatMap(({ key, position }) => (key === null ? [position] : []));
  const writers: Writer[] = [];
  const carried: CarriedColumn[] = [];
  const moved: MovedColumn[] = [];
  let next = widthOf(roster.columns);
  sources.forEach((source, index) => {
    const usage = usages[index];
    if (usage === undefined || usage.kind === 'stays') return;
    let position = usage.kind === 'taken' ? usage.position : null;
    if (usage.kind === 'setAside' && hasText(roster, source.position)) {
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

/** A roster as it was read and mapped. */
export interface MappedRead {
  readonly read: ReadRoster;
  /** The rows that the mapping left out, with the line that a spreadsheet shows for each in the file. */
  readonly excluded: readonly (ExcludedRow & { readonly line: number })[];
}

/** Rows between two pauses. */
const FINISHED_ROWS = 5000;

/** Maps the columns of a roster that was just read; the reading itself stays as it is, so that it can be mapped anew. */
export function* mapRead(
  read: ReadRoster,
  mapping: ColumnMapping,
  known: KnownPeople = FILE_ALONE,
): SlicedWork<MappedRead> {
  const { columns, lines } = read;
  const roster = { ...read.roster, rows: [] as Row[], byId: new ById<Row>() };
  yield* within(
    inSlices(read.roster.rows, FINISHED_ROWS, ({ id, index, cells }) => {
      const row = { id, index, cells: cells.slice() };
      roster.rows.push(row);
      roster.byId.set(id, row);
    }),
    0,
    0.2,
  );
  const lineOf = new Map(roster.rows.map(({ id, index }) => [id, lines[index] ?? 0]));
  const sources = listSources(roster, columns);
  const change = yield* within(applyMapping(roster, sources, mapping, known), 0.2, 0.8);
  yield* within(applyChange(roster, change), 0.8, 1);
  const keys = new Map(listSources(roster, columns).map(({ place, key }) => [place, key]));
  return {
    read: {
      ...read,
      roster,
      lines: roster.rows.map(({ id }) => lineOf.get(id) ?? 0),
      columns: columns.map((column, place) => ({ ...column, key: keys.get(place) ?? null })),
    },
    excluded: (change.excluded ?? []).map((row) => ({ ...row, line: lineOf.get(row.row) ?? 0 })),
  };
}
