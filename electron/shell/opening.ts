import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Switches of Electron's own whose value is an argument by itself: electron/default_app/main.ts */
const WITH_VALUE = ['-r', '--require'];

/**
 * The file named on a command line of Electron: absolute, or null. In a checkout the app's folder comes before it, and
 * switches of Electron's may come before that, such as `--inspect`.
 */
export function fileInArguments(argv: readonly string[], packaged: boolean, folder: string): string | null {
  const given = argv.slice(1).filter((part, index, parts) => isNoSwitch(part, parts[index - 1], packaged));
  const file = given[packaged ? 0 : 1];
  if (file === undefined) return null;
  return file.startsWith('file://') ? fileOfAddress(file) : resolve(folder, file);
}

function isNoSwitch(part: string, before: string | undefined, packaged: boolean): boolean {
  const isValue = !packaged && before !== undefined && WITH_VALUE.includes(before);
  return part !== '' && !part.startsWith('-') && !isValue;
}

/** Linux desktops name files by address: https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html */
function fileOfAddress(address: string): string | null {
  try {
    return fileURLToPath(address);
  } catch {
    // Of another machine, with an escaped slash, or no address of a file at all.
    return null;
  }
}

/**
 * What a second start hands over to the first: the address of the file that it names, since an address is ASCII. Electron
 * loses what it passes on where a text beyond Latin-1 has a space in it, on Linux, or where zero bytes meet, on Windows:
 * https://github.com/electron/electron/pull/50119
 */
export function toHandOver(file: string | null): { readonly opening: string | null } {
  return { opening: file === null ? null : pathToFileURL(file).href };
}

/** The file that a second start hands over to the first, if it hands over one. */
export function handedOver(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('opening' in data)) return null;
  return typeof data.opening === 'string' ? fileOfAddress(data.opening) : null;
}
