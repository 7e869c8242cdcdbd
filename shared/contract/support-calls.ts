import { z } from 'zod';
import { call, nothing } from './call.ts';

/** The calls about Rollcall itself on this computer. */
export const SUPPORT_CALLS = {
  /** What helps support to understand a problem, as a text without names or secrets. */
  'support.diagnostics': call(nothing, z.strictObject({ text: z.string() })),
  /**
   * Removes all that Rollcall keeps on this computer. From then on every other call but `app.close` fails with
   * `support.removed`, so that nothing is kept again.
   */
  'support.removeData': call(nothing, nothing),
} as const;
