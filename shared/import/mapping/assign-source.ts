import { AT, type ColumnKey, columnOf } from '../../person/catalogue.ts';
import type { Source } from './sources.ts';
import {
  columnEntries,
  type ColumnMapping,
  type MappedColumn,
  type MappedFrom,
  type MappedKey,
} from './mapping.ts';

/**
 * What the texts of a source become: nothing, a column of their own, a column together with others, the first and the
 * last name of a whole name, or the three channels of a list such as `Telefon/Chat`. What they only decide, such as who
 * manages teams, is no use of this kind: any number of columns may ask a source for that.
 */
export type SourceUse =
  | { readonly kind: 'none' }
  | { readonly kind: 'column'; readonly key: ColumnKey }
  | { readonly kind: 'joined'; readonly key: ColumnKey }
  | { readonly kind: 'name' }
  | { readonly kind: 'channels' };

/** The columns that say in which channels somebody works. */
export const CHANNEL_KEYS = ['phoneChannel', 'chatChannel', 'emailChannel'] as const satisfies ColumnKey[];

/** The mapping that leaves every source where it stands. */
export function standingMapping(sources: readonly Source[]): ColumnMapping {
  return sources.flatMap(({ key }, column) =>
    key === null ? [] : [{ key, from: { kind: 'column', column }, values: [] } as const],
  );
}

/** What a source is used for in a mapping. */
export function useOf(mapping: ColumnMapping, index: number): SourceUse {
  const entry = columnEntries(mapping).find(
    ({ from }) => !isDecision(from) && columnsOf(from).includes(index),
  );
  if (entry === undefined) return { kind: 'none' };
  const { key, from } = entry;
  if (from.kind === 'namePart') return { kind: 'name' };
  if (from.kind === 'listed') return { kind: 'channels' };
  return from.kind === 'joined' && from.columns.length > 1
    ? { kind: 'joined', key }
    : { kind: 'column', key };
}

/** Whether sources only decide what a column has, and go on being what they are. */
export function isDecision({ kind }: MappedFrom): boolean {
  return kind === 'by' || kind === 'left';
}

/** The sources that a column of a mapping is made of. */
export function columnsOf(from: MappedFrom): readonly number[] {
  switch (from.kind) {
    case 'constant':
    case 'leads':
      return [];
    case 'joined':
      return from.columns;
    case 'left':
      return from.by === null ? [from.column] : [from.column, from.by];
    default:
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
    case 'channels':
      return [
        ...withoutKeys(freed, CHANNEL_KEYS),
        ...CHANNEL_KEYS.map((key): MappedColumn => ({
          key,
          from: { kind: 'listed', column: index },
          values: [],
        })),
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
  if (key === 'teamLeader') return { kind: 'person', column: index, manages: true };
  return { kind: 'column', column: index };
}

function without(entry: MappedColumn, index: number): MappedColumn[] {
  const { from } = entry;
  // What a source decides does not take it away from what its texts become.
  if (isDecision(from) || !columnsOf(from).includes(index)) return [entry];
  if (from.kind !== 'joined') return [];
  const columns = from.columns.filter((column) => column !== index);
  const [only, ...more] = columns;
  if (only === undefined) return [];
  if (more.length > 0 || from.as === 'groups') return [{ ...entry, from: { ...from, columns } }];
  return [{ ...entry, from: { kind: 'column', column: only } }];
}

/** The mapping without some columns of the roster. */
export function withoutKeys(mapping: ColumnMapping, keys: readonly MappedKey[]): ColumnMapping {
  return mapping.filter(({ key }) => !keys.includes(key));
}

/** The mapping in which a column, or who is left out, is made of something else. */
export function withFrom(
  mapping: ColumnMapping,
  key: MappedKey,
  from: MappedFrom,
  values: MappedColumn['values'] = [],
): ColumnMapping {
  return [...withoutKeys(mapping, [key]), { key, from, values }];
}

/** The mapping in which everybody has the same text in a column. */
export function withConstant(mapping: ColumnMapping, key: ColumnKey, text: string): ColumnMapping {
  return withFrom(mapping, key, { kind: 'constant', text });
}

/** The mapping in which texts of a column become others. */
export function withValues(
  mapping: ColumnMapping,
  key: MappedKey,
  values: MappedColumn['values'],
): ColumnMapping {
  return mapping.map((entry) => (entry.key === key ? { ...entry, values } : entry));
}
