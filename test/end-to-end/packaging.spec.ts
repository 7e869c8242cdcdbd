import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extractFile, listPackage } from '@electron/asar';
import type * as Builder from 'electron-builder';
import { wrongFuses } from '../../build/read-back-fuses.mjs';
import { readChannel } from '../../electron/app-update/read-channel.ts';
import { packageApp } from './harness/package-app.ts';
import { expect, test } from './harness/rollcall.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What fuses look like in Electron's program as it is delivered: https://github.com/electron/fuses */
const DELIVERED = `dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u000810111001`;

/** Packages the built app around a stand-in for Electron's program. */
async function packAround(
  program: string,
  folder: string,
  more: Builder.Configuration = {},
): Promise<string> {
  const electronDist = join(folder, 'electron');
  await mkdir(join(electronDist, 'resources'), { recursive: true });
  await writeFile(join(electronDist, 'electron'), program);
  return packageApp(electronDist, join(folder, 'dist'), more);
}

test.describe('packaging', () => {
  test('security 15: holds the built app and nothing else, the same every time, behind its fuses', async ({
    folder,
  }) => {
    const packed = await packAround(`…${DELIVERED}…`, join(folder, 'one'));
    const archive = join(packed, 'resources/app.asar');
    const files = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'));

    for (const name of [
      'main/main.js',
      'main/workbook-thread.js',
      'preload/preload.cjs',
      'renderer/index.html',
    ])
      expect(files).toContain(`/out/${name}`);
    const strange = files.filter(
      (path) => !/^\/(package\.json|LICENSE|out(\/(main|preload|renderer)(\/.*)?)?)$/.test(path),
    );
    expect(strange).toEqual([]);
    expect(files.filter((path) => /\.(map|tsx?)$|\.test\.|node_modules/.test(path))).toEqual([]);
    const page = await readFile(join(root, 'out/renderer/index.html'));
    expect(extractFile(archive, 'out/renderer/index.html').equals(page)).toBe(true);
    const licences = await readFile(join(packed, 'resources/third-party-licences.txt'), 'utf8');
    expect(licences).toContain('react-dom 19');
    expect(await wrongFuses(join(packed, 'rollcall'), { runAsNode: true })).toContain('runAsNode');

    const again = await packAround(`…${DELIVERED}…`, join(folder, 'two'));
    const bytes = await readFile(archive);
    expect(bytes.equals(await readFile(join(again, 'resources/app.asar')))).toBe(true);
  });

  test('security 30: names a place of newer versions only where its distributor did', async ({ folder }) => {
    const channelOf = (packed: string) =>
      readChannel({
        ...{ platform: 'darwin', isPackaged: true, environment: {} },
        ...{ resources: join(packed, 'resources'), program: join(packed, 'rollcall') },
      });
    const without = await packAround(`…${DELIVERED}…`, join(folder, 'without'));
    expect(await channelOf(without)).toEqual({ kind: 'off', why: 'no channel' });
    const feed = 'https://rollcall.example/updates';
    const publish = { provider: 'generic', url: feed } as const;
    const published = await packAround(`…${DELIVERED}…`, join(folder, 'with'), { publish });
    expect(await channelOf(published)).toEqual({ kind: 'on', platform: 'darwin', feed });
  });
});
