import { columnOf, type FieldKind } from '../person/catalogue.ts';
import { headerKey } from '../person/match-headers.ts';
import type { SourceColumn } from '../roster/column-layout.ts';
import { columnsOf, isDecision, standingMapping } from './assign-source.ts';
import type { Source } from './list-sources.ts';
import {
  type ColumnMapping,
  EXCLUDED,
  LONGEST_REMEMBERED,
  type MappedColumn,
  type MappedFrom,
  type RememberedMapping,
} from './mapping.ts';
import { isChoice } from './tally-values.ts';

/** What files are alike by: their headers in the form in which headers are compared. */
export function shapeOf(fileColumns: readonly SourceColumn[]): string[] {
  return fileColumns.map(({ header }) => headerKey(header).slice(0, LONGEST_REMEMBERED));
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
const MOST_REMEMBERED = 100;

/** The mappings with one more, in place of one of the same shape; the longest unused is forgotten. */
export function withRemembered(
  mappings: readonly RememberedMapping[],
  remembered: RememberedMapping,
): RememberedMapping[] {
  return [remembered, ...withoutRemembered(mappings, remembered.shape)].slice(0, MOST_REMEMBERED);
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
