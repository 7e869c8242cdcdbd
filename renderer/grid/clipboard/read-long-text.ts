import { failed } from '../../../shared/failures.ts';
import { failure, success } from '../../../shared/result.ts';
import { evenRows } from '../../../shared/text/clipboard/read-clipboard.ts';
import { createTextParser } from '../../../shared/text/parse-text.ts';
import { breathe } from '../../session/pace.ts';
import { runTask } from '../../session/task.ts';
import type { GridView } from '../grid-view.ts';

/** Characters parsed in one task: a few milliseconds of the window's thread. */
const PIECE = 1 << 17;

/**
 * Reads a long clipboard text in slices, with its progress shown, each row as wide as the others; null if the user
 * stopped it.
 */
export async function readLongText({ session }: GridView, text: string): Promise<string[][] | null> {
  const read = await runTask(
    session,
    { kind: 'pasting', name: 'the clipboard' },
    async (signal, onProgress) => {
      const parser = createTextParser('\t');
      const rows: string[][] = [];
      for (let from = 0; from < text.length; from += PIECE) {
        for (const row of parser.push(text.slice(from, from + PIECE))) rows.push(row);
        onProgress(from / text.length);
        await breathe();
        if (signal.aborted) return failure(failed('cancelled', {}));
      }
      for (const row of parser.end()) rows.push(row);
      return success(evenRows(rows));
    },
  );
  return read.ok ? read.value : null;
}
