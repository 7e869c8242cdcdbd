import type { CellChange, Change, ExcludedRow, PlacedRow } from '../roster/change.ts';
import type { Step } from '../roster/history.ts';
import type { Row } from '../roster/roster.ts';
import type { Blanks } from './blanks.ts';
import type { DraftRecord } from './draft-record.ts';

type RecordOf<Kind extends DraftRecord['kind']> = Extract<DraftRecord, { kind: Kind }>;
type Piece = Omit<RecordOf<'part'>, 'kind'>;

/** Cells, and rows, of one record: about a tenth of a megabyte. */
const CELLS = 1000;
const ROWS = 200;

/** The records of a step, one by one, so that a large one can be written in pauses; the step itself comes last. */
export function* recordsOfStep(
  kind: 'past' | 'step',
  { label, change }: Step,
  blanks: Blanks,
): Generator<DraftRecord, void> {
  if (change.columns) blanks.hear(change.columns.to);
  let piece: Piece = {};
  for (const next of piecesOf(change, blanks)) {
    if (Object.keys(piece).length > 0) yield { kind: 'part', ...piece };
    piece = next;
  }
  yield { kind, label, ...(change.columns && { columns: bothColumns(change.columns) }), ...piece };
}

function* piecesOf(change: Change, blanks: Blanks): Generator<Piece, void> {
  const { cells, removed, inserted, excluded = [] } = change;
  for (const some of inParts(removed, ROWS)) yield rowsPiece('removed', some, blanks);
  for (const some of inParts(inserted, ROWS)) yield rowsPiece('inserted', some, blanks);
  for (const some of inParts(excluded, ROWS)) yield excludedPiece(some, blanks);
  for (const some of inParts(cells, CELLS)) yield cellsPiece(some, blanks);
}

function* inParts<Item>(items: readonly Item[], size: number): Generator<readonly Item[], void> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}

function rowsPiece(which: 'removed' | 'inserted', rows: readonly PlacedRow[], blanks: Blanks): Piece {
  return {
    [which]: rows.map(({ row, index, cells }) => [row, index, blanks.without(cells)]),
    ...(rows.some(({ cells }) => blanks.touch(cells)) && { blanked: true }),
  };
}

function excludedPiece(rows: readonly ExcludedRow[], blanks: Blanks): Piece {
  return {
    excluded: rows.map(({ row, header, text, cells }) => [row, header, text, blanks.without(cells)]),
    ...(rows.some(({ cells }) => blanks.touch(cells)) && { blanked: true }),
  };
}

function cellsPiece(cells: readonly CellChange[], blanks: Blanks): Piece {
  const isBlank = ({ position }: CellChange): boolean => blanks.has(position);
  return {
    cells: cells.map((cell) =>
      isBlank(cell) ? [cell.row, cell.position, '', ''] : [cell.row, cell.position, cell.from, cell.to],
    ),
    ...(cells.some(isBlank) && { blanked: true }),
  };
}

/**
 * The rows as they stood, given by `cellsOf`, as lines of records: a text of at least so many characters each time, made
 * when it is asked for.
 */
export function* textsOfRows(
  rows: readonly Row[],
  cellsOf: (row: Row) => readonly string[],
  blanks: Blanks,
  characters: number,
): Generator<string, void> {
  let text = '';
  for (const some of inParts(rows, ROWS)) {
    text += lineOf(recordOfRows(some, cellsOf, blanks));
    if (text.length < characters) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

/** A record as its line in a draft. */
export function lineOf(record: DraftRecord): string {
  return `${JSON.stringify(record)}\n`;
}

function recordOfRows(
  rows: readonly Row[],
  cellsOf: (row: Row) => readonly string[],
  blanks: Blanks,
): RecordOf<'rows'> {
  const texts = rows.map(cellsOf);
  return {
    kind: 'rows',
    rows: rows.map(({ id }, at) => [id, blanks.without(texts[at] ?? [])]),
    ...(texts.some((cells) => blanks.touch(cells)) && { blanked: true }),
  };
}

/** A copy of the columns before and after a change. */
function bothColumns({ from, to }: NonNullable<Change['columns']>) {
  return { from: columnsOf(from), to: columnsOf(to) };
}

/** A copy of a roster's columns. */
export function columnsOf({
  optional,
  carried,
  moved,
}: NonNullable<Change['columns']>['from']): RecordOf<'origin'>['columns'] {
  return { optional: [...optional], carried: [...carried], ...(moved && { moved: [...moved] }) };
}
