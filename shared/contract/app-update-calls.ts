import { z } from 'zod';
import { appUpdateState } from '../app-update/app-update-state.ts';
import { call, nothing } from './call.ts';

/** The calls about a newer Rollcall. What comes of them is told by the event `appUpdate`. */
export const APP_UPDATE_CALLS = {
  'appUpdate.read': call(nothing, z.strictObject({ state: appUpdateState })),
  'appUpdate.look': call(nothing, nothing),
  /** Downloads what was found; from then on it is installed when Rollcall ends. */
  'appUpdate.download': call(nothing, nothing),
  /** Stops the download; nothing of it is installed. */
  'appUpdate.stop': call(nothing, nothing),
  /** Closes the window without another question, installs what is ready, and starts again. */
  'appUpdate.restart': call(nothing, nothing),
} as const;
