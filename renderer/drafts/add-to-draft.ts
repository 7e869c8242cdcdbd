import type { Failure } from '../../shared/failures/failures.ts';
import { type Result, success } from '../../shared/failures/result.ts';
import { slicesOf, TEXT_SLICE } from '../../shared/text/plain-text.ts';
import type { Session } from '../app/session/session.ts';

/** Characters of records from which on they are handed over; the last of them, of 200 rows, mostly finds room in the call. */
export const BATCH = (TEXT_SLICE * 3) / 4;

/** Hands lines of records over to a draft and answers when they are kept. Fails with `draft.notKept`, or if the host is gone. */
export async function addToDraft(
  { host }: Session,
  draft: string,
  lines: string,
): Promise<Result<unknown, Failure>> {
  for (const records of slicesOf(lines, TEXT_SLICE)) {
    const added = await host.call('draft.add', { draft, records });
    if (!added.ok) return added;
  }
  return success(null);
}
