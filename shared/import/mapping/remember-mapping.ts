import { type ColumnKey, columnOf, columns, type FieldKind } from '../../person/catalogue.ts';
import { headerKey } from '../../person/match-headers.ts';
import type { SourceColumn } from '../../roster/column-layout.ts';
import type { Notice } from '../../roster/notices.ts';
import { cellAt, type Roster } from '../../roster/roster.ts';
import { changesNothing } from './apply-mapping.ts';
import { columnsOf, isDecision, standingMapping } from './assign-source.ts';
import { isAnybodyGone } from './guess-column.ts';
import { isAway } from './known-words.ts';
import {
  type ColumnMapping,
  EXCLUDED,
  MAX_REMEMBERED_LENGTH,
  type MappedColumn,
  type MappedFrom,
  type RememberedMapping,
} from './mapping.ts';
import { namesPeople } from './propose-mapping.ts';
import type { Source } from './sources.ts';
import { isChoice } from './tally-values.ts';

/** What files are alike by: their headers in the form in which headers are compared. */
export function shapeOf(fileColumns: readonly SourceColumn[]): string[] {
  return fileColumns.map(({ header }) => headerKey(header).slice(0, MAX_REMEMBERED_LENGTH));
}

/** The mapping that was used last for files of a shape; null where none was. */
export function recall(
  mappings: readonly RememberedMapping[],
  shape: readonly string[],
): RememberedMapping | null {
  return mappings.find((remembered) => isAlike(remembered.shape, shape)) ?? null;
}

/**
 * A remembered mapping over the sources as they stand: columns whose sources are not there are left out, and what the
 * file does not have stays. Who has left is asked of `today` (YYYY-MM-DD).
 */
export function recalledMapping(
  { mapping }: RememberedMapping,
  sources: readonly Source[],
  today: string,
): ColumnMapping {
  const indexes = new Map(sources.map(({ place }, index) => [place, index]));
  const recalled = placed(mapping, (place) => indexes.get(place)).map((entry): MappedColumn =>
    entry.from.kind === 'left' ? { ...entry, from: { ...entry.from, day: today } } : entry,
  );
  const keys = new Set(recalled.map(({ key }) => key));
  const others = standingMapping(sources).filter(
    ({ key, from }) => !keys.has(key) && columnsOf(from).every((index) => sources[index]?.place === null),
  );
  return [...recalled, ...others];
}

/**
 * What is remembered of a mapping: its sources by their place in the file, and no text that is about one person. A
 * column that came about by what was remembered before, and stays as it is, is remembered so again.
 */
export function toRemember(
  mapping: ColumnMapping,
  sources: readonly Source[],
  before: ColumnMapping,
): ColumnMapping {
  return mapping.flatMap((entry) => {
    const [kept] = placed([entry], (index) => sources[index]?.place ?? undefined);
    if (kept !== undefined) return impersonal(kept);
    const isOwn = columnsOf(entry.from).every((index) => sources[index]?.key === entry.key);
    return before.filter(({ key }) => isOwn && key === entry.key);
  });
}

/** Mappings that are remembered at a time. */
const MAX_REMEMBERED = 100;

/** The mappings with one more, in place of one of the same shape; the longest unused is forgotten. */
export function withRemembered(
  mappings: readonly RememberedMapping[],
  remembered: RememberedMapping,
): RememberedMapping[] {
  return [remembered, ...withoutRemembered(mappings, remembered.shape)].slice(0, MAX_REMEMBERED);
}

/** The mappings without those of a shape. */
export function withoutRemembered(
  mappings: readonly RememberedMapping[],
  shape: readonly string[],
): RememberedMapping[] {
  return mappings.filter((remembered) => !isAlike(remembered.shape, shape));
}

function isAlike(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((header, place) => header === other[place]);
}

/** Columns whose text for everybody says nothing about one person. */
const IMPERSONAL: ReadonlySet<FieldKind> = new Set(['date']);

function impersonal(entry: MappedColumn): ColumnMapping {
  const { key, from } = entry;
  if (isChoice(key) || key === EXCLUDED) return [entry];
  if (isDecision(from) || (from.kind === 'constant' && !IMPERSONAL.has(columnOf(key).field))) return [];
  return [{ ...entry, values: [] }];
}

/** A mapping over other places of the same sources; a column of which one is nowhere is left out. */
function placed(mapping: ColumnMapping, placeOf: (column: number) => number | undefined): ColumnMapping {
  return mapping.flatMap((entry) => {
    const places = columnsOf(entry.from).map(placeOf);
    if (places.some((place) => place === undefined)) return [];
    return [
      {
        ...entry,
        from: fromAt(
          entry.from,
          places.filter((place) => place !== undefined),
        ),
      },
    ];
  });
}

function fromAt(from: MappedFrom, places: number[]): MappedFrom {
  const [column = 0] = places;
  switch (from.kind) {
    case 'constant':
    case 'leads':
      return from;
    case 'joined':
      return { ...from, columns: places };
    case 'left':
      return { ...from, column, by: places[1] ?? null };
    default:
      return { ...from, column };
  }
}

/**
 * Whether a file’s columns must be asked about before its roster is worth a look: two claim one column, one holds
 * something else than its header says, leaders are given by name, a status or a leaving date says that somebody is gone, or a column that
 * is required is missing while others are not known. What was used for a file of the same shape answers all of that, and
 * is asked about only where it would change something.
 */
export function columnsInDoubt(
  roster: Roster,
  sources: readonly Source[],
  notices: readonly Notice[],
  remembered: RememberedMapping | null,
  today: string,
): boolean {
  if (roster.rows.length === 0) return false;
  if (remembered !== null)
    return !changesNothing(roster, sources, recalledMapping(remembered, sources, today));
  if (notices.some(({ kind }) => kind === 'claimedTwice' || kind === 'contactColumn')) return true;
  if (needWork(roster, sources) || sources.some((source) => hasGone(roster, source, today))) return true;
  return missingColumns(sources).length > 0 && sources.some((source) => isUnknownText(roster, source));
}

/** The required columns that no source stands for; an email address or an employee ID is enough. */
function missingColumns(sources: readonly Source[]): ColumnKey[] {
  const there = new Set(sources.map(({ key }) => key));
  const missing = columns.filter(({ key, required }) => required && !there.has(key)).map(({ key }) => key);
  return there.has('email') || there.has('employeeId') ? missing : [...missing, 'email'];
}

/** Whether a column that is known by its header says something else than Agent Connect takes. */
export function needWork(roster: Roster, columns: readonly Pick<Source, 'key' | 'position'>[]): boolean {
  return columns.some((column) => {
    if (column.key === 'teamLeader') return namesPeople(roster, column);
    if (column.key !== 'employmentStatus') return false;
    const texts = new Set(roster.rows.map((row) => cellAt(row, column.position).trim()));
    return [...texts].some(isAway);
  });
}

/** Whether a column that is not known has last days of people, and one of them has come. */
function hasGone(roster: Roster, source: Source, today: string): boolean {
  return source.key === null && isAnybodyGone(roster, source, today);
}

function isUnknownText({ rows }: Roster, { key, position }: Source): boolean {
  return key === null && rows.some((row) => cellAt(row, position).trim() !== '');
}
