import type { FileRef } from '../../shared/contract/call.ts';
import type { APP_UPDATE_CALLS } from '../../shared/contract/app-update-calls.ts';
import { failed } from '../../shared/failures/failures.ts';
import { failure, success } from '../../shared/failures/result.ts';
import type { Reply } from '../../shared/contract/contract.ts';
import { pageOfSubdomain } from '../agent-connect/page-of-subdomain.ts';
import type { AppUpdates } from '../app-update/app-updates.ts';
import type { Desktop } from './desktop.ts';
import type { Handlers } from './dispatcher.ts';
import type { KnownFiles } from './known-files.ts';

type Platform = Reply<'app.start'>['platform'];

/** The name that the contract has for a platform of Node. */
export function platformName(platform: NodeJS.Platform): Platform {
  if (platform === 'win32') return 'windows';
  return platform === 'darwin' ? 'mac' : 'linux';
}

/** What the first call of a window is told, and who wants to know that it came. */
interface Start {
  readonly version: string;
  readonly platform: Platform;
  /** Requests a minute that an upload makes at most. */
  readonly uploadRate: number;
  /** The file that the app was started with; called at every start of a page. */
  started(): Promise<FileRef | null>;
}

const noBrowser = failure(failed('call.unavailable', { what: 'Opening a page in the browser' }));

/** Answers the calls about the window itself. */
export function appHandlers(
  desktop: Desktop,
  start: Start,
  files: KnownFiles,
): Handlers<
  `app.${'start' | 'showDocument' | 'showMenu' | 'heard' | 'close' | 'ping'}` | 'edit.natively' | 'page.open'
> {
  return {
    'app.start': async () =>
      success({
        version: start.version,
        platform: start.platform,
        chooser: desktop.dialogs === null ? 'page' : 'native',
        opening: await start.started(),
        uploadRate: start.uploadRate,
      }),
    'app.showDocument': ({ title, unsaved, file: handle }) => {
      const file = handle === null ? null : files.get(handle);
      // A copy of what was dropped on a page is nothing to lead to.
      const path = file?.ok === true && !file.value.dropped ? file.value.path : null;
      desktop.showDocument({ title, unsaved, path });
      return success({});
    },
    'app.showMenu': ({ commands }) => {
      desktop.showMenu(commands);
      return success({});
    },
    'app.heard': ({ event }) => {
      desktop.heard(event);
      return success({});
    },
    'app.close': () => {
      desktop.closeWindow();
      return success({});
    },
    'app.ping': () => success({}),
    'page.open': async ({ subdomain }) => {
      const page = pageOfSubdomain(subdomain);
      if (!page.ok) return page;
      return (await desktop.openPage(page.value)) ? success({}) : noBrowser;
    },
    'edit.natively': ({ action }) =>
      desktop.editNatively(action)
        ? success({})
        : failure(failed('call.unavailable', { what: 'Pasting from a menu' })),
  };
}

/** What a window may have done about it. */
export type AppUpdating = Pick<AppUpdates, 'state' | 'look' | 'download' | 'stop' | 'restart'>;

/** Answers the calls about a newer Rollcall; null where there is no channel. What takes long is told by events. */
export function appUpdateHandlers(
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
