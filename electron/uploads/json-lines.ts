import type { z } from 'zod';
import { parseJson } from '../../shared/parse-json.ts';

/** Reads values that arrive as JSON lines, in slices that may end anywhere. */
export class JsonLines<Value> {
  #rest = '';

  constructor(readonly schema: z.ZodType<Value>) {}

  /** The values of the lines that a slice completes; null where one of them is none. */
  push(text: string): Value[] | null {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    const values: Value[] = [];
    for (const line of lines) {
      const value = this.schema.safeParse(parseJson(line));
      if (!value.success) return null;
      values.push(value.data);
    }
    return values;
  }

  /** Whether the last line was complete. */
  get isComplete(): boolean {
    return this.#rest === '';
  }
}
