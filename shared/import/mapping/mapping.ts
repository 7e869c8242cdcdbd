import { z } from 'zod';
import { type ColumnKey, columns } from '../../person/catalogue.ts';

/** Longest text that a mapping remembers, in characters. */
export const MAX_REMEMBERED_LENGTH = 1000;
/** Most entries of each list in a mapping. */
export const MAX_MAPPED = 500;

/** A column of the source by its place from 0. */
const place = z.number().int().nonnegative().max(MAX_MAPPED);
const text = z.string().max(MAX_REMEMBERED_LENGTH);

/** Where the texts of a column of the roster come from, and what is done to them on the way. */
const mappedFrom = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('column'), column: place }),
  /** One half of a whole name, which stands as `Amara Eze` or as `Eze, Amara`. */
  z.strictObject({ kind: z.literal('namePart'), column: place, part: z.enum(['first', 'last']) }),
  /** Several columns in one: their words with a space between, or the groups of all of them. */
  z.strictObject({
    kind: z.literal('joined'),
    columns: z.array(place).max(MAX_MAPPED),
    as: z.enum(['words', 'groups']),
  }),
  /** The same text for everybody. */
  z.strictObject({ kind: z.literal('constant'), text }),
  /** The texts of another column decide: each that `values` names becomes what it says there, every other one `rest`. */
  z.strictObject({ kind: z.literal('by'), column: place, rest: text }),
  /**
   * `y` where the leaving date in a column is `day` (YYYY-MM-DD) or before it, or where `values` says it of the texts of
   * the column `by`.
   */
  z.strictObject({ kind: z.literal('left'), column: place, by: place.nullable(), day: z.iso.date() }),
  /** `y` where a list such as `Telefon/Chat` names the channel, else `n`; `values` says it of words that are not known. */
  z.strictObject({ kind: z.literal('listed'), column: place }),
  /**
   * The person whom a text names: their email address, else their ID. `manages` sets Can Manage Teams to `y` for those
   * of the file who are named so.
   */
  z.strictObject({ kind: z.literal('person'), column: place, manages: z.boolean() }),
  /** `y` for everybody who is named as somebody’s Team Leader, `n` for the others. */
  z.strictObject({ kind: z.literal('leads') }),
]);

export type MappedFrom = z.infer<typeof mappedFrom>;

/** What an entry makes: a column of the roster or, where it makes `y`, a row that is left out of it. */
export const EXCLUDED = 'excluded';
export type MappedKey = ColumnKey | typeof EXCLUDED;

/**
 * What one column of the roster is made of; a text of `values` becomes another, spaces around it put
 * aside. In a column of groups they are names of groups.
 */
const mappedColumn = z.strictObject({
  key: z.enum([...columns.map(({ key }) => key), EXCLUDED]),
  from: mappedFrom,
  values: z.array(z.strictObject({ from: text, to: text })).max(MAX_MAPPED),
});

export type MappedColumn = z.infer<typeof mappedColumn>;

/** An entry that makes a column. */
export type ColumnEntry = MappedColumn & { readonly key: ColumnKey };

/** The entries of a mapping that make columns, without the one that leaves rows out. */
export function columnEntries(mapping: ColumnMapping): ColumnEntry[] {
  return mapping.filter((entry): entry is ColumnEntry => entry.key !== EXCLUDED);
}

/** How the columns of a source become those of a roster, one entry a column; the others are carried as they are. */
const columnMapping = z.array(mappedColumn).max(MAX_MAPPED);
export type ColumnMapping = z.infer<typeof columnMapping>;

/**
 * A mapping that was used, offered again for a source of the same shape: the `headerKey` of each of its headers in their
 * order. It holds no person's data: no value of a column that is about one person, no password.
 */
export const rememberedMapping = z.strictObject({
  shape: z.array(text).max(MAX_MAPPED),
  /** ISO date and time. */
  usedAt: z.iso.datetime(),
  mapping: columnMapping,
});
export type RememberedMapping = z.infer<typeof rememberedMapping>;
