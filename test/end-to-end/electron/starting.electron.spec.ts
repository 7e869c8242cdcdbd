import { dirname } from 'node:path';
import { expect, test } from '../harness/electron.ts';

test('security 31: leaves the folder it was started in, after it has found the file there', async ({
  desktop,
}) => {
  await desktop.fixture('people.txt');
  const page = await desktop.start('people.txt', { from: desktop.folder });
  await expect(page).toHaveTitle('people.txt – Rollcall');
  const { current, program } = await desktop.app.evaluate(() => ({
    current: process.cwd(),
    program: process.execPath,
  }));
  expect(current).toBe(dirname(program));
  expect(current).not.toBe(desktop.folder);
});
