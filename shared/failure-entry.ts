import { z } from 'zod';

/** An entry of a table of failures: its facts, and the one sentence that says what happened and what to do. */
export function entry<Facts extends z.ZodRawShape>(
  facts: Facts,
  sentence: (facts: z.infer<z.ZodObject<Facts, z.core.$strict>>) => string,
) {
  return { facts: z.strictObject(facts), sentence };
}
