import { z } from 'zod';
import { entry, type Situation } from './entry.ts';

/** What to do about an error inside Rollcall that comes again. */
const REPORTING = {
  app: 'the menu Help, Copy diagnostics… has what support needs',
  browser: 'F1, Copy diagnostics… has what support needs',
  commandLine: 'report it with this sentence',
  unknown: 'report it with this sentence',
} as const satisfies Record<Situation['program'], string>;

/** Every way in which the window cannot reach the host, or the host refuses a call. */
export const CALL_FAILURES = {
  'call.refused': entry(
    { what: z.string() },
    (f) => `Rollcall refused a call that it does not understand (${f.what}). Nothing was changed.`,
  ),
  /** Something to choose from is not known to the host any more. */
  'call.stale': entry({ what: z.string() }, (f) => `${f.what} is not open any more. Choose it again.`),
  /** Work that the window would go on with is over. */
  'call.ended': entry({ what: z.string() }, (f) => `${f.what} has ended already. Start it again.`),
  'call.unavailable': entry({ what: z.string() }, (f) => `${f.what} is not available here.`),
  'host.gone': entry(
    {},
    () =>
      'The window has lost its connection to Rollcall. Files that were saved are safe. Start Rollcall again.',
  ),
  'host.failed': entry(
    { what: z.string() },
    (f, { isRosterOpen, program }) =>
      `Something went wrong inside Rollcall (${f.what}). ${
        isRosterOpen
          ? 'Your rows are still here; save them and try again.'
          : `Try again; if it stays so, ${REPORTING[program]}.`
      }`,
  ),
} as const;

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

/** Every way in which looking for a newer Rollcall, or getting it, can fail. This one goes on working in each. */
export const APP_UPDATE_FAILURES = {
  'appUpdate.unreachable': entry(
    {},
    () =>
      'The place of newer versions cannot be reached. Rollcall looks again tomorrow; check the network to try it now.',
  ),
  'appUpdate.unreadable': entry(
    {},
    () =>
      'What the place of newer versions says makes no sense, so nothing was downloaded. Tell the person who gave you Rollcall.',
  ),
  'appUpdate.notDownloaded': entry(
    {},
    () =>
      'The newer version could not be downloaded. Check the network and the room on the disk, and try again.',
  ),
  'appUpdate.readOnly': entry(
    {},
    () =>
      'Rollcall was started from a disk image, or from where it was downloaded to, and cannot be replaced there. Move it to the folder Applications, start it from there, and try again.',
  ),
  'appUpdate.refused': entry(
    {},
    () =>
      'What was downloaded is not what its publisher signed, or this computer cannot tell, so it was thrown away and nothing was installed. Tell the person who gave you Rollcall.',
  ),
} as const;
