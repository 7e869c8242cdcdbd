import { Worker } from 'node:worker_threads';
import { systemCode } from '../system/file-failures.ts';
import type { WorkbookTask } from './workbook-task.ts';
import { workbookThreadUrl } from './workbook-thread-url.ts';

/** When a thread is ended before it has answered. */
export interface ThreadLimits {
  readonly signal?: AbortSignal | undefined;
  readonly seconds: number;
  /** How much memory the thread's heap may take. */
  readonly megabytes?: number | undefined;
  /** The thread's built file, for tests. */
  readonly thread?: URL | undefined;
}

/** How a thread ended. */
export type ThreadEnd =
  | { readonly kind: 'answered'; readonly answer: unknown }
  | { readonly kind: 'cancelled' | 'tooSlow' | 'tooMuchMemory' | 'broken' };

/**
 * Reads or writes a workbook in a thread of its own, so that the host goes on answering, and ends the thread when it
 * takes too long, too much memory (1 GiB unless said), or `signal` says so. `broken` is a bug in the thread.
 */
export function runWorkbookThread(
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
