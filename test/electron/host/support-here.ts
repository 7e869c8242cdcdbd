import { diagnose, type Support } from '../../../electron/host/support-handlers.ts';
import type { OpenedUserData } from '../../../electron/system/move-to-local.ts';
import { createSupportLog } from '../../../electron/system/support-log.ts';

/** What a host of a test has for support, with its data in a folder. */
export function supportIn(userData: string): Support {
  return {
    log: createSupportLog(userData),
    userData: dataIn(userData),
    facts: () =>
      diagnose({
        ...{
          version: '1.2.3',
          window: 'browser',
          userData: dataIn(userData),
          testServers: true,
          weakTls: false,
        },
        updates: 'no channel',
      }),
    clearBrowser: () => Promise.resolve(),
  };
}

/** The user's data where one folder has all of it, as everywhere but on Windows. */
export function dataIn(folder: string): OpenedUserData {
  return { settings: folder, local: folder, note: null };
}
