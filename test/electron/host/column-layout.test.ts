import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LAYOUT, type GridLayout, hideColumns } from '../../../shared/roster/grid-layout.ts';
import { createLayoutStore } from '../../../electron/host/column-layout.ts';
import { success } from '../../../shared/failures/result.ts';
import { temporaryFolder } from './temporary.ts';
import { testHost } from './test-host.ts';

const HIDDEN = hideColumns(DEFAULT_LAYOUT, ['homeTown'], true);

const found = (value: GridLayout | null, setAside = false) => success({ value, setAside });

describe('the kept layout', () => {
  it('is there again at the next start, for its owner alone', async () => {
    const folder = join(await temporaryFolder(), 'user-data');
    expect(await createLayoutStore(folder).read()).toEqual(found(null));
    expect((await createLayoutStore(folder).write(HIDDEN)).ok).toBe(true);
    expect(await createLayoutStore(folder).read()).toEqual(found(HIDDEN));
    const { mode } = await stat(join(folder, 'column-layout.json'));
    expect(mode & 0o077).toBe(0);
  });

  it('keeps the last of several writes', async () => {
    const kept = createLayoutStore(await temporaryFolder());
    const names = ['role', 'email', 'groups'];
    await Promise.all(names.map((name) => kept.write(hideColumns(DEFAULT_LAYOUT, [name], true))));
    expect(await kept.read()).toMatchObject(success({ value: { hidden: ['groups'] } }));
  });

  it.each(['', '{', '[]', '{"order":[1]}', '{"order":[],"hidden":[],"pinned":[],"widths":{"role":1e9}}'])(
    'sets aside what it cannot understand: %j',
    async (text) => {
      const folder = await temporaryFolder();
      const path = join(folder, 'column-layout.json');
      await writeFile(path, text);
      const kept = createLayoutStore(folder);
      expect(await kept.read()).toEqual(found(null, true));
      expect(await readFile(`${path}.unreadable`, 'utf8')).toBe(text);
      await kept.write(HIDDEN);
      expect(await kept.read()).toEqual(found(HIDDEN));
      await writeFile(path, 'damaged again');
      expect(await kept.read()).toEqual(found(null, true));
      expect(await readFile(`${path}.unreadable`, 'utf8')).toBe(text);
      expect(await readFile(`${path}.unreadable-2`, 'utf8')).toBe('damaged again');
    },
  );

  it('security 35: of an older Rollcall, without a version, is read', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'column-layout.json'), JSON.stringify(HIDDEN));
    expect(await createLayoutStore(folder).read()).toEqual(found(HIDDEN));
  });

  it('is a failure, not an exception, where it cannot be written', async () => {
    const file = join(await temporaryFolder(), 'a file');
    await writeFile(file, '');
    expect(await createLayoutStore(file).write(HIDDEN)).toMatchObject({
      ok: false,
      failure: { code: 'write.failed' },
    });
  });

  it('goes over the border to the window and back', async () => {
    const { get } = await testHost();
    expect(await get('layout.read', {})).toEqual({ layout: null, setAside: false });
    await get('layout.write', { layout: HIDDEN });
    expect(await get('layout.read', {})).toEqual({ layout: HIDDEN, setAside: false });
  });
});
