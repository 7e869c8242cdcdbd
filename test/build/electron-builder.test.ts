import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Configuration } from 'electron-builder';
import { describe, expect, it } from 'vitest';
import refuseAdHoc from '../../build/refuse-ad-hoc.mjs';
import { APP_ID } from '../../electron/system/version.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const fromBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
// electron-builder exports neither its reader of configurations nor its validator, and they have no types of use here.
const own = fromBuilder('app-builder-lib/out/util/config/config.js') as {
  getConfig(folder: string, path: string, inline: Configuration): Promise<Configuration>;
  validateConfiguration(configuration: object, log: { isEnabled: boolean }): Promise<void>;
};
const read = (): Promise<Configuration> => own.getConfig(root, 'build/electron-builder.yml', {});
const validate = (configuration: object): Promise<void> =>
  own.validateConfiguration(configuration, { isEnabled: false });

describe('the configuration of electron-builder', () => {
  it('is one that electron-builder takes', async () => {
    await validate(await read());
  });

  it('would not be taken with a misspelt option', async () => {
    await expect(validate({ ...(await read()), electronFusses: {} })).rejects.toThrow(/electronFusses/);
  });

  it('security 15: sets every fuse, each to the safe side', async () => {
    expect((await read()).electronFuses).toEqual({
      resetAdHocDarwinSignature: true,
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('security 15: packs one archive whose integrity is checked, unpacking nothing of it', async () => {
    const { asar, asarUnpack, disableAsarIntegrity } = await read();
    expect({ asar, asarUnpack, disableAsarIntegrity }).toEqual({ asar: true });
  });

  it('refuses for macOS an ad-hoc identity, with which the hardened program would not start', async () => {
    expect((await read()).beforePack).toBe('build/refuse-ad-hoc.mjs');
    const { hardenedRuntime, entitlements } = (await read()).mac ?? {};
    const lines = readFileSync(`${root}${entitlements ?? ''}`, 'utf8');
    expect([hardenedRuntime, lines.includes('disable-library-validation')]).toEqual([true, false]);
    const pack = (electronPlatformName: string, identity: string | null | undefined): Promise<void> =>
      refuseAdHoc({ electronPlatformName, packager: { config: { mac: { identity } } } });
    await expect(pack('darwin', '-')).rejects.toThrow(/does not start with an ad-hoc signature/);
    await pack('darwin', undefined);
    await pack('darwin', null);
    await pack('win32', '-');
  });

  it('gives Windows the name under which the app makes itself known there', async () => {
    expect((await read()).appId).toBe(APP_ID);
  });

  it('has no update channel of its own', async () => {
    expect((await read()).publish).toBeNull();
  });

  it('security 30: leaves on Windows the trace by which the installer of the user’s own is known', async () => {
    const script = readFileSync(fromBuilder.resolve('app-builder-lib/templates/nsis/common.nsh'), 'utf8');
    expect(script).toContain('!define UNINSTALL_FILENAME "Uninstall ${PRODUCT_FILENAME}.exe"');
    expect((await read()).productName).toBe('Rollcall');
    // Without it electron-builder names no publisher, and nothing is looked for.
    expect((await read()).win?.verifyUpdateCodeSignature).not.toBe(false);
  });

  it('asks a Windows user where to, proposing them alone, and keeps their data on uninstalling', async () => {
    expect((await read()).nsis).toMatchObject({
      oneClick: false,
      perMachine: false,
      selectPerMachineByDefault: false,
      allowToChangeInstallationDirectory: true,
      deleteAppDataOnUninstall: false,
    });
  });

  it('offers to open files and never becomes the default', async () => {
    const { fileAssociations, win, linux, mac } = await read();
    // On Windows and Linux electron-builder would make these the default, or new kinds of file.
    expect([fileAssociations, win?.fileAssociations, linux?.fileAssociations]).toEqual(Array(3));
    expect(mac?.fileAssociations).toEqual([
      expect.objectContaining({ ext: ['txt', 'csv'], role: 'Viewer', rank: 'Alternate' }),
      expect.objectContaining({ ext: 'xlsx', role: 'Viewer', rank: 'Alternate' }),
    ]);
  });

  it('takes back on uninstalling what it wrote into the registry, and sets no ending’s own program', () => {
    const script = readFileSync(`${root}build/installer.nsh`, 'utf8');
    for (const ending of ['txt', 'csv', 'xlsx']) {
      expect(script).toContain(`!insertmacro offerRollcallFor "${ending}"`);
      expect(script).toContain(`!insertmacro withdrawRollcallFor "${ending}"`);
    }
    const values = script.match(/^ *WriteReg\w+ SHELL_CONTEXT "[^"]+\\\.[^"\\]+" .*$/gm);
    expect(values).toBeNull();
  });
});

describe('the icons', () => {
  const icon = (name: string): Buffer => readFileSync(`${root}build/icons/${name}`);
  const sizeOf = (png: Buffer): number[] => [png.readUInt32BE(16), png.readUInt32BE(20)];

  it.each([16, 32, 48, 64, 128, 256, 512])('has a picture of %i pixels for Linux', (size) => {
    expect(sizeOf(icon(`${size}.png`))).toEqual([size, size]);
  });

  it('has the pictures of Windows, each where the file says', () => {
    const ico = icon('icon.ico');
    const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
      const entry = 6 + 16 * index;
      const [size] = sizeOf(ico.subarray(ico.readUInt32LE(entry + 12)));
      expect((ico[entry] ?? 0) || 256).toBe(size);
      return size;
    });
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
  });

  it('has the pictures of macOS, up to 1024 pixels', () => {
    const icns = icon('icon.icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    const found = new Map<string, number | undefined>();
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
      found.set(icns.toString('latin1', at, at + 4), sizeOf(icns.subarray(at + 8))[0]);
    expect(Object.fromEntries(found)).toMatchObject({ ic11: 32, ic07: 128, ic09: 512, ic10: 1024 });
  });
});
