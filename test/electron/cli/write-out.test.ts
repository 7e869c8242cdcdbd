import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { writeOut } from '../../../electron/cli/write-out.ts';
import { OpenFiles } from '../../../electron/files/open-files.ts';
import { temporaryFolder } from '../host/temporary.ts';

it('security 5: the command line writes no file that is open in a window, until it is closed there', async () => {
  const folder = await temporaryFolder();
  vi.stubEnv('ROLLCALL_USER_DATA', join(folder, 'data'));
  onTestFinished(() => void vi.unstubAllEnvs());
  const path = join(folder, 'June.txt');
  await writeFile(path, 'theirs');
  const claimed = await new OpenFiles(join(folder, 'data')).claim(path);
  if (!claimed.ok) throw new Error('not claimed');
  expect(await writeOut(path, 'unicode-text', 'mine')).toMatchObject({
    failure: { code: 'file.openElsewhere' },
  });
  expect(await readFile(path, 'utf8')).toBe('theirs');
  expect(await writeOut(join(folder, 'July.txt'), 'unicode-text', 'mine')).toMatchObject({ ok: true });
  await claimed.value.release();
  expect(await writeOut(path, 'unicode-text', 'mine')).toMatchObject({ ok: true });
});
