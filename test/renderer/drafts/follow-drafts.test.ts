import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { followDrafts, giveUpDraft } from '../../../renderer/drafts/follow-drafts.ts';
import { openDraft } from '../../../renderer/drafts/open-draft.ts';
import { edit, redoStep, undoStep } from '../../../renderer/session/edit-roster.ts';
import { newRoster } from '../../../renderer/session/open-roster.ts';
import { createSession, type Session } from '../../../renderer/session/session.ts';
import { isUnsaved } from '../../../renderer/session/state.ts';
import { AT } from '../../../shared/columns/catalogue.ts';
import type { KeptDraft } from '../../../shared/contract/draft-calls.ts';
import { failed } from '../../../shared/failures.ts';
import { failure } from '../../../shared/result.ts';
import { cellsChange, type Change } from '../../../shared/roster/change.ts';
import { cellAt, type Roster } from '../../../shared/roster/roster.ts';
import { createHostHere } from '../../electron/drafts/create-host-here.ts';
import { temporaryFolder } from '../../electron/ipc/temporary.ts';
import { parseAnswer } from '../../../renderer/host-answer.ts';
import { documentOf, openRows } from '../test-session.ts';

const HEADER = 'First Name\tLast Name\tEmail Address\tTemporary Password\tDesk';
const lines = (people: number, password = ''): string[] => [
  HEADER,
  ...Array.from(
    { length: people },
    (_, at) => `Person\tNumber ${at}\tp${at}@acme.example\t${password}\t${at}`,
  ),
];

/** A window with a real host in a folder; `full` has every call that writes a draft fail from then on. */
function windowIn(userData: string) {
  const host = createHostHere(userData);
  const disk = { isFull: false };
  const calls = { begun: 0, ended: 0 };
  const session = createSession(
    {
      call: async (channel, request) => {
        calls.begun += 1;
        const answer =
          disk.isFull && /^draft\.(begin|add|saved)$/.test(channel)
            ? failure(failed('draft.notKept', { reason: 'the disk is full' }))
            : parseAnswer(channel, await host.answer(channel, request));
        calls.ended += 1;
        return answer;
      },
      onEvent: () => () => undefined,
      fileFromDrop: () => Promise.resolve(failure(failed('call.unavailable', { what: 'Dropping' }))),
    },
    { version: '0', platform: 'linux', chooser: 'page', opening: null },
  );
  const unfollow = followDrafts(session);
  onTestFinished(async () => {
    unfollow();
    await host.end();
  });
  return { session, host, disk, calls };
}

async function listed(session: Session): Promise<readonly KeptDraft[]> {
  const answer = await session.host.call('draft.list', {});
  return answer.ok ? answer.value.drafts : [];
}

/** Ends a window as its host's end does, when all that it was told has been written, and opens what was left in another. */
async function openAgain(userData: string, window: ReturnType<typeof windowIn>) {
  await settled(window);
  await window.host.end();
  const next = windowIn(userData);
  const [kept] = await listed(next.session);
  if (kept === undefined) throw new Error('Nothing was kept');
  await openDraft(next.session, kept);
  return { ...next, kept };
}

/** Waits until nothing is handed over any more: no call is under way, and none has begun for a while. */
async function settled({ calls }: Pick<ReturnType<typeof windowIn>, 'calls'>): Promise<void> {
  let begun = -1;
  while (begun !== calls.begun || calls.ended !== calls.begun) {
    begun = calls.begun;
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}

function setAll({ rows }: Roster, position: number, to: string, some = rows): Change {
  return cellsChange(some.map((row) => ({ row: row.id, position, from: cellAt(row, position), to })));
}

function type(session: Session, at: number, to: string, position = AT.homeTown): void {
  const { roster } = documentOf(session);
  edit(session, `To ${to}`, setAll(roster, position, to, roster.rows.slice(at, at + 1)));
}

async function idle(session: Session): Promise<void> {
  const { store } = session;
  await vi.waitFor(
    () => {
      expect([store.getState().task, store.getState().document?.held]).toEqual([null, null]);
    },
    { timeout: 20_000, interval: 5 },
  );
}

function seen(session: Session): unknown {
  const { roster, history, savedStep, name, delimiter, sourceColumns } = documentOf(session);
  return {
    rows: roster.rows.map(({ id, cells }) => [id, cells]),
    columns: roster.columns,
    labels: [history.done, history.undone].map((steps) => steps.map(({ label }) => label)),
    saved: savedStep?.label,
    ...{ name, delimiter, sourceColumns },
  };
}

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
