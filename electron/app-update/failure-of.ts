import { failed, type Failure } from '../../shared/failures/failures.ts';

/** The code of an error that says that a feed leads to another place. */
export const LED_AWAY = 'ERR_FEED_LEADS_AWAY';

/** What the library says of a feed that was reached and makes no sense: `Error.code`, in electron-updater's sources. */
const SENSELESS: ReadonlySet<unknown> = new Set([
  LED_AWAY,
  'ERR_UPDATER_CHANNEL_FILE_NOT_FOUND',
  'ERR_UPDATER_INVALID_UPDATE_INFO',
  'ERR_UPDATER_INVALID_VERSION',
  'ERR_UPDATER_NO_CHECKSUM',
  'ERR_UPDATER_NO_FILES_PROVIDED',
  'ERR_UPDATER_WEB_INSTALLER_DISABLED',
  'ERR_UPDATER_ZIP_FILE_NOT_FOUND',
]);
const NOT_GENUINE: ReadonlySet<unknown> = new Set(['ERR_CHECKSUM_MISMATCH', 'ERR_UPDATER_INVALID_SIGNATURE']);

/** What Squirrel.Mac says of an app on a mounted image, or translocated because it was never moved (`SQRLUpdater.m`). */
const READ_ONLY = /read-only volume/i;

/** What was under way. */
export type Doing = 'look' | 'download' | 'handOver';

/** Says as a failure what the library threw while it looked for, downloaded or handed over a newer version. */
export function failureOf(error: unknown, doing: Doing): Failure {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (error instanceof Error && READ_ONLY.test(error.message)) return failed('appUpdate.readOnly', {});
  // What comes from the system after the download is its word on the signature.
  if (NOT_GENUINE.has(code) || doing === 'handOver') return failed('appUpdate.refused', {});
  // A description that is no description: the library reads parts of nothing.
  if (SENSELESS.has(code) || error instanceof TypeError) return failed('appUpdate.unreadable', {});
  return failed(doing === 'look' ? 'appUpdate.unreachable' : 'appUpdate.notDownloaded', {});
}
