import { z } from 'zod';

/** What the workbook thread is started with: a workbook to read, or tab-delimited text to write as one. */
export const workbookTask = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('read'),
    bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
    /** Name of the file, for the failure. */
    name: z.string(),
    /** Name of the sheet; null for the one that looks most like a roster. */
    sheet: z.string().nullable(),
    /** Rows to read at most; null for all of them. */
    mostRows: z.number().int().positive().nullable(),
  }),
  z.object({ kind: z.literal('write'), text: z.string(), name: z.string() }),
]);
export type WorkbookTask = z.infer<typeof workbookTask>;
