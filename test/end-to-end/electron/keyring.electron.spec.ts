import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mergeTests, type Page } from 'playwright/test';
import { type Desktop, expect, test as electronTest } from '../harness/electron.ts';
import { type Keyring, openKeyring, whyNoKeyring } from '../harness/keyring.ts';
import { KEY, SECRET, test as simulatorTest } from '../harness/simulator.ts';
import { connect, fromMenu, organization } from '../harness/upload-page.ts';

const test = mergeTests(electronTest, simulatorTest).extend<{ keyring: Keyring }>({
  keyring: async ({ desktop }, use) => {
    const missing = whyNoKeyring();
    if (missing !== null) test.skip(true, missing);
    const keyring = await openKeyring(desktop.userData);
    await use(keyring);
    await keyring.end();
  },
});
const testServers = { arguments: ['--allow-test-server'] };

/** What the organization that was added says of its key. */
async function keyOf(page: Page) {
  await fromMenu(page, 'Organization details…');
  return organization(page);
}

/** All that the app has on disk, as one text. */
async function onDisk({ userData }: Desktop): Promise<string> {
  const names = await readdir(join(userData, 'credentials')).catch(() => []);
  const texts = await Promise.all(
    names.map((name) => readFile(join(userData, 'credentials', name), 'latin1')),
  );
  return texts.join('\n');
}

test.describe('security 19: the key of an organization', () => {
  test('is in memory alone where the system has no keyring, and the window says so', async ({
    desktop,
    simulator,
  }) => {
    // A bus with nobody on it, whatever this machine has.
    const without = { environment: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' } };
    const page = await desktop.start(undefined, { ...testServers, ...without });
    await connect(page, simulator);
    const known = await keyOf(page);
    await expect(known).toContainText('kept in memory until Rollcall ends, and never on disk');
    expect(await onDisk(desktop)).toBe('');

    const again = await desktop.start(undefined, { ...testServers, ...without });
    await expect((await keyOf(again)).getByLabel('API key')).toBeVisible();
  });

  test('is kept by the system’s keyring from start to start, encrypted', async ({
    desktop,
    simulator,
    keyring,
  }) => {
    const how = { ...testServers, environment: keyring.environment };
    await connect(await desktop.start(undefined, how), simulator);
    const written = await onDisk(desktop);
    expect(written).toContain('"blob"');
    for (const secret of [KEY, SECRET, btoa(KEY).slice(0, -4)]) expect(written).not.toContain(secret);

    const page = await desktop.start(undefined, how);
    await expect(await keyOf(page)).toContainText(`set, ends …${KEY.slice(-4)}`);
    await organization(page).getByRole('button', { name: 'Test connection' }).click();
    await expect(organization(page)).toContainText('accepts the key and the secret');
  });
});
