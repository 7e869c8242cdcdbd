import type { FileRef, Reply } from '../../shared/contract.ts';
import { failed } from '../../shared/failures/failures.ts';
import { failure, success } from '../../shared/failures/result.ts';
import { pageOfSubdomain } from '../agent-connect/page-of-subdomain.ts';
import type { Desktop } from './desktop.ts';
import type { Handlers } from './door.ts';
import type { KnownFiles } from './known-files.ts';

type Platform = Reply<'app.start'>['platform'];

/** The name that the contract has for a platform of Node. */
export function platformName(platform: NodeJS.Platform): Platform {
  if (platform === 'win32') return 'windows';
  return platform === 'darwin' ? 'mac' : 'linux';
}

/** What the first call of a window is told, and who wants to know that it came. */
export interface Start {
  readonly version: string;
  readonly platform: Platform;
  /** The file that the app was started with; called at every start of a page. */
  started(): Promise<FileRef | null>;
}

const noBrowser = failure(failed('call.unavailable', { what: 'Opening a page in the browser' }));

/** Answers the calls about the window itself. */
export function answerApp(
  desktop: Desktop,
  start: Start,
  files: KnownFiles,
): Handlers<`app.${'start' | 'showDocument' | 'heard' | 'close' | 'ping'}` | 'edit.natively' | 'page.open'> {
  return {
    'app.start': async () =>
      success({
        version: start.version,
        platform: start.platform,
        chooser: desktop.dialogs === null ? 'page' : 'native',
        opening: await start.started(),
      }),
    'app.showDocument': ({ title, unsaved, file: handle }) => {
      const file = handle === null ? null : files.get(handle);
      // A copy of what was dropped on a page is nothing to lead to.
      const path = file?.ok === true && !file.value.dropped ? file.value.path : null;
      desktop.showDocument({ title, unsaved, path });
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
