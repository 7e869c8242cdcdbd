import { AT, type ColumnKey, columnOf } from '../columns/catalogue.ts';
import type { Source } from './list-sources.ts';
import type { ColumnMapping, MappedColumn, MappedFrom } from './mapping.ts';

/**
 * What a source is used for: nothing, a column of its own, a column together with others, or, a whole name, the first
 * and the last name.
 */
export type SourceUse =
  | { readonly kind: 'none' }
  | { readonly kind: 'column'; readonly key: ColumnKey }
  | { readonly kind: 'joined'; readonly key: ColumnKey }
  | { readonly kind: 'name' };

/** The mapping that leaves every source where it stands. */
export function standingMapping(sources: readonly Source[]): ColumnMapping {
  return sources.flatMap(({ key }, column) =>
    key === null ? [] : [{ key, from: { kind: 'column', column }, values: [] } as const],
  );
}

/** What a source is used for in a mapping. */
export function useOf(mapping: ColumnMapping, index: number): SourceUse {
  const entry = mapping.find(({ from }) => columnsOf(from).includes(index));
  if (entry === undefined) return { kind: 'none' };
  const { key, from } = entry;
  if (from.kind === 'namePart') return { kind: 'name' };
  return from.kind === 'joined' && from.columns.length > 1
    ? { kind: 'joined', key }
    : { kind: 'column', key };
}

/** The sources that a column of a mapping is made of. */
export function columnsOf(from: MappedFrom): readonly number[] {
  switch (from.kind) {
    case 'constant':
      return [];
    case 'joined':
      return from.columns;
    case 'column':
    case 'namePart':
      return [from.column];
  }
}

/**
 * The mapping in which a source is used for something else. What its new column was made of gives way, but for groups
 * and for what it is joined with.
 */
export function assignSource(
  mapping: ColumnMapping,
  sources: readonly Source[],
  index: number,
  use: SourceUse,
): ColumnMapping {
  const freed = mapping.flatMap((entry) => without(entry, index));
  switch (use.kind) {
    case 'none':
      return freed;
    case 'name':
      return [
        ...withoutKeys(freed, ['firstName', 'lastName']),
        { key: 'firstName', from: { kind: 'namePart', column: index, part: 'first' }, values: [] },
        { key: 'lastName', from: { kind: 'namePart', column: index, part: 'last' }, values: [] },
      ];
    case 'column':
    case 'joined': {
      const { key } = use;
      const present = freed.find((entry) => entry.key === key);
      const others = withoutKeys(freed, [key]);
      return [...others, { key, from: fromFor(use, index, sources, present), values: present?.values ?? [] }];
    }
  }
}

function fromFor(
  { kind, key }: Extract<SourceUse, { key: ColumnKey }>,
  index: number,
  sources: readonly Source[],
  present: MappedColumn | undefined,
): MappedFrom {
  const groups = columnOf(key).field === 'groups';
  const joins = present !== undefined && (groups || kind === 'joined');
  const before = joins ? columnsOf(present.from) : [];
  if (groups && (before.length > 0 || sources[index]?.position !== AT.groups))
    return { kind: 'joined', columns: [...before, index], as: 'groups' };
  if (before.length > 0) return { kind: 'joined', columns: [...before, index], as: 'words' };
  return { kind: 'column', column: index };
}

function without(entry: MappedColumn, index: number): MappedColumn[] {
  const { from } = entry;
  if (!columnsOf(from).includes(index)) return [entry];
  if (from.kind !== 'joined') return [];
  const columns = from.columns.filter((column) => column !== index);
  const [only, ...more] = columns;
  if (only === undefined) return [];
  if (more.length > 0 || from.as === 'groups') return [{ ...entry, from: { ...from, columns } }];
  return [{ ...entry, from: { kind: 'column', column: only } }];
}

/** The mapping without some columns of the roster. */
export function withoutKeys(mapping: ColumnMapping, keys: readonly ColumnKey[]): ColumnMapping {
  return mapping.filter(({ key }) => !keys.includes(key));
}

/** The mapping in which everybody has the same text in a column. */
export function withConstant(mapping: ColumnMapping, key: ColumnKey, text: string): ColumnMapping {
  return [...withoutKeys(mapping, [key]), { key, from: { kind: 'constant', text }, values: [] }];
}

/** The mapping in which texts of a column become others. */
export function withValues(
  mapping: ColumnMapping,
  key: ColumnKey,
  values: MappedColumn['values'],
): ColumnMapping {
  return mapping.map((entry) => (entry.key === key ? { ...entry, values } : entry));
}
