import { z } from 'zod';
import { failed, type Failure, failureSchema } from '../../shared/failures/failures.ts';
import { failure, type Result } from '../../shared/failures/result.ts';
import { runWorkbookThread, type ThreadEnd, type ThreadLimits } from './run-workbook-thread.ts';

/** Long enough for the largest roster on a slow machine; the user can stop it before. */
const PATIENCE = 120;

const answerSchema = z.union([
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
    ? answerSchema.parse(end.answer)
    : failure(endFailure(end.kind, name, seconds));
}

function endFailure(kind: Exclude<ThreadEnd['kind'], 'answered'>, name: string, seconds: number): Failure {
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
