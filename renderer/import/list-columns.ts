import { AT, type ColumnKey, columnOf, columns, keyAt } from '../../shared/columns/catalogue.ts';
import type { Step } from '../../shared/roster/history.ts';
import { cellAt, type Roster } from '../../shared/roster/roster.ts';
import type { Document } from '../session/state.ts';

/** A column that the roster has from its file, or was given, with its first values. */
export interface ListedColumn {
  readonly position: number;
  readonly header: string;
  /** What it is taken as; null for a column that the catalogue does not know. */
  readonly key: ColumnKey | null;
  /** Up to three values that are not empty; those of a secret column are masked. */
  readonly samples: readonly string[];
}

/** The file's columns as they are taken now, in the file's order, then those that were added. */
export function listColumns({ roster, sourceColumns, history }: Document): ListedColumn[] {
  const carried = new Map(roster.columns.carried.map((column) => [column.position, column.header]));
  const movedTo = movedColumns(history.done);
  const fromFile = sourceColumns.flatMap(({ header, key, position: inFile }) => {
    const position = movedTo.get(inFile) ?? inFile;
    const isThere = keyAt(position) !== null || carried.has(position);
    return isThere || key !== null ? [listed(roster, position, carried.get(position) ?? header)] : [];
  });
  const seen = new Set(fromFile.map(({ position }) => position));
  const others = [...columnsWithText(roster), ...carried.keys()].filter((position) => !seen.has(position));
  return [...fromFile, ...others.map((position) => listed(roster, position, headerAt(position, carried)))];
}

/** Where the texts of unrecognised columns went that were taken for one of the catalogue, by their old position. */
function movedColumns(steps: readonly Step[]): Map<number, number> {
  const moved = new Map<number, number>();
  for (const { change } of steps) {
    if (change.columns === undefined) continue;
    const { from, to } = change.columns;
    const left = from.carried.find(
      ({ position }) => !to.carried.some((column) => column.position === position),
    );
    const arrived = change.cells.find(({ position }) => position !== left?.position);
    if (left && arrived) moved.set(left.position, arrived.position);
  }
  return moved;
}

function columnsWithText({ rows, columns: { optional } }: Roster): number[] {
  const shown = columns.filter(({ key, standard }) => standard || optional.includes(key));
  return shown
    .map(({ key }) => AT[key])
    .filter((position) => rows.some((row) => cellAt(row, position) !== ''));
}

function headerAt(position: number, carried: ReadonlyMap<number, string>): string {
  return carried.get(position) ?? columns[position]?.header ?? '';
}

const MOST_SAMPLES = 3;
/** Characters of a value that are shown. */
const LONGEST = 32;
const MASK = '••••••';

function listed(roster: Roster, position: number, header: string): ListedColumn {
  const key = columns[position]?.key ?? null;
  const secret = key !== null && columnOf(key).field === 'password';
  const samples: string[] = [];
  for (const row of roster.rows) {
    const text = cellAt(row, position).trim();
    if (text !== '') samples.push(secret ? MASK : shorten(text));
    if (samples.length === MOST_SAMPLES) break;
  }
  return { position, header, key, samples };
}

function shorten(text: string): string {
  const line = text.slice(0, 4 * LONGEST).replace(/\s+/gu, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
