import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { serialize } from '../../shared/text/serialize.ts';
import { parseWorkbook } from './workbook/parse-workbook.ts';

/** The entry of the thread that `readWorkbook` starts: parses one workbook, answers its text, and ends. */
const task = z
  .object({ bytes: z.instanceof(Uint8Array), name: z.string(), sheet: z.string().nullable() })
  .parse(workerData);
const { buffer, byteOffset, byteLength } = task.bytes;
const parsed = parseWorkbook(Buffer.from(buffer, byteOffset, byteLength), task.name, task.sheet);
if (!parsed.ok) parentPort?.postMessage(parsed);
else {
  const { rows, sheet, sheets } = parsed.value;
  parentPort?.postMessage({ ok: true, value: { text: serialize(rows, '\t'), sheet, sheets } });
}
