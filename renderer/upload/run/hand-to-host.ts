import type { Failure } from '../../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../../shared/failures/result.ts';
import { slicesOf, TEXT_SLICE } from '../../../shared/text/plain-text.ts';
import { breathe } from '../../app/session/pace.ts';

/** Items that are made text in one task on the window's thread. */
const A_BATCH = 200;

/**
 * Sends items as JSON lines to the host, in slices; a null one is left out. `onDone` is told how many are done, and ends
 * it by answering a failure.
 */
export async function handToHost(
  send: (text: string) => Promise<Result<unknown, Failure>>,
  total: number,
  itemAt: (place: number) => unknown,
  onDone: (count: number) => Failure | null,
): Promise<Result<null, Failure>> {
  let text = '';
  for (let place = 0; place < total;) {
    const end = Math.min(total, place + A_BATCH);
    for (; place < end; place += 1) {
      const item = itemAt(place);
      if (item !== null) text += `${JSON.stringify(item)}\n`;
    }
    if (text.length >= TEXT_SLICE / 2 || place === total) {
      const sent = await sendText(send, text);
      if (!sent.ok) return sent;
      text = '';
    }
    await breathe();
    const ended = onDone(place);
    if (ended !== null) return failure(ended);
  }
  return success(null);
}

async function sendText(
  send: (text: string) => Promise<Result<unknown, Failure>>,
  text: string,
): Promise<Result<null, Failure>> {
  for (const slice of slicesOf(text, TEXT_SLICE)) {
    const sent = await send(slice);
    if (!sent.ok) return sent;
  }
  return success(null);
}
