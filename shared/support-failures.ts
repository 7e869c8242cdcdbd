import { z } from 'zod';
import { entry } from './failure-entry.ts';

/** Every way in which removing what Rollcall keeps on a computer can fail. */
export const SUPPORT_FAILURES = {
  'settings.unreadable': entry(
    { name: z.string(), reason: z.string() },
    (f) =>
      `“${f.name}”, in which Rollcall keeps settings, cannot be read (${f.reason}). It is untouched, and what you change of them lasts until Rollcall ends; close other programs that may use it and start Rollcall again.`,
  ),
  'settings.newer': entry(
    { name: z.string() },
    (f) =>
      `“${f.name}”, in which Rollcall keeps settings, was written by a newer Rollcall, which this one cannot read. It is untouched, and what you change of them lasts until Rollcall ends; use the newer one.`,
  ),
  'support.uploading': entry(
    {},
    () =>
      'An upload is under way, and its journal is what keeps anybody from being invited twice. Let it end, or stop it, and remove the data then. Nothing was removed.',
  ),
  'support.inUse': entry(
    {},
    () =>
      'Another Rollcall on this computer works with this data. Close it there and remove the data then. Nothing was removed.',
  ),
  'support.notRemoved': entry(
    { what: z.string(), reason: z.string() },
    (f) =>
      `Not everything could be removed: “${f.what}” is still there (${f.reason}). Close programs that may use it and try again.`,
  ),
  'support.removed': entry(
    {},
    () => 'What Rollcall kept on this computer was removed. Close Rollcall; it starts afresh the next time.',
  ),
} as const;
