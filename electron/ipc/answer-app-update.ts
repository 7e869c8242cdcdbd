import type { APP_UPDATE_CALLS } from '../../shared/contract/app-update-calls.ts';
import { failed } from '../../shared/failures/failures.ts';
import { failure, success } from '../../shared/failures/result.ts';
import type { AppUpdates } from '../app-update/app-updates.ts';
import type { Desktop } from './desktop.ts';
import type { Handlers } from './door.ts';

/** What a window may have done about it. */
export type AppUpdating = Pick<AppUpdates, 'state' | 'look' | 'download' | 'stop' | 'restart'>;

/** Answers the calls about a newer Rollcall; null where there is no channel. What takes long is told by events. */
export function answerAppUpdate(
  updates: AppUpdating | null,
  desktop: Pick<Desktop, 'closeWindow'>,
): Handlers<keyof typeof APP_UPDATE_CALLS> {
  const withUpdates = (act: (updates: AppUpdating) => unknown) => {
    if (updates === null) return failure(failed('call.unavailable', { what: 'Looking for a newer version' }));
    act(updates);
    return success({});
  };
  return {
    'appUpdate.read': () => success({ state: updates?.state ?? { kind: 'off' } }),
    'appUpdate.look': () => withUpdates((updates) => updates.look(true)),
    'appUpdate.download': () => withUpdates((updates) => updates.download()),
    'appUpdate.stop': () =>
      withUpdates((updates) => {
        updates.stop();
      }),
    'appUpdate.restart': () =>
      withUpdates((updates) => {
        if (updates.state.kind !== 'ready') return;
        desktop.closeWindow();
        updates.restart();
      }),
  };
}
