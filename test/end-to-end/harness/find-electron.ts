import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const electron = fileURLToPath(new URL('../../../node_modules/electron/', import.meta.url));

/** Why Electron cannot run here, as a sentence, or the path of its program. `require('electron')` would download it. */
export function findElectron(): { readonly path: string } | { readonly missing: string } {
  const pathFile = join(electron, 'path.txt');
  const path = existsSync(pathFile) ? join(electron, 'dist', readFileSync(pathFile, 'utf8')) : null;
  if (path === null || !existsSync(path))
    return { missing: 'Electron’s program is not installed here (`npx install-electron` fetches it).' };
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
    return { missing: 'There is no screen here; run the tests under `xvfb-run`.' };
  return { path };
}
