import { type FileRef, TEXT_SLICE } from '../../shared/contract.ts';
import { delimiterOf, type Template } from '../../shared/export/template.ts';
import { type Failure, failed } from '../../shared/failures.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import type { WriteFormat } from '../../shared/text/formats.ts';
import { serializeInBatches } from '../../shared/text/serialize.ts';
import { slicesOf } from '../../shared/text/slices.ts';
import type { OnProgress } from './pace.ts';
import type { Session } from './session.ts';

export interface Target {
  readonly file: FileRef;
  readonly format: WriteFormat;
  /** The user's word that a file which changed on disk since it was read may be replaced. */
  readonly overwrite: boolean;
  /** The organization's template, whose delimiter wins over the form's; none for the standard form. */
  readonly template?: Template | null;
}

/** Rows serialized in one task on the window's thread. */
const ROWS_A_BATCH = 400;

/** A file that was written, read back and found to be what was sent. */
export interface WrittenFile {
  readonly file: FileRef;
  readonly bytes: number;
  /** Halves of characters that no file can hold and that were written as U+FFFD. */
  readonly replaced: number;
}

/** Sends rows, header first, to the host as text in slices; the host encodes, writes, reads back and compares them. */
export async function writeRows(
  session: Session,
  target: Target,
  rows: Iterable<readonly string[]>,
  total: number,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<Result<WrittenFile, Failure>> {
  const { host } = session;
  const { file, format, overwrite } = target;
  const begun = await host.call('write.begin', { file: file.handle, format, overwrite });
  if (!begun.ok) return begun;
  const { write } = begun.value;
  const sent = await sendSlices(session, write, rows, target, signal, (count) => {
    onProgress(Math.min(0.9, count / (total + 1)));
  });
  if (!sent.ok) {
    await host.call('write.cancel', { write });
    return sent;
  }
  const finished = await host.call('write.finish', { write });
  if (!finished.ok) return finished;
  const { file: written, bytes, replaced } = finished.value;
  return success({ file: written, bytes, replaced: replaced + sent.value.replaced });
}

async function sendSlices(
  session: Session,
  write: string,
  rows: Iterable<readonly string[]>,
  { format, template = null }: Target,
  signal: AbortSignal,
  onSent: (rows: number) => void,
): Promise<Result<{ readonly replaced: number }, Failure>> {
  const delimiter = delimiterOf(format, template);
  let sent = 0;
  let replaced = 0;
  for (const batch of serializeInBatches(rows, delimiter, ROWS_A_BATCH)) {
    for (const text of slicesOf(batch.text, TEXT_SLICE)) {
      const answer = await session.host.call('write.append', { write, text });
      if (!answer.ok) return answer;
    }
    sent += batch.rows;
    replaced += batch.replaced;
    onSent(sent);
    if (signal.aborted) return failure(failed('cancelled', {}));
  }
  return success({ replaced });
}
