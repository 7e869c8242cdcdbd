import { z } from 'zod';
import { endingSentence } from '../journal/ending-sentence.ts';
import { isOpen, reason, ROW_STATES, storedOtherwise, unverifiable } from '../journal/outcome.ts';
import { type RowRun, toldRow } from '../journal/row-run.ts';
import type { UploadHead } from '../orders/upload-head.ts';
import type { UploadOrder } from '../orders/upload-order.ts';

/** A row of an upload: who it is, and what became of them. */
export const reportedRow = z.strictObject({
  /** Of the roster's rows, from 0. */
  place: z.int().nonnegative(),
  /** The line that a spreadsheet shows. */
  line: z.int().nonnegative(),
  name: z.string(),
  email: z.string(),
  employeeId: z.string(),
  /** What is to become of the status; absent where it stays. */
  status: z.enum(['activate', 'deactivate']).optional(),
  /** What no look-up can confirm of the request; absent where there is nothing. */
  unverifiable: z.array(unverifiable).readonly().optional(),
  state: z.enum(ROW_STATES),
  reason: reason.nullable(),
  words: z.string(),
  /** What was stored otherwise than it was sent. */
  stored: z.array(storedOtherwise).readonly().optional(),
});
export type ReportedRow = z.infer<typeof reportedRow>;

/** A row of an upload by its order and what the journal says of it. */
export function reportRow(
  order: UploadOrder,
  row: RowRun,
  { welcome }: Pick<UploadHead, 'welcome'>,
): ReportedRow {
  const { place, line, name, email, employeeId } = order;
  const status = order.kind === 'update' ? order.status : null;
  const left = unverifiableOf(order, welcome);
  return {
    ...{ place, line, name, email, employeeId },
    ...(status !== null && { status }),
    ...(left.length > 0 && { unverifiable: left }),
    ...toldRow(row),
  };
}

function unverifiableOf(order: UploadOrder, welcome: UploadHead['welcome']): z.infer<typeof unverifiable>[] {
  if (order.kind !== 'create') return [];
  return [
    ...(welcome === 'now' ? (['invitation'] as const) : []),
    ...(order.hasPassword ? (['password'] as const) : []),
  ];
}

/** Why a row has ended as it has, with the server's words; empty where the outcome says it all, and before there is one. */
export function whyEnded({
  state,
  ...ending
}: Pick<ReportedRow, 'state' | 'reason' | 'words' | 'stored' | 'unverifiable'>): string {
  return isOpen(state) ? '' : endingSentence({ outcome: state, ...ending });
}
