import { applying } from '../roster/apply.ts';
import { ById } from '../roster/by-id.ts';
import type { ExcludedRow } from '../roster/change.ts';
import type { ReadRoster } from '../roster/read-roster.ts';
import type { Row } from '../roster/roster.ts';
import { inSlices, type SlicedWork, within } from '../roster/sliced-work.ts';
import { applyMapping } from './apply-mapping.ts';
import { FILE_ALONE, type KnownPeople } from './find-named.ts';
import { listSources } from './list-sources.ts';
import type { ColumnMapping } from './mapping.ts';

/** A roster as it was read and mapped. */
export interface MappedRead {
  readonly read: ReadRoster;
  /** The rows that the mapping left out, with the line that a spreadsheet shows for each in the file. */
  readonly excluded: readonly (ExcludedRow & { readonly line: number })[];
}

/** Rows between two pauses. */
const ROWS = 5000;

/** Maps the columns of a roster that was just read; the reading itself stays as it is, so that it can be mapped anew. */
export function* mapRead(
  read: ReadRoster,
  mapping: ColumnMapping,
  known: KnownPeople = FILE_ALONE,
): SlicedWork<MappedRead> {
  const { columns, lines } = read;
  const roster = { ...read.roster, rows: [] as Row[], byId: new ById<Row>() };
  yield* within(
    inSlices(read.roster.rows, ROWS, ({ id, index, cells }) => {
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
  yield* within(applying(roster, change), 0.8, 1);
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
