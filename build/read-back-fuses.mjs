// Reads the fuses back from what electron-builder has packaged, before anybody installs it.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/** What a fuse is in Electron's program, and the name that electron-builder has for it. */
const OPTIONS = {
  runAsNode: FuseV1Options.RunAsNode,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
  loadBrowserProcessSpecificV8Snapshot: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
};
/** How the fuse wire writes on and off. */
const ON = '1'.charCodeAt(0);
const OFF = '0'.charCodeAt(0);

/**
 * The names of the fuses of a program that are not as wanted.
 * @param {string} program
 * @param {Partial<Record<keyof typeof OPTIONS, boolean | null>>} wanted
 * @returns {Promise<string[]>}
 */
export async function wrongFuses(program, wanted) {
  const wire = await getCurrentFuseWire(program);
  return Object.entries(OPTIONS)
    .filter(([name, option]) => {
      const isOn = wanted[/** @type {keyof typeof OPTIONS} */ (name)];
      return typeof isOn !== 'boolean' || Number(wire[option]) !== (isOn ? ON : OFF);
    })
    .map(([name]) => name);
}

/**
 * electron-builder's `afterAllArtifactBuild`: throws if a packaged program is not as the configuration wants it.
 * @param {import('electron-builder').BuildResult} result
 * @returns {Promise<string[]>}
 */
export default async function readBackFuses({ outDir, configuration }) {
  const programs = await packagedPrograms(outDir);
  if (programs.length === 0) throw new Error(`No packaged program was found in ${outDir}.`);
  for (const program of programs) {
    const wrong = await wrongFuses(program, configuration.electronFuses ?? {});
    if (wrong.length > 0) throw new Error(`${program} has other fuses than wanted: ${wrong.join(', ')}.`);
  }
  return [];
}

/** @param {string} outDir */
async function packagedPrograms(outDir) {
  const folders = (await readdir(outDir, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  return folders.flatMap(({ name }) => {
    const program = programIn(name);
    return program === null ? [] : [join(outDir, name, program)];
  });
}

/**
 * The program in one of electron-builder's folders, such as `linux-arm64-unpacked` or `mac-universal`.
 * @param {string} folder
 */
function programIn(folder) {
  if (/^linux.*-unpacked$/.test(folder)) return 'rollcall';
  if (/^win.*-unpacked$/.test(folder)) return 'Rollcall.exe';
  // The halves of a universal app lie in folders named `…-temp` until they are one.
  return /^mac(-\w+)?$/.test(folder) ? 'Rollcall.app' : null;
}
