import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as Builder from 'electron-builder';
import { load } from 'js-yaml';

const root = fileURLToPath(new URL('../../../', import.meta.url));
// Its names are not seen by an import of an ES module.
const { build, Platform } = createRequire(import.meta.url)('electron-builder') as typeof Builder;

/** What `npm run package` packages by. */
export const PACKAGING = load(
  readFileSync(join(root, 'build/electron-builder.yml'), 'utf8'),
) as Builder.Configuration;

/**
 * Packages the built app for Linux as `npm run package` does, around the runtime in a folder, and answers the folder of
 * what can be started. `more` takes the place of what is configured.
 */
export async function packageApp(
  electronDist: string,
  output: string,
  more: Builder.Configuration = {},
): Promise<string> {
  // A copy: electron-builder changes what it is given.
  const usual = structuredClone(PACKAGING);
  execFileSync(process.execPath, [join(root, 'build/licences.mjs')]);
  await build({
    projectDir: root,
    targets: Platform.LINUX.createTarget('dir'),
    config: { ...usual, electronDist, directories: { ...usual.directories, output }, ...more },
    publish: 'never',
  });
  return join(output, 'linux-unpacked');
}
