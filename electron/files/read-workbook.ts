import { z } from 'zod';
import { failed, type Failure, failureSchema } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import { type SourceForm, workbookForm } from '../../shared/text/source-form.ts';
import { runWorkbookThread, type ThreadEnd, type ThreadLimits } from './run-workbook-thread.ts';

/** A sheet of a workbook as tab-delimited text. */
interface WorkbookText {
  readonly text: string;
  readonly form: Extract<SourceForm, { kind: 'workbook' }>;
  /** Whether it has all rows of the sheet. */
  readonly isAll: boolean;
}

interface Options extends Partial<ThreadLimits> {
  /** Name of the sheet; null for the one that looks most like a roster. */
  readonly sheet: string | null;
  /** Rows to read at most; all of them unless said. */
  readonly mostRows?: number;
}

const answerSchema = z.union([
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
  { sheet, mostRows, seconds = 20, ...limits }: Options,
): Promise<Result<WorkbookText, Failure>> {
  const task = { kind: 'read', bytes, name, sheet, mostRows: mostRows ?? null } as const;
  const end = await runWorkbookThread(task, { ...limits, seconds });
  return end.kind === 'answered' ? understand(end.answer) : failure(endFailure(end.kind, name, seconds));
}

function understand(answer: unknown): Result<WorkbookText, Failure> {
  const parsed = answerSchema.parse(answer);
  if (!parsed.ok) return parsed;
  const { text, isAll, ...form } = parsed.value;
  return success({ text, isAll, form: { kind: 'workbook', ...form } });
}

function endFailure(kind: Exclude<ThreadEnd['kind'], 'answered'>, name: string, seconds: number): Failure {
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
