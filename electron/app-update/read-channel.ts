// oxlint-disable-next-line typescript/triple-slash-reference -- the rooms that import this file see the types only so
/// <reference path="./js-yaml.d.ts" />
import { access, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type UpdateChannel, judgeChannel } from '../../shared/app/update-channel.ts';

/** What a running app knows of itself. */
export interface Installed {
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  /** Folder in which electron-builder puts `app-update.yml` where a distributor has a channel. */
  readonly resources: string;
  /** Absolute path of the program. */
  readonly program: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** Finds where newer versions are looked for, or why nowhere. Nothing is asked of anybody. */
export async function readChannel(installed: Installed): Promise<UpdateChannel> {
  const { platform, isPackaged, resources, program, environment } = installed;
  return judgeChannel({
    platform,
    isPackaged,
    switched: environment['ROLLCALL_UPDATES'],
    // Where electron-builder's NSIS installer puts it: https://www.electron.build/nsis
    hasUninstaller: platform === 'win32' && (await exists(join(dirname(program), 'Uninstall Rollcall.exe'))),
    config: await readConfig(join(resources, 'app-update.yml')),
  });
}

/** What the file holds; null where there is none, and its lack of sense where it has none. */
async function readConfig(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return null;
  const { load } = await import('js-yaml');
  try {
    return load(text) ?? {};
  } catch {
    return {};
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
