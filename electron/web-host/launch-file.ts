import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A file that leads a browser to the page, with the launch token inside. */
export interface LaunchFile {
  readonly path: string;
  remove(): Promise<void>;
}

/**
 * Writes the file (mode 0600), at a path or in a fresh folder of its own (mode 0700). A browser is started with its
 * path and never with the address, because every user of a machine may read the arguments of a process.
 */
export async function writeLaunchFile(address: string, path: string | null): Promise<LaunchFile> {
  const folder =
    path === null ? await mkdtemp(join(launchParent(process.platform), 'rollcall-launch-')) : null;
  const file = path ?? join(folder ?? '', 'rollcall.html');
  await rm(file, { force: true });
  await writeFile(file, launchPage(address), { flag: 'wx', mode: 0o600 });
  return {
    path: file,
    remove: () => rm(folder === null ? file : dirname(file), { recursive: true, force: true }),
  };
}

/**
 * Where the fresh folder is made. A browser from a snap has a temporary folder of its own and sees no hidden ones: it
 * finds the file only at home. `snaps` is where the programs of snaps are.
 */
export function launchParent(platform: NodeJS.Platform, snaps = '/snap/bin'): string {
  return platform === 'linux' && existsSync(snaps) ? homedir() : tmpdir();
}

function launchPage(address: string): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<meta charset="utf-8" />',
    '<meta name="referrer" content="no-referrer" />',
    `<meta http-equiv="refresh" content="0; url=${address}" />`,
    '<title>Rollcall</title>',
    `<p><a href="${address}">Open Rollcall</a></p>`,
    '</html>',
    '',
  ].join('\n');
}
