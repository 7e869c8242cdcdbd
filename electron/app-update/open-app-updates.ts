import { app } from 'electron';
import type { UpdateChannel } from '../../shared/app/update-channel.ts';
import type { SupportLog } from '../system/support-log.ts';
import { AppUpdates, lookDaily } from './app-updates.ts';

/** The app's updates from a channel, looked for from now on; null where there is none. */
export function openAppUpdates(channel: UpdateChannel, log: SupportLog): AppUpdates | null {
  if (channel.kind === 'off') return null;
  const updates = new AppUpdates({
    load: async () => (await import('./make-updater.ts')).makeUpdater(channel),
    log,
    quit: () => {
      app.quit();
    },
  });
  const stop = lookDaily(updates);
  app.on('will-quit', stop);
  return updates;
}
