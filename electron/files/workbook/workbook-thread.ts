import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { parseText } from '../../../shared/text/parse-text.ts';
import { serialize } from '../../../shared/text/serialize.ts';
import { buildWorkbook } from './build-workbook.ts';
import { parseWorkbook } from './parse-workbook.ts';

/** What the workbook thread is started with: a workbook to read, or tab-delimited text to write as one. */
const workbookTask = z.discriminatedUnion('kind', [
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

/** The entry of the thread that `runWorkbookThread` starts: reads or writes one workbook, answers, and ends. */
const task = workbookTask.parse(workerData);
if (task.kind === 'read') read(task);
else await write(task);

function read({ bytes, name, sheet, mostRows }: Extract<WorkbookTask, { kind: 'read' }>): void {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parsed = parseWorkbook(all, name, sheet, mostRows ?? Infinity);
  if (!parsed.ok) {
    parentPort?.postMessage(parsed);
    return;
  }
  const { rows, ...others } = parsed.value;
  parentPort?.postMessage({ ok: true, value: { text: serialize(rows, '\t'), ...others } });
}

async function write({ text, name }: Extract<WorkbookTask, { kind: 'write' }>): Promise<void> {
  const built = await buildWorkbook(parseText(text, '\t'), name);
  // The bytes move to the host instead of being copied.
  parentPort?.postMessage(built, built.ok ? [built.value.buffer] : []);
}
