import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const electron = fileURLToPath(new URL('../../../node_modules/electron/', import.meta.url));

/**
 * The path of Electron's program, or why it cannot run here, as a sentence. It is where Electron's own package looks for
 * it, and is never downloaded, which `require('electron')` would do.
 */
export function findElectron(): { readonly path: string } | { readonly missing: string } {
  const path = installedProgram();
  if (!existsSync(path))
    return { missing: 'Electron’s program is not installed here (`npx install-electron` fetches it).' };
  if (process.getuid?.() === 0)
    return { missing: 'Electron does not sandbox itself for root; run these tests as another user.' };
  return { path };
}

function installedProgram(): string {
  const note = join(electron, 'path.txt');
  const program = existsSync(note) ? readFileSync(note, 'utf8') : 'electron';
  // As electron/index.js has it.
  return join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(electron, 'dist'), program);
}

/** The path of a program of the system's, or null where it is not installed. */
export function systemProgram(name: string): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}
