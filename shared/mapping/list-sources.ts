import { type ColumnKey, columns, keyAt } from '../person/catalogue.ts';
import { isSecretHeader } from '../person/match-headers.ts';
import type { SourceColumn } from '../roster/column-layout.ts';
import { cellAt, type Roster } from '../roster/roster.ts';

/** A column whose texts can be taken for columns of the roster. */
export interface Source {
  /** In `Row.cells`. */
  readonly position: number;
  readonly header: string;
  /** The catalogue's column in whose place its texts stand; null for one that is carried. */
  readonly key: ColumnKey | null;
  /** Among the file's columns, from 0; null for one that the file does not have. */
  readonly place: number | null;
  /** Up to three texts that are not empty; those of a secret column are masked. */
  readonly samples: readonly string[];
}

/** What a text is shown as that nobody is to see. */
export const MASK = '••••••';

/** The file's columns in their order, wherever their texts stand now, then the others that have a text. */
export function listSources(roster: Roster, fileColumns: readonly SourceColumn[]): Source[] {
  const carried = new Map(roster.columns.carried.map((column) => [column.position, column.header]));
  const moved = new Map((roster.columns.moved ?? []).map(({ place, position }) => [place, position]));
  const ofFile = fileColumns.flatMap(({ header, position: asRead }, place) => {
    const now = moved.get(place);
    const position = now === undefined ? asRead : now;
    if (position === null || (keyAt(position) === null && !carried.has(position))) return [];
    return [sourceAt(roster, position, carried.get(position) ?? header, place)];
  });
  const seen = new Set(ofFile.map(({ position }) => position));
  const unseen = [...columns.keys(), ...carried.keys()].filter((position) => !seen.has(position));
  const others = unseen.filter((position) => carried.has(position) || hasText(roster, position));
  const headerAt = (position: number): string => carried.get(position) ?? columns[position]?.header ?? '';
  return [...ofFile, ...others.map((position) => sourceAt(roster, position, headerAt(position), null))];
}

function hasText({ rows }: Roster, position: number): boolean {
  return rows.some((row) => cellAt(row, position) !== '');
}

const MOST_SAMPLES = 3;

function sourceAt(roster: Roster, position: number, header: string, place: number | null): Source {
  const key = keyAt(position);
  const secret = key === 'temporaryPassword' || isSecretHeader(header);
  const samples: string[] = [];
  for (const row of roster.rows) {
    const text = cellAt(row, position).trim();
    if (text !== '') samples.push(secret ? MASK : shortened(text));
    if (samples.length === MOST_SAMPLES) break;
  }
  return { position, header, key, place, samples };
}

/** Characters of a text that are shown. */
const LONGEST = 32;

/** A text on one line, as long as it can be shown beside others. */
export function shortened(text: string): string {
  const line = text.slice(0, 4 * LONGEST).replace(/\s+/gu, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
