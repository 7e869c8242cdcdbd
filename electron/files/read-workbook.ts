import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { SourceForm } from '../../shared/contract.ts';
import { failed, type Failure, failureSchema } from '../../shared/failures.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import { systemCode } from './system-error.ts';
import { workbookThreadUrl } from './workbook-thread-url.ts';

/** A sheet of a workbook as tab-delimited text. */
interface WorkbookText {
  readonly text: string;
  readonly form: Extract<SourceForm, { kind: 'workbook' }>;
}

interface Options {
  /** Name of the sheet; null for the first visible one that holds text. */
  readonly sheet: string | null;
  readonly signal?: AbortSignal;
  /** How long parsing may take before it is ended. */
  readonly seconds?: number;
  /** How much memory the thread's heap may take before it is ended. */
  readonly megabytes?: number;
  /** The thread's built file, for tests. */
  readonly thread?: URL;
}

const answerSchema = z.union([
  z.object({
    ok: z.literal(true),
    value: z.object({ text: z.string(), sheet: z.string(), sheets: z.array(z.string()) }),
  }),
  z.object({ ok: z.literal(false), failure: failureSchema }),
]);

/** In a directory of [MS-OFFCRYPTO] 2.3.4.4 only: an .xlsx with a password is a compound file that holds this stream. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * Reads an .xlsx workbook in a thread of its own, which is ended when it takes too long, too much memory, or `signal`
 * says so. Other compound files than encrypted workbooks are Excel's old format.
 */
export async function readWorkbook(
  bytes: Buffer,
  name: string,
  options: Options,
): Promise<Result<WorkbookText, Failure>> {
  if (bytes[0] === 0xd0) {
    return failure(failed(bytes.includes(ENCRYPTED) ? 'workbook.encrypted' : 'workbook.oldFormat', { name }));
  }
  if (options.signal?.aborted === true) return failure(failed('cancelled', {}));
  return runThread(bytes, name, options);
}

function runThread(
  bytes: Buffer,
  name: string,
  { sheet, signal, seconds = 20, megabytes = 1024, thread = workbookThreadUrl }: Options,
): Promise<Result<WorkbookText, Failure>> {
  return new Promise((resolve) => {
    const worker = new Worker(thread, {
      workerData: { bytes, name, sheet },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    const finish = (answer: Result<WorkbookText, Failure>): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      resolve(answer);
      void worker.terminate();
    };
    const cancel = (): void => {
      finish(failure(failed('cancelled', {})));
    };
    const timer = setTimeout(() => {
      finish(failure(failed('workbook.tooSlow', { name, seconds })));
    }, seconds * 1000);
    signal?.addEventListener('abort', cancel, { once: true });
    worker.once('message', (answer: unknown) => {
      finish(understand(answer));
    });
    worker.once('error', (error: unknown) => {
      finish(failure(threadFailure(error, name)));
    });
    worker.once('exit', () => {
      finish(failure(failed('workbook.damaged', { name })));
    });
  });
}

function understand(answer: unknown): Result<WorkbookText, Failure> {
  const parsed = answerSchema.parse(answer);
  if (!parsed.ok) return parsed;
  const { text, sheet, sheets } = parsed.value;
  return success({ text, form: { kind: 'workbook', sheet, sheets } });
}

function threadFailure(error: unknown, name: string): Failure {
  if (systemCode(error) === 'ERR_WORKER_OUT_OF_MEMORY') {
    return failed('workbook.tooLarge', { name, what: 'reading it takes more than 1 GB of memory' });
  }
  return failed('host.failed', { what: 'reading a workbook' });
}
