import { join } from 'node:path';
import { answerSaveDialog, test } from '../harness/electron.ts';
import { mendAndExport } from '../harness/journey.ts';

test('opens a file of LibreOffice’s, mends it and exports what is right', async ({ desktop }) => {
  const page = await desktop.start(await desktop.fixture('people.txt'));
  await answerSaveDialog(desktop.app, join(desktop.folder, 'for agent connect.txt'));
  await mendAndExport(page, desktop.folder, () => Promise.resolve());
});
