import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { failed, type Failure, failureSchema } from '../../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../../shared/failures/result.ts';
import { type SourceForm, workbookForm } from '../../../shared/text/source-form.ts';
import { systemCode } from '../../system/file-failures.ts';
import { workbookThreadUrl } from './workbook-thread-url.ts';
import type { WorkbookTask } from './workbook-thread.ts';

/** A sheet of a workbook as tab-delimited text. */
interface WorkbookText {
  readonly text: string;
  readonly form: Extract<SourceForm, { kind: 'workbook' }>;
  /** Whether it has all rows of the sheet. */
  readonly isAll: boolean;
}

interface ReadOptions extends Partial<ThreadLimits> {
  /** Name of the sheet; null for the one that looks most like a roster. */
  readonly sheet: string | null;
  /** Rows to read at most; all of them unless said. */
  readonly mostRows?: number;
}

const readAnswer = z.union([
  z.object({
    ok: z.literal(true),
    value: workbookForm.omit({ kind: true }).extend({ text: z.string(), isAll: z.boolean() }),
  }),
  z.object({ ok: z.literal(false), failure: failureSchema }),
]);

/**
 * Reads an .xlsx workbook in a thread of its own, which is ended when it takes too long, too much memory, or `signal`
 * says so.
 */
export async function readWorkbook(
  bytes: Buffer,
  name: string,
  { sheet, mostRows, seconds = 20, ...limits }: ReadOptions,
): Promise<Result<WorkbookText, Failure>> {
  const task = { kind: 'read', bytes, name, sheet, mostRows: mostRows ?? null } as const;
  const end = await runWorkbookThread(task, { ...limits, seconds });
  return end.kind === 'answered' ? understand(end.answer) : failure(notRead(end.kind, name, seconds));
}

function understand(answer: unknown): Result<WorkbookText, Failure> {
  const parsed = readAnswer.parse(answer);
  if (!parsed.ok) return parsed;
  const { text, isAll, ...form } = parsed.value;
  return success({ text, isAll, form: { kind: 'workbook', ...form } });
}

function notRead(kind: Exclude<ThreadEnd['kind'], 'answered'>, name: string, seconds: number): Failure {
  switch (kind) {
    case 'cancelled':
      return failed('cancelled', {});
    case 'tooSlow':
      return failed('workbook.tooSlow', { name, seconds });
    case 'tooMuchMemory':
      return failed('workbook.tooLarge', { name, what: 'reading it takes more than 1 GB of memory' });
    case 'broken':
      return failed('host.failed', { what: 'reading a workbook' });
  }
}

/** Long enough for the largest roster on a slow machine; the user can stop it before. */
const PATIENCE = 120;

const writeAnswer = z.union([
  z.object({ ok: z.literal(true), value: z.instanceof(Uint8Array) }),
  z.object({ ok: z.literal(false), failure: failureSchema }),
]);

/**
 * Makes the bytes of an .xlsx workbook of tab-delimited text, in a thread of its own: `write.cellTooLong`,
 * `write.tooLargeForWorkbook` or `write.notAsWorkbook` where a workbook cannot hold it, `cancelled` at `signal`.
 */
export async function writeWorkbook(
  text: string,
  name: string,
  { seconds = PATIENCE, ...limits }: Partial<ThreadLimits> = {},
): Promise<Result<Uint8Array, Failure>> {
  const end = await runWorkbookThread({ kind: 'write', text, name }, { ...limits, seconds });
  return end.kind === 'answered'
    ? writeAnswer.parse(end.answer)
    : failure(notWritten(end.kind, name, seconds));
}

function notWritten(kind: Exclude<ThreadEnd['kind'], 'answered'>, name: string, seconds: number): Failure {
  switch (kind) {
    case 'cancelled':
      return failed('cancelled', {});
    case 'tooSlow':
      return failed('write.tooLargeForWorkbook', { name, what: `making it takes over ${seconds} seconds` });
    case 'tooMuchMemory':
      return failed('write.tooLargeForWorkbook', { name, what: 'making it takes over 1 GB of memory' });
    case 'broken':
      return failed('host.failed', { what: 'writing a workbook' });
  }
}

/** When a thread is ended before it has answered. */
interface ThreadLimits {
  readonly signal?: AbortSignal | undefined;
  readonly seconds: number;
  /** How much memory the thread's heap may take. */
  readonly megabytes?: number | undefined;
  /** The thread's built file, for tests. */
  readonly thread?: URL | undefined;
}

/** How a thread ended. */
type ThreadEnd =
  | { readonly kind: 'answered'; readonly answer: unknown }
  | { readonly kind: 'cancelled' | 'tooSlow' | 'tooMuchMemory' | 'broken' };

/**
 * Reads or writes a workbook in a thread of its own, so that the host goes on answering, and ends the thread when it
 * takes too long, too much memory (1 GiB unless said), or `signal` says so. `broken` is a bug in the thread.
 */
function runWorkbookThread(
  task: WorkbookTask,
  { signal, seconds, megabytes = 1024, thread = workbookThreadUrl }: ThreadLimits,
): Promise<ThreadEnd> {
  if (signal?.aborted === true) return Promise.resolve({ kind: 'cancelled' });
  return new Promise((resolve) => {
    const worker = new Worker(thread, {
      workerData: task,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    const finish = (end: ThreadEnd): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      resolve(end);
      void worker.terminate();
    };
    const cancel = (): void => {
      finish({ kind: 'cancelled' });
    };
    const timer = setTimeout(() => {
      finish({ kind: 'tooSlow' });
    }, seconds * 1000);
    signal?.addEventListener('abort', cancel, { once: true });
    worker.once('message', (answer: unknown) => {
      finish({ kind: 'answered', answer });
    });
    worker.once('error', (error: unknown) => {
      finish({ kind: isOutOfMemory(error) ? 'tooMuchMemory' : 'broken' });
    });
    worker.once('exit', () => {
      finish({ kind: 'broken' });
    });
  });
}

/** Whether a thread has reached the limit of its heap, or of the longest text that the engine can hold. */
function isOutOfMemory(error: unknown): boolean {
  const isTooLong = error instanceof RangeError && error.message === 'Invalid string length';
  return isTooLong || systemCode(error) === 'ERR_WORKER_OUT_OF_MEMORY';
}
