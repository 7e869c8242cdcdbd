import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Simulator } from '../simulator/start-simulator.ts';
import { assertAccessible } from './harness/assert-accessible.ts';
import { isolatedEnvironment } from './harness/host.ts';
import type { Rollcall } from './harness/rollcall.ts';
import { expect, KEY, SECRET, test } from './harness/simulator.ts';
import {
  button,
  ELSEWHERE,
  expected,
  uploadElsewhere,
  connect,
  createdIn,
  openNewcomers,
  panel,
  plan,
} from './harness/upload-page.ts';

test('an upload waits for another run over its organization, and nothing of it is lost', async ({
  rollcall,
  page,
  simulator,
}) => {
  await openNewcomers(rollcall, 3);
  await connect(page, simulator);
  // What matters is in sight without scrolling, in the smallest window too.
  await page.setViewportSize({ width: 900, height: 600 });
  await plan(page, 3);
  await expect(panel(page).getByText(/^It takes .* at 900 requests a minute\.$/)).toBeInViewport({
    ratio: 1,
  });
  const letGo = await uploadElsewhere(rollcall, simulator);
  await button(page, /^Go on with 3 people/).click();
  await button(page, 'Create 3 people').click();
  await expect(panel(page).getByRole('alert')).toHaveText(ELSEWHERE);
  await expect(panel(page).getByRole('alert')).toBeInViewport({ ratio: 1 });
  await assertAccessible(page);
  expect(createdIn(simulator)).toEqual([]);
  await letGo();
  await button(page, 'Create 3 people').click();
  await expect(panel(page).getByRole('heading', { name: 'All done' })).toBeVisible({ timeout: 20_000 });
  expect(createdIn(simulator)).toEqual(expected(3));
});

test('security 34: the window and a command line, each a process, never upload to one organization at once', async ({
  rollcall,
  page,
  simulator,
}) => {
  test.setTimeout(90_000);
  await openNewcomers(rollcall, 40);
  const roster = await readFile(join(rollcall.folder, 'people.txt'));
  await writeFile(join(rollcall.folder, 'other.txt'), roster);
  await connect(page, simulator);
  await plan(page, 40);

  // The command line goes first, and the window waits for it.
  const first = commandLine(rollcall, simulator, '--rate', '60');
  await expect.poll(() => createdIn(simulator).length, { timeout: 30_000 }).toBeGreaterThan(0);
  await button(page, /^Go on with 40 people/).click();
  await button(page, 'Create 40 people').click();
  const alert = panel(page).getByRole('alert');
  await expect(alert).toHaveText(/^“other\.txt” is being uploaded to .+ on a command line on this computer/);
  first.child.kill('SIGKILL');
  await first.ended;
  const before = createdIn(simulator);

  // It is gone: the window goes on, and now the command line is refused.
  await button(page, 'Create 40 people').click();
  await expect.poll(() => createdIn(simulator).length, { timeout: 30_000 }).toBeGreaterThan(before.length);
  const second = commandLine(rollcall, simulator, '--resume');
  expect(await second.ended, second.said()).toBe(2);
  expect(second.said()).toMatch(
    /^“people\.txt” is being uploaded to .+ in a window of Rollcall on this computer, since /,
  );
  await expect(panel(page).getByRole('heading', { name: 'All done' })).toBeVisible({ timeout: 60_000 });

  // What the command line had begun is found to be there, and nobody is there twice.
  const third = commandLine(rollcall, simulator, '--resume');
  expect(await third.ended, third.said()).toBe(0);
  expect(createdIn(simulator)).toEqual(expected(40));
});

/** Uploads `other.txt` by the real command line of the same user. */
function commandLine({ folder, userData }: Rollcall, { url }: Simulator, ...more: string[]) {
  const program = fileURLToPath(new URL('../../out/main/rollcall.js', import.meta.url));
  const args = ['upload', 'other.txt', '--yes', '--base-url', url, '--settle', '1', ...more];
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder,
    env: { ...isolatedEnvironment(userData), ROLLCALL_API_KEY: KEY, ROLLCALL_API_SECRET: SECRET },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  return { child, said: () => said, ended: once(child, 'close').then(() => child.exitCode) };
}
