import type { Expression } from '../../shared/find/compile-query.ts';
import type { ThreadReply, ThreadRequest } from './expression-thread.ts';

/** Milliseconds that an expression may take for one batch of texts before it is stopped: a thousand times the usual. */
const LONGEST = 2000;

/** A regular expression in a thread of its own; an answer of null says that it took too long and was stopped. */
export interface ExpressionThread {
  readonly match: (texts: readonly string[]) => Promise<readonly boolean[] | null>;
  readonly replace: (texts: readonly string[], replacement: string) => Promise<readonly string[] | null>;
  readonly stop: () => void;
}

/** Starts a thread for a regular expression that compiles. One question at a time. */
export function startExpression(expression: Expression): ExpressionThread {
  const thread = new Worker(new URL('./expression-thread.ts', import.meta.url), { type: 'module' });
  const started = nextReply(thread, null);
  const ask = async (texts: readonly string[], replacement: string | null): Promise<ThreadReply | null> => {
    await started;
    const reply = nextReply(thread, LONGEST);
    thread.postMessage({ expression, texts, replacement } satisfies ThreadRequest);
    return reply;
  };
  return {
    // The thread answers what it was asked.
    match: async (texts) => (await ask(texts, null)) as readonly boolean[] | null,
    replace: async (texts, replacement) => (await ask(texts, replacement)) as readonly string[] | null,
    stop: () => {
      thread.terminate();
    },
  };
}

function nextReply(thread: Worker, longest: number | null): Promise<ThreadReply | null> {
  return new Promise((resolve) => {
    const give = (reply: ThreadReply | null): void => {
      clearTimeout(timer);
      resolve(reply);
    };
    const tooLong = (): void => {
      thread.terminate();
      give(null);
    };
    const timer = longest === null ? undefined : setTimeout(tooLong, longest);
    thread.onmessage = ({ data }: MessageEvent<ThreadReply>) => {
      give(data);
    };
  });
}
