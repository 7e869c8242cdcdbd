import { type Expression, matches } from '../../shared/find/compile-query.ts';
import { type FoundCells, searchRows, setFound } from '../../shared/find/found-cells.ts';
import { cellAt, type Row } from '../../shared/roster/roster.ts';
import { runPaced } from '../app/session/pace.ts';
import { type ExpressionThread, startExpression } from './run-expression.ts';

/** A compiled query at work. */
export interface Search {
  /** Puts down what is found in rows, in slices; `stopped` if the signal stopped it, `tooLong` if an expression was. */
  readonly run: (
    found: FoundCells,
    rows: readonly Row[],
    positions: readonly number[],
    signal: AbortSignal,
  ) => Promise<'done' | 'stopped' | 'tooLong'>;
  readonly end: () => void;
}

/** A search for plain text: the expression made of it cannot take long, so it runs on the window's thread. */
export function plainSearch({ source, flags }: Expression): Search {
  const expression = new RegExp(source, flags);
  const isMatch = (text: string): boolean => matches(expression, text);
  return {
    run: async (found, rows, positions, signal) => {
      const finished = await runPaced(searchRows(found, rows, positions, isMatch), signal, () => undefined);
      return finished ? 'done' : 'stopped';
    },
    end: () => undefined,
  };
}

/** A search for a regular expression, in a thread that is ended where it takes too long. */
export function expressionSearch(expression: Expression): Search {
  const thread = startExpression(expression);
  return {
    run: async (found, rows, positions, signal) => {
      for (let from = 0; from < rows.length; from += ROWS_A_BATCH) {
        const isDone = await searchBatch(thread, found, rows.slice(from, from + ROWS_A_BATCH), positions);
        if (signal.aborted) return 'stopped';
        if (!isDone) return 'tooLong';
      }
      return 'done';
    },
    end: thread.stop,
  };
}

/** Rows whose texts go to the thread at once; copying them takes a few milliseconds. */
const ROWS_A_BATCH = 500;

async function searchBatch(
  thread: ExpressionThread,
  found: FoundCells,
  rows: readonly Row[],
  positions: readonly number[],
): Promise<boolean> {
  const texts = rows.flatMap((row) => positions.map((position) => cellAt(row, position)));
  const matching = await thread.match(texts);
  if (matching === null) return false;
  rows.forEach((row, index) => {
    const first = index * positions.length;
    const here = positions.filter((_, at) => matching[first + at]);
    setFound(found, row.id, here);
  });
  return true;
}
