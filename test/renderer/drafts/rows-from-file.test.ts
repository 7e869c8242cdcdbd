import { appendFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { redoStep, undoStep } from '../../../renderer/app/session/edit-roster.ts';
import { AT } from '../../../shared/person/catalogue.ts';
import { temporaryFolder } from '../../electron/host/temporary.ts';
import { documentOf } from '../test-session.ts';
import { lines, listed, openAgain, openAt, seen, settled, stuck, type, windowIn } from './window-here.ts';

/** More than two batches of rows. */
const PEOPLE = 6000;

/** Changes a roster of a file while no more than so many batches of its rows are handed over. */
async function changeEarly(rowBatches: number, password = '') {
  const userData = await temporaryFolder();
  const path = join(userData, 'people.txt');
  await writeFile(path, lines(PEOPLE, password).join('\n'));
  const window = windowIn(userData);
  await openAt(window, path);
  window.disk.rowBatches = rowBatches;
  type(window.session, 7, 'Galway');
  type(window.session, PEOPLE - 1, 'Sligo');
  type(window.session, 8, 'Cork');
  undoStep(window.session);
  await stuck(window);
  return { userData, path, window };
}

describe('a draft whose rows were not handed over yet', () => {
  it.each([1, 2])(
    'security 3: holds all that was done, and opens with the rows of the file; from then on without it (%d)',
    async (rowBatches) => {
      const { userData, path, window } = await changeEarly(rowBatches);
      const before = seen(window.session);
      const second = await openAgain(userData, window);
      expect(second.kept.changes).toBe(2);
      expect(seen(second.session)).toEqual(before);
      redoStep(second.session);
      const after = seen(second.session);
      await settled(second);
      await rm(path);
      const third = await openAgain(userData, second);
      expect(seen(third.session)).toEqual(after);
      for (let steps = 0; steps < 3; steps += 1) undoStep(third.session);
      const towns = documentOf(third.session).roster.rows.map(({ cells }) => cells[AT.homeTown] ?? '');
      expect(new Set(towns)).toEqual(new Set(['']));
    },
  );

  it('security 3: holds the first change at once', async () => {
    const { userData, window } = await changeEarly(0);
    const second = await openAgain(userData, window);
    expect(second.kept.changes).toBe(1);
    expect(documentOf(second.session).roster.rows[7]?.cells[AT.homeTown]).toBe('Galway');
    expect(documentOf(second.session).roster.rows).toHaveLength(PEOPLE);
  });

  it('security 5: is left as it is where the file is another by now, which is said', async () => {
    const { userData, path, window } = await changeEarly(1);
    await appendFile(path, '\nOne\tMore\tm@acme.example');
    const second = await openAgain(userData, window);
    expect(second.session.store.getState()).toMatchObject({
      document: null,
      dialog: { failure: { code: 'draft.withoutRows' } },
    });
    expect((await listed(second.session)).map(({ id }) => id)).toEqual([second.kept.id]);
  });

  it('security 18: comes back without passwords as well, which the file holds', async () => {
    const { userData, window } = await changeEarly(1, 'canary-4711');
    const second = await openAgain(userData, window);
    const { roster, file } = documentOf(second.session);
    expect(new Set(roster.rows.map(({ cells }) => cells[AT.temporaryPassword]))).toEqual(new Set(['']));
    expect(file).toBeNull();
    expect(second.session.store.getState().dialog).toMatchObject({ failure: { code: 'draft.blanked' } });
  });
});
