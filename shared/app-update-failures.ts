import { entry } from './failure-entry.ts';

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
