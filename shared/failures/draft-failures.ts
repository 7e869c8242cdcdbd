import { z } from 'zod';
import { entry } from './entry.ts';

/** Every way in which keeping unsaved work, and getting it back, can fail. `name` is the roster's. */
export const DRAFT_FAILURES = {
  'draft.notKept': entry(
    { reason: z.string() },
    (f) =>
      `What you change is not kept for the case that Rollcall ends unexpectedly (${f.reason}). Save the roster soon.`,
  ),
  'draft.gone': entry({}, () => 'These unsaved changes are not kept here any more.'),
  'draft.held': entry(
    {},
    () => 'These unsaved changes are open in another Rollcall. Go on there, or close it first.',
  ),
  'draft.heldElsewhere': entry(
    { computer: z.string() },
    (f) =>
      `These unsaved changes were last used on the computer “${f.computer}”, where they may still be open. Close them there first, or open them from the list of unsaved rosters all the same.`,
  ),
  'draft.notOpened': entry(
    { reason: z.string() },
    (f) =>
      `These unsaved changes cannot be opened now (${f.reason}). They are left as they are; try again when that is repaired.`,
  ),
  'draft.newer': entry(
    {},
    () => 'These unsaved changes were kept by a newer Rollcall. They are left as they are; open them there.',
  ),
  'draft.sealed': entry(
    {},
    () =>
      'These unsaved changes are encrypted, and the keyring of this computer does not give their key back. They are left as they are; try again when you have signed in as you were.',
  ),
  'draft.damaged': entry(
    {},
    () => 'What was kept of unsaved changes is damaged, so nothing of it can be trusted. It was set aside.',
  ),
  'draft.notBegun': entry(
    {},
    () => 'Rollcall ended before the first change to a roster was kept. What there is of it was set aside.',
  ),
  'draft.withoutRows': entry(
    {},
    () =>
      'Rollcall ended within seconds of the first change, before the whole roster was kept, and its file is not as it was then. The changes are left as they are, and open when the file is back as it was.',
  ),
  'draft.blanked': entry(
    {},
    () =>
      'This computer has no keyring that Rollcall could use, so it never keeps passwords with unsaved changes: temporary ones, and columns whose header speaks of passwords. All else is here. Saving asks for a new place, so that passwords which are in the file stay there.',
  ),
  'draft.cutShort': entry(
    {},
    () =>
      'What was kept does not fit together from some change on. All before it is here; what was kept is left as it is and will be offered again.',
  ),
  'draft.unreadable': entry(
    { reason: z.string() },
    (f) => `What was kept of unsaved changes cannot be read (${f.reason}). It is left as it is.`,
  ),
} as const;
