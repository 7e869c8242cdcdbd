import { createInterface } from 'node:readline/promises';

/** Someone at a keyboard. */
export interface Terminal {
  /** Asks a question on stderr and answers the line that was typed; null where Ctrl+C or the end of the input came instead. */
  ask(question: string): Promise<string | null>;
}

/** The terminal of this process; null where nobody could see a question or answer it. */
export function processTerminal(): Terminal | null {
  const { stdin, stderr } = process;
  if (!stdin.isTTY || !stderr.isTTY) return null;
  return {
    ask: async (question) => {
      const lines = createInterface({ input: stdin, output: stderr });
      const given = new AbortController();
      for (const ending of ['SIGINT', 'close'] as const)
        lines.once(ending, () => {
          given.abort();
        });
      try {
        return await lines.question(question, { signal: given.signal });
      } catch {
        return null;
      } finally {
        lines.close();
      }
    },
  };
}
