import { AT } from '../person/catalogue.ts';
import type { Source } from './list-sources.ts';
import {
  columnEntries,
  type ColumnMapping,
  EXCLUDED,
  type MappedColumn,
  type MappedFrom,
} from './mapping.ts';

/**
 * What becomes of a source: it `stays` where it is; it is `taken` whole by another column, at a position of `Row.cells`,
 * or by several or with others (null); or it is `setAside` from the place of a column that is made of something else.
 */
export type Fate =
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
export function sourceFates(sources: readonly Source[], mapping: ColumnMapping): Fate[] {
  return sources.map((source, index) => fateOf(source, index, mapping));
}

function fateOf({ position, key }: Source, index: number, mapping: ColumnMapping): Fate {
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
  const fates = sourceFates(sources, mapping);
  return sources.filter(({ key }, index) => {
    const { kind } = fates[index] ?? { kind: 'stays' };
    return kind === 'setAside' || (kind === 'stays' && key === null);
  });
}
