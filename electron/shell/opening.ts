import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The file named on a command line of Electron: absolute, or null. In a checkout the app's folder comes before it. */
export function fileInArguments(argv: readonly string[], packaged: boolean, folder: string): string | null {
  const given = argv.slice(packaged ? 1 : 2).find((part) => part !== '' && !part.startsWith('-'));
  if (given === undefined) return null;
  return given.startsWith('file://') ? fileOfAddress(given) : resolve(folder, given);
}

/** Linux desktops name files by address: https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html */
function fileOfAddress(address: string): string | null {
  try {
    return fileURLToPath(address);
  } catch {
    // Of another machine, or with an escaped slash.
    return null;
  }
}

/** The file that a second start hands over to the first, if it hands over one. */
export function handedOver(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('opening' in data)) return null;
  return typeof data.opening === 'string' ? data.opening : null;
}
