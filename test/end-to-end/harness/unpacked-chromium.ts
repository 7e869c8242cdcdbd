import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { LaunchOptions } from 'playwright/test';

const run = promisify(execFile);
const packageFile = fileURLToPath(
  new URL('../../../node_modules/@sparticuz/chromium/package.json', import.meta.url),
);
const cache = fileURLToPath(new URL('../../../node_modules/.cache/rollcall/', import.meta.url));

/**
 * The headless Chromium of the npm package `@sparticuz/chromium`, unpacked once into `node_modules/.cache` (0.2 GB),
 * or null where the package has none for this machine. Its own launch arguments are for a cloud function (one process,
 * no web security) and are not used: the tests want the browser that people have.
 */
export async function unpackedChromium(): Promise<LaunchOptions | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(packageFile)) return null;
  const version = /"version": "([^"]+)"/.exec(await readFile(packageFile, 'utf8'))?.[1] ?? 'unknown';
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) await unpackInto(folder);
  const executablePath = join(folder, 'chromium');
  return { executablePath, env: await environment(folder, executablePath) };
}

/** Unpacks beside the folder and renames, so that a cut or a second worker never leaves half a browser. */
async function unpackInto(folder: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const unpacking = await mkdtemp(`${folder}-`);
  // The package unpacks into the temporary folder, and its libraries only where the variable names a cloud function;
  // it also changes its process's environment. Hence a process of its own.
  await run(process.execPath, ['--input-type=module', '--eval', UNPACK], {
    cwd: dirname(packageFile),
    env: { ...process.env, TMPDIR: unpacking, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
  });
  await writeFile(join(unpacking, 'fonts.conf'), fontsConf(folder));
  try {
    await rename(unpacking, folder);
  } catch (error) {
    await rm(unpacking, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

const UNPACK = `
  import chromium from '@sparticuz/chromium';
  await chromium.executablePath();
`;

/** The fonts of this machine, and the package's Open Sans for a machine without any (Chromium dies without a font). */
function fontsConf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/fonts/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}

/** The machine's own libraries win; the package's few (NSS, expat) stand in where it lacks one. */
async function environment(folder: string, executablePath: string): Promise<Record<string, string>> {
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const libraries = (await lacksLibraries(executablePath))
    ? { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }
    : {};
  return { ...Object.fromEntries(inherited), FONTCONFIG_FILE: join(folder, 'fonts.conf'), ...libraries };
}

async function lacksLibraries(executablePath: string): Promise<boolean> {
  try {
    return (await run('ldd', [executablePath])).stdout.includes('not found');
  } catch {
    return true;
  }
}
