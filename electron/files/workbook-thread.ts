import { parentPort, workerData } from 'node:worker_threads';
import { parseText } from '../../shared/text/parse-text.ts';
import { serialize } from '../../shared/text/serialize.ts';
import { buildWorkbook } from './workbook/build-workbook.ts';
import { parseWorkbook } from './workbook/parse-workbook.ts';
import { type WorkbookTask, workbookTask } from './workbook-task.ts';

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
