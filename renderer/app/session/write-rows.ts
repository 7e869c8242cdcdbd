import type { Reply } from '../../../shared/contract/contract.ts';
import { delimiterOf, type Template } from '../../../shared/export/template.ts';
import { failed, type Failure } from '../../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../../shared/failures/result.ts';
import { serializeInBatches } from '../../../shared/text/serialize.ts';
import { slicesOf, TEXT_SLICE } from '../../../shared/text/plain-text.ts';
import type { FileRef } from '../../../shared/contract/call.ts';
import type { OnProgress } from './pace.ts';
import type { Session } from './session.ts';
import type { SaveTarget } from './dialog-kinds.ts';

export interface Target extends SaveTarget {
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
  onHeld: () => void,
): Promise<Result<WrittenFile, Failure>> {
  const { host } = session;
  const { file, format, overwrite, inPlace = false } = target;
  const begun = await host.call('write.begin', { file: file.handle, format, overwrite, inPlace });
  if (!begun.ok) return begun;
  const { write } = begun.value;
  const sent = await sendSlices(session, write, rows, target, signal, (count) => {
    onProgress(Math.min(0.9, count / (total + 1)));
  });
  if (!sent.ok) {
    await host.call('write.cancel', { write });
    return sent;
  }
  const finished = await finish(session, write, signal, onHeld);
  if (!finished.ok) return finished;
  const { file: written, bytes, replaced } = finished.value;
  return success({ file: written, bytes, replaced: replaced + sent.value.replaced });
}

/** Milliseconds between two looks at whether the host waits for another program. */
const POLL = 500;

/** Has the host write what was sent, which waits where another program has the file open, until it is stopped. */
async function finish(
  { host }: Session,
  write: string,
  signal: AbortSignal,
  onHeld: () => void,
): Promise<Result<Reply<'write.finish'>, Failure>> {
  const stop = (): void => {
    void host.call('write.cancel', { write });
  };
  const watch = setInterval(() => {
    void host.call('write.state', { write }).then((state) => {
      if (state.ok && state.value.held) onHeld();
    });
  }, POLL);
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await host.call('write.finish', { write });
  } finally {
    clearInterval(watch);
    signal.removeEventListener('abort', stop);
  }
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
