import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from 'playwright/test';
import { isolatedEnvironment } from './harness/host.ts';
import { expect, test } from './harness/rollcall.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Where a build for development takes its page from; no other has it in it. */
const MARK = 'ROLLCALL_DEV_SERVER';

test('security 12: no build but that of `npm run dev` takes its page from a server', async () => {
  expect(await readFile(join(root, 'electron/page/page-files.ts'), 'utf8')).toContain(MARK);
  const names = await readdir(join(root, 'out'), { recursive: true });
  const scripts = names.filter((name) => /^(main|preload|renderer)\b.*\.c?js$/.test(name));
  expect(scripts.length).toBeGreaterThan(5);
  for (const name of scripts) {
    const script = await readFile(join(root, 'out', name), 'utf8');
    expect(script.includes(MARK) ? name : '').toBe('');
  }
});

test.describe('`npm run dev`', () => {
  test.slow();

  test('shows what is saved: components and styles in place, rules and the host by a new start', async ({
    page,
    folder,
  }) => {
    const copy = await copySources(folder);
    const dev = await startDev(copy, folder);
    const at = Date.now();
    try {
      await page.goto(pathToFileURL(dev.launchFile).href);
      await page.getByRole('button', { name: 'Open the sample' }).click();
      await expect(page.getByRole('grid')).toBeVisible({ timeout: 60_000 });
      console.log('open', Date.now() - at);
      await page.evaluate(() => (document.body.dataset['mark'] = 'same page'));
      const marked = page.locator('body[data-mark]');

      await edit(copy, 'renderer/status/status-bar.css', 'height: 28px', 'height: 44px');
      await expectSoon(async () => {
        await expect(page.locator('.status')).toHaveCSS('height', '44px', { timeout: 30_000 });
      }, 'css');
      await expect(marked).toHaveCount(1);

      await edit(copy, 'renderer/toolbar/toolbar.tsx', "'Nothing to undo'", "'No step to undo'");
      await expectSoon(async () => {
        await expect(page.getByRole('button', { name: 'No step to undo' })).toBeVisible({ timeout: 30_000 });
      }, 'tsx');
      await expect(marked).toHaveCount(1);
      await expect(page.getByRole('grid')).toBeVisible();

      const before = new URL(page.url()).port;
      await edit(copy, 'electron/version.ts', '= version', "= '9.9.9'");
      await expectSoon(async () => {
        await expect
          .poll(() => new URL(page.url()).port, { timeout: 20_000, intervals: [20] })
          .not.toBe(before);
        await expect(page.getByRole('button', { name: 'Open the sample' })).toBeVisible({ timeout: 60_000 });
      }, 'host');
      await page.screenshot({ path: '/tmp/bench-dev/host.png' });
      console.log(dev.said());
    } finally {
      await dev.stop();
    }
  });
});

async function expectSoon(what: () => Promise<void>, name: string): Promise<void> {
  const at = performance.now();
  await what();
  console.log(name, Math.round(performance.now() - at), 'ms');
}

async function edit(folder: string, name: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(folder, name), 'utf8');
  expect(text).toContain(from);
  await writeFile(join(folder, name), text.replace(from, to));
}

/** The sources in a folder of their own, which the test may change. */
async function copySources(folder: string): Promise<string> {
  const copy = join(folder, 'checkout');
  for (const name of ['shared', 'electron', 'renderer', 'build', 'package.json', 'tsconfig.json'])
    await cp(join(root, name), join(copy, name), { recursive: true });
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  return copy;
}

async function startDev(
  copy: string,
  folder: string,
): Promise<{ launchFile: string; said: () => string; stop: () => Promise<void> }> {
  const launchFile = join(folder, 'launch.html');
  const child: ChildProcess = spawn(
    process.execPath,
    [join(copy, 'build/dev.mjs'), '--launch-file', launchFile],
    {
      cwd: copy,
      env: isolatedEnvironment(folder),
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += String(text)));
  await expect.poll(() => said, { timeout: 60_000 }).toContain('Rollcall is open');
  return {
    launchFile,
    said: () => said,
    stop: async () => {
      const exit = once(child, 'exit');
      child.kill();
      await exit;
    },
  };
}
