import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { giveUpDraft } from '../../../renderer/drafts/follow-drafts.ts';
import { edit, redoStep, undoStep } from '../../../renderer/app/session/edit-roster.ts';
import { newRoster } from '../../../renderer/app/session/open-roster.ts';
import { isUnsaved } from '../../../renderer/app/session/document.ts';
import { AT } from '../../../shared/person/catalogue.ts';
import { temporaryFolder } from '../../electron/host/temporary.ts';
import { documentOf, openRows } from '../test-session.ts';
import { idle, lines, listed, openAgain, seen, setAll, settled, type, windowIn } from './window-here.ts';

describe('an open roster’s draft', () => {
  it('begins with the first change, and is gone when the roster is', async () => {
    const { session, calls } = windowIn(await temporaryFolder());
    const call = vi.spyOn(session.host, 'call');
    await openRows(session, lines(3));
    await settled({ calls });
    expect(call).not.toHaveBeenCalled();
    type(session, 1, 'Cork');
    newRoster(session);
    await settled({ calls });
    expect(await listed(session)).toEqual([]);
    type(session, 0, 'Nowhere');
    expect(documentOf(session).history.done).toEqual([]);
  });

  it('opens as the roster was, with its history, and goes on', async () => {
    const userData = await temporaryFolder();
    const first = windowIn(userData);
    await openRows(first.session, lines(5));
    type(first.session, 1, 'Cork');
    type(first.session, 2, 'Galway');
    undoStep(first.session);
    type(first.session, 3, 'Sligo');
    undoStep(first.session);
    undoStep(first.session);
    redoStep(first.session);
    const before = seen(first.session);
    const second = await openAgain(userData, first);
    expect(seen(second.session)).toEqual(before);
    expect(second.kept.changes).toBe(1);
    undoStep(second.session);
    expect(isUnsaved(documentOf(second.session))).toBe(false);
    redoStep(second.session);
    redoStep(second.session);
    const after = seen(second.session);
    const third = await openAgain(userData, second);
    expect(seen(third.session)).toEqual(after);
    expect(third.session.store.getState().done?.sentence).toBe('Back as it was: 2 changes not saved.');
    await giveUpDraft(third.session);
    await third.host.end();
    expect(await listed(windowIn(userData).session)).toEqual([]);
  });

  it('security 3: hands over at once what came while the disk was busy, so that it never falls behind', async () => {
    const userData = await temporaryFolder();
    const first = windowIn(userData);
    await openRows(first.session, lines(5));
    const call = vi.spyOn(first.session.host, 'call');
    for (let nth = 0; nth < 60; nth += 1) {
      if (nth % 4 === 3) undoStep(first.session);
      else type(first.session, nth % 5, `Town ${nth}`);
    }
    await settled(first);
    const writes = call.mock.calls.filter(([channel]) => channel === 'draft.add');
    expect(writes.length).toBeLessThan(6);
    const before = seen(first.session);
    const second = await openAgain(userData, first);
    expect(seen(second.session)).toEqual(before);
  });

  it('holds the rows as they were when it began, whatever changes while they are handed over', async () => {
    const userData = await temporaryFolder();
    const first = windowIn(userData);
    await openRows(first.session, lines(6000));
    const { roster } = documentOf(first.session);
    const [position, last] = [AT.firstName, roster.rows.length - 1];
    type(first.session, last, 'First');
    // The rows are handed over meanwhile.
    for (let round = 0; round < 30; round += 1) {
      type(first.session, last - round, `Round ${round}`);
      const gone = roster.rows[last - 40 - round];
      if (gone)
        edit(first.session, 'Delete', {
          ...{ cells: [], inserted: [] },
          removed: [{ row: gone.id, index: gone.index, cells: [...gone.cells] }],
        });
      if (round % 7 === 3) undoStep(first.session);
      if (round === 10) {
        edit(first.session, 'All', setAll(roster, position, 'Everybody'));
        await idle(first.session);
      }
      await new Promise((resolve) => setTimeout(resolve, round % 3));
    }
    const before = seen(first.session);
    const second = await openAgain(userData, first);
    expect(seen(second.session)).toEqual(before);
    while (documentOf(second.session).history.done.length > 0) {
      undoStep(second.session);
      await idle(second.session);
      undoStep(first.session);
      await idle(first.session);
    }
    expect(documentOf(second.session).roster.rows.map(({ cells }) => cells)).toEqual(
      documentOf(first.session).roster.rows.map(({ cells }) => cells),
    );
  }, 60_000);

  it('security 18: says that passwords were not kept, and saves to another place', async () => {
    const userData = await temporaryFolder();
    const first = windowIn(userData);
    await openRows(first.session, lines(3, 'canary-4711'));
    type(first.session, 1, 'canary-4712', AT.temporaryPassword);
    type(first.session, 1, 'Cork');
    const second = await openAgain(userData, first);
    const { roster, file } = documentOf(second.session);
    expect(roster.rows.map(({ cells }) => [cells[AT.temporaryPassword], cells[AT.homeTown]])).toEqual([
      ['', ''],
      ['', 'Cork'],
      ['', ''],
    ]);
    expect(file).toBeNull();
    expect(second.session.store.getState().dialog).toMatchObject({
      title: '“people.txt” is back without passwords',
      failure: { code: 'draft.blanked' },
    });
  });

  it('security 18: holds no text of a column whose header speaks of passwords, whoever knows it', async () => {
    const userData = await temporaryFolder();
    const first = windowIn(userData);
    await openRows(first.session, [
      'First Name\tEmail Address\tAltes Passwort (VPN)',
      'Ana\ta@acme.example\tcanary-4711',
    ]);
    const carried = documentOf(first.session).roster.columns.carried[0]?.position ?? 0;
    type(first.session, 0, 'Cork');
    edit(first.session, 'A password', setAll(documentOf(first.session).roster, carried, 'canary-4712'));
    const second = await openAgain(userData, first);
    const { roster } = documentOf(second.session);
    expect(roster.rows.map(({ cells }) => [cells[AT.homeTown], cells[carried]])).toEqual([['Cork', '']]);
    expect(second.session.store.getState().dialog).toMatchObject({ failure: { code: 'draft.blanked' } });
    await settled(second);
    const folder = join(userData, 'drafts');
    for (const name of await readdir(folder))
      expect(await readFile(join(folder, name), 'utf8')).not.toContain('canary');
  });

  it('security 4: is for what the roster was for', async () => {
    const userData = await temporaryFolder();
    const first = windowIn(userData);
    await openRows(first.session, lines(3));
    first.session.store.setState({ mode: 'update' });
    type(first.session, 1, 'Cork');
    const second = await openAgain(userData, first);
    expect(second.session.store.getState().mode).toBe('update');
    second.session.store.setState({ mode: 'create' });
    const third = await openAgain(userData, second);
    expect(third.session.store.getState().mode).toBe('create');
  });

  it('that cannot be written is said once, and the roster goes on', async () => {
    const { session, disk, calls } = windowIn(await temporaryFolder());
    await openRows(session, lines(3));
    type(session, 0, 'Cork');
    await settled({ calls });
    disk.isFull = true;
    type(session, 1, 'Galway');
    await settled({ calls });
    expect(session.store.getState().done?.sentence).toMatch(/the disk is full.*Save the roster soon\./);
    session.store.setState({ done: null });
    type(session, 2, 'Sligo');
    await settled({ calls });
    expect(session.store.getState().done).toBeNull();
    expect(documentOf(session).history.done).toHaveLength(3);
  });
});
