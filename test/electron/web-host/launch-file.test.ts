import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { launchParent, writeLaunchFile } from '../../../electron/web-host/launch-file.ts';
import { temporaryFolder } from '../host/temporary.ts';

const ADDRESS = 'http://127.0.0.1:1234/#launch=token';

describe('launchParent', () => {
  it('is the home folder on Linux where programs come as snaps, whose browser sees no temporary folder', async () => {
    expect(launchParent('linux', await temporaryFolder())).toBe(homedir());
  });

  it('is the temporary folder where there are no snaps, and on any other system', async () => {
    const snaps = await temporaryFolder();
    expect(launchParent('linux', join(snaps, 'bin'))).toBe(tmpdir());
    expect(launchParent('darwin', snaps)).toBe(tmpdir());
    expect(launchParent('win32', snaps)).toBe(tmpdir());
  });
});

describe('writeLaunchFile', () => {
  it('makes a fresh folder where the default browser can read it, and takes it away whole', async () => {
    const [one, other] = [await writeLaunchFile(ADDRESS, null), await writeLaunchFile(ADDRESS, null)];
    expect(dirname(dirname(one.path))).toBe(launchParent(process.platform));
    expect(dirname(one.path)).not.toBe(dirname(other.path));
    await one.remove();
    expect(existsSync(dirname(one.path))).toBe(false);
    expect(await readFile(other.path, 'utf8')).toContain(`url=${ADDRESS}"`);
    await other.remove();
  });

  it('is a page that goes on at once, says where to, and tells nobody where it came from', async () => {
    const launch = await writeLaunchFile(ADDRESS, null);
    expect((await readFile(launch.path, 'utf8')).split('\n')).toEqual([
      '<!doctype html>',
      '<html lang="en">',
      '<meta charset="utf-8" />',
      '<meta name="referrer" content="no-referrer" />',
      `<meta http-equiv="refresh" content="0; url=${ADDRESS}" />`,
      '<title>Rollcall</title>',
      `<p><a href="${ADDRESS}">Open Rollcall</a></p>`,
      '</html>',
      '',
    ]);
    await launch.remove();
  });

  it('writes over what is at a path that was named, and takes away nothing but that file', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'launch.html');
    await writeFile(path, 'of an earlier start');
    await mkdir(join(folder, 'beside'));
    const launch = await writeLaunchFile(ADDRESS, path);
    expect(launch.path).toBe(path);
    expect(await readFile(path, 'utf8')).toContain(`<a href="${ADDRESS}">`);
    await launch.remove();
    expect(existsSync(path)).toBe(false);
    expect(existsSync(join(folder, 'beside'))).toBe(true);
  });
});
