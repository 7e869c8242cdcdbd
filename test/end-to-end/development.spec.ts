import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from 'playwright/test';
import { isolatedEnvironment } from './harness/host.ts';
import { expect, test } from './harness/rollcall.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Where a build for development takes its page from; no other has it in it. */
const MARK = 'ROLLCALL_DEV_SERVER';

/** Milliseconds for what takes a second on a machine with nothing else to do. */
const PATIENCE = 150_000;

test('security 12: no build but that of `npm run dev` takes its page from a server', async () => {
  expect(await readFile(join(root, 'electron/host/page.ts'), 'utf8')).toContain(MARK);
  const names = await readdir(join(root, 'out'), { recursive: true });
  const scripts = names.filter((name) => /^(main|preload|renderer)\b.*\.c?js$/.test(name));
  expect(scripts.length).toBeGreaterThan(5);
  for (const name of scripts) {
    const script = await readFile(join(root, 'out', name), 'utf8');
    expect(script.includes(MARK) ? name : '').toBe('');
  }
});

test.describe('`npm run dev`', () => {
  test.setTimeout(8 * PATIENCE);

  test('shows what is saved in place: styles and components; starts the host again and leads the page there', async ({
    page,
    folder,
  }) => {
    const copy = await copySources(folder);
    const dev = await startDev(copy, folder);
    try {
      await openSample(page, dev.launchFile);
      await page.evaluate(() => (document.body.dataset['mark'] = 'the same page'));
      await edit(copy, 'renderer/app/status/status-bar.css', 'height: 28px', 'height: 44px');
      await expect(page.locator('.status')).toHaveCSS('height', '44px', { timeout: PATIENCE });
      await edit(copy, 'renderer/app/toolbar/toolbar.tsx', '{name}</h1>', 'Saved: {name}</h1>');
      const heading = page.getByRole('heading', { level: 1, name: /^Saved: / });
      await expect(heading).toBeAttached({ timeout: PATIENCE });
      await expect(page.locator('body[data-mark]').getByRole('grid')).toBeVisible();

      // Saved twice: the page is on its way to the host of the first time when that would have to end.
      const { port } = new URL(page.url());
      await edit(copy, 'electron/system/version.ts', '= version', "= '9.9.8'");
      await moved(page, port);
      const { port: second } = new URL(page.url());
      await edit(copy, 'electron/system/version.ts', "'9.9.8'", "'9.9.9'");
      await moved(page, second);
      await expect(page.getByRole('button', { name: 'Open the sample' })).toBeVisible({ timeout: PATIENCE });
    } finally {
      await dev.stop();
    }
  });
});

/** Waits until the page is at another host. */
async function moved(page: Page, port: string): Promise<void> {
  await page.waitForURL((url) => url.hostname === '127.0.0.1' && url.port !== port, {
    timeout: PATIENCE,
    waitUntil: 'commit',
  });
}

async function openSample(page: Page, launchFile: string): Promise<void> {
  await page.goto(pathToFileURL(launchFile).href);
  await page.getByRole('button', { name: 'Open the sample' }).click({ timeout: PATIENCE });
  await expect(page.getByRole('grid')).toBeVisible({ timeout: PATIENCE });
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
  await expect.poll(() => said, { timeout: PATIENCE }).toContain('Rollcall is open');
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
