import { z } from 'zod';
import { columns } from '../columns/catalogue.ts';

/** Longest text that a mapping remembers, in characters. */
export const LONGEST_REMEMBERED = 1000;
/** Most entries of each list in a mapping. */
export const MOST_MAPPED = 500;

/** A column of the source by its place from 0. */
const place = z.number().int().nonnegative().max(MOST_MAPPED);
const text = z.string().max(LONGEST_REMEMBERED);

/** Where the texts of a column of the roster come from. */
const mappedFrom = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('column'), column: place }),
  /** One half of a whole name, which stands as `Amara Eze` or as `Eze, Amara`. */
  z.strictObject({ kind: z.literal('namePart'), column: place, part: z.enum(['first', 'last']) }),
  /** Several columns in one: their words with a space between, or the groups of all of them. */
  z.strictObject({
    kind: z.literal('joined'),
    columns: z.array(place).max(MOST_MAPPED),
    as: z.enum(['words', 'groups']),
  }),
  /** The same text for everybody. */
  z.strictObject({ kind: z.literal('constant'), text }),
]);

export type MappedFrom = z.infer<typeof mappedFrom>;

/**
 * What one column of the roster is made of; a text of `values` becomes another, spaces around it put
 * aside. In a column of groups they are names of groups.
 */
const mappedColumn = z.strictObject({
  key: z.enum(columns.map(({ key }) => key)),
  from: mappedFrom,
  values: z.array(z.strictObject({ from: text, to: text })).max(MOST_MAPPED),
});

export type MappedColumn = z.infer<typeof mappedColumn>;

/** How the columns of a source become those of a roster, one entry a column; the others are carried as they are. */
const columnMapping = z.array(mappedColumn).max(MOST_MAPPED);
export type ColumnMapping = z.infer<typeof columnMapping>;

/**
 * A mapping that was used, offered again for a source of the same shape: the `headerKey` of each of its headers in their
 * order. It holds no person's data: no value of a column that is about one person, no password.
 */
export const rememberedMapping = z.strictObject({
  shape: z.array(text).max(MOST_MAPPED),
  /** ISO date and time. */
  usedAt: z.iso.datetime(),
  mapping: columnMapping,
});
export type RememberedMapping = z.infer<typeof rememberedMapping>;
