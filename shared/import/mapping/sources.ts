import { AT, type ColumnKey, columns, keyAt } from '../../person/catalogue.ts';
import { isSecretHeader } from '../../person/match-headers.ts';
import type { Change } from '../../roster/change.ts';
import type { SourceColumn } from '../../roster/column-layout.ts';
import { cellAt, type Roster } from '../../roster/roster.ts';
import {
  columnEntries,
  type ColumnMapping,
  EXCLUDED,
  type MappedColumn,
  type MappedFrom,
} from './mapping.ts';

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

const MAX_SAMPLES = 3;

function sourceAt(roster: Roster, position: number, header: string, place: number | null): Source {
  const key = keyAt(position);
  const secret = key === 'temporaryPassword' || isSecretHeader(header);
  const samples: string[] = [];
  for (const row of roster.rows) {
    const text = cellAt(row, position).trim();
    if (text !== '') samples.push(secret ? MASK : shortened(text));
    if (samples.length === MAX_SAMPLES) break;
  }
  return { position, header, key, place, samples };
}

/** Characters of a text that are shown. */
const MAX_LENGTH = 32;

/** A text on one line, as long as it can be shown beside others. */
export function shortened(text: string): string {
  const line = text.slice(0, 4 * MAX_LENGTH).replace(/\s+/gu, ' ');
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH - 1)}…` : line;
}

/**
 * What becomes of a source: it `stays` where it is; it is `taken` whole by another column, at a position of `Row.cells`,
 * or by several or with others (null); or it is `setAside` from the place of a column that is made of something else.
 */
export type ColumnUsage =
  | { readonly kind: 'stays' }
  | { readonly kind: 'taken'; readonly position: number | null }
  | { readonly kind: 'setAside' };

/** Whether a column of a mapping is its own source as it stands already. */
export function isAsItStands({ key, from, values }: MappedColumn, sources: readonly Source[]): boolean {
  return (
    key !== EXCLUDED &&
    from.kind === 'column' &&
    values.length === 0 &&
    sources[from.column]?.position === AT[key]
  );
}

/** What becomes of each source by a mapping. */
export function columnUsage(sources: readonly Source[], mapping: ColumnMapping): ColumnUsage[] {
  return sources.map((source, index) => usageOf(source, index, mapping));
}

function usageOf({ position, key }: Source, index: number, mapping: ColumnMapping): ColumnUsage {
  const takers = columnEntries(mapping).filter(({ from }) => takesWhole(from) && from.column === index);
  if (takers.some((taker) => taker.key === key)) return { kind: 'stays' };
  const [taker] = takers;
  if (taker !== undefined) return { kind: 'taken', position: AT[taker.key] };
  if (isSpread(index, mapping)) return { kind: 'taken', position: null };
  return key === null || position !== AT[key] ? { kind: 'stays' } : { kind: 'setAside' };
}

/** Whether the texts of a source become those of one column; where they only decide, they stay beside it. */
function takesWhole(from: MappedFrom): from is Extract<MappedFrom, { kind: 'column' | 'person' }> {
  return from.kind === 'column' || from.kind === 'person';
}

/** Whether all the words of a source go somewhere: both halves of a name, or everything with others. */
function isSpread(index: number, mapping: ColumnMapping): boolean {
  const halves = mapping.flatMap(({ from }) =>
    from.kind === 'namePart' && from.column === index ? [from.part] : [],
  );
  const joined = mapping.some(({ from }) => from.kind === 'joined' && from.columns.includes(index));
  return joined || (halves.includes('first') && halves.includes('last'));
}

/** The sources that a mapping does not take whole and that stand beside the others as columns that are carried. */
export function keptSources(sources: readonly Source[], mapping: ColumnMapping): Source[] {
  const usages = columnUsage(sources, mapping);
  return sources.filter(({ key }, index) => {
    const { kind } = usages[index] ?? { kind: 'stays' };
    return kind === 'setAside' || (kind === 'stays' && key === null);
  });
}

/** Cells of a column that have a text which a change would take the place of. */
export interface OverwrittenColumn {
  /** In `Row.cells`. */
  readonly position: number;
  readonly header: string;
  readonly count: number;
  /** The first of them; the texts of a password are not named. */
  readonly example: { readonly from: string; readonly to: string };
}

/**
 * The cells with a text that a change gives another one, by column in the order of the catalogue. Where `isMoved` says
 * that the texts of a column go elsewhere, nothing is lost by that.
 */
export function overwrittenBy(
  { cells }: Pick<Change, 'cells'>,
  isMoved: (position: number) => boolean,
): OverwrittenColumn[] {
  const found = new Map<number, OverwrittenColumn>();
  for (const { position, from, to } of cells) {
    const header = columns[position]?.header;
    if (header === undefined || from.trim() === '' || isMoved(position)) continue;
    const known = found.get(position);
    found.set(
      position,
      known ? { ...known, count: known.count + 1 } : { position, header, count: 1, example: { from, to } },
    );
  }
  return [...found.values()].sort((a, b) => a.position - b.position);
}
