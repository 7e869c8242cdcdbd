import { z } from 'zod';
import { columns as catalogue } from '../person/catalogue.ts';
import { howToRead } from '../roster/how-to-read.ts';
import { delimiterSchema, WRITE_FORMAT_NAMES } from '../text/formats.ts';
import { sourceForm } from '../text/source-form.ts';

const whole = z.number().int().nonnegative();
const columnKey = z.enum(catalogue.map(({ key }) => key));
const cells = z.array(z.string());

const rosterColumns = z.strictObject({
  optional: z.array(columnKey),
  carried: z.array(z.strictObject({ position: whole, header: z.string() })),
  moved: z.array(z.strictObject({ place: whole, position: whole.nullable() })).exactOptional(),
});

/** A cell as `[row, position, from, to]`. */
const cellChange = z.tuple([whole, whole, z.string(), z.string()]);
/** A row as `[row, index, cells]`. */
const placedRow = z.tuple([whole, whole, cells]);

/** A row that was left out as `[row, header, text, cells]`. */
const excludedRow = z.tuple([whole, z.string(), z.string(), cells]);

/** A piece of a change; absent lists are empty. `blanked` where passwords were left out of it. */
const piece = {
  cells: z.array(cellChange).exactOptional(),
  removed: z.array(placedRow).exactOptional(),
  inserted: z.array(placedRow).exactOptional(),
  excluded: z.array(excludedRow).exactOptional(),
  blanked: z.literal(true).exactOptional(),
};

const step = {
  ...piece,
  label: z.string(),
  columns: z.strictObject({ from: rosterColumns, to: rosterColumns }).exactOptional(),
};

/**
 * What a draft says: in which order the `fields` stand, then `origin`, the roster in `rows`, the step that they hold
 * already, which is `past`, and what followed. Where the rows can be had from the file meanwhile, what was done does not
 * wait for them: the past step comes before them, and what followed among them. `kind` is the first member of each, so
 * that it can be told without the rest.
 */
export const draftRecord = z.discriminatedUnion('kind', [
  /** The keys of the fields by position in the cells of all records that follow; columns of the file stand after them. */
  z.strictObject({ kind: z.literal('fields'), fields: z.array(z.string()) }),
  z.strictObject({
    kind: z.literal('origin'),
    columns: rosterColumns,
    nextId: whole,
    /** How many rows there are; in drafts of version 1 they are all that come before the past step. */
    rows: whole.exactOptional(),
    form: sourceForm.nullable(),
    delimiter: delimiterSchema.nullable(),
    how: howToRead,
    /** The columns of the file in its order. */
    sources: z.array(
      z.strictObject({ header: z.string(), key: columnKey.nullable(), place: whole, position: whole }),
    ),
  }),
  /** Rows as `[id, cells]`, the first first. */
  z.strictObject({
    kind: z.literal('rows'),
    rows: z.array(z.tuple([whole, cells])),
    blanked: z.literal(true).exactOptional(),
  }),
  /** A part of the step that follows, which was too large for one record. */
  z.strictObject({ kind: z.literal('part'), ...piece }),
  /** The parts before it are of a step that never came whole. */
  z.strictObject({ kind: z.literal('drop') }),
  /** A step that the rows hold already. */
  z.strictObject({ kind: z.literal('past'), ...step }),
  z.strictObject({ kind: z.literal('step'), ...step }),
  /** What the roster is for from now on; to create people until it is told. */
  z.strictObject({ kind: z.literal('mode'), mode: z.enum(['create', 'update']) }),
  z.strictObject({ kind: z.literal('undo') }),
  z.strictObject({ kind: z.literal('redo') }),
  /** The roster was saved as it stands; before there was a choice, as Unicode text. */
  z.strictObject({
    kind: z.literal('saved'),
    format: z.enum(WRITE_FORMAT_NAMES).default('unicode-text'),
    delimiter: delimiterSchema,
  }),
]);
export type DraftRecord = z.infer<typeof draftRecord>;

const KIND = /^\{"kind":"([a-z]+)"/;

/** The kind of a record by the beginning of its text; empty where it begins otherwise. */
export function kindOf(text: string): string {
  return KIND.exec(text)?.[1] ?? '';
}
