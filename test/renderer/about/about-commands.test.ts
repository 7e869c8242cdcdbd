import { expect, it, vi } from 'vitest';
import {
  askToRemoveData,
  followAppUpdate,
  lookForUpdate,
  removeData,
  updateLine,
} from '../../../renderer/about/about-commands.ts';
import { edit } from '../../../renderer/app/session/edit-roster.ts';
import { askToLeave } from '../../../renderer/app/window/ask-to-leave.ts';
import { keepAlive } from '../../../renderer/app/window/keep-alive.ts';
import { failed } from '../../../shared/failures/failures.ts';
import { success } from '../../../shared/failures/result.ts';
import { insertRows } from '../../../shared/roster/edits.ts';
import { documentOf, openRows, testSession } from '../test-session.ts';

it('says in a line what there is to say of an update unasked', () => {
  const failure = failed('host.gone', {});
  expect(updateLine({ kind: 'off' })).toBeNull();
  expect(updateLine({ kind: 'available', version: '2.0.0' })).toBe('Rollcall 2.0.0 is available');
  expect(updateLine({ kind: 'ready', version: '2.0.0' })).toBe('Rollcall 2.0.0 is ready');
  expect(updateLine({ kind: 'downloading', version: '2.0.0', percent: 7 })).toBe(
    'Downloading Rollcall 2.0.0: 7 %',
  );
  expect(updateLine({ kind: 'failed', version: null, failure })).toBeNull();
  expect(updateLine({ kind: 'failed', version: '2.0.0', failure })).toBe('Rollcall 2.0.0 was not installed');
});

it('takes up what the host knows of an update, and asks again when it is looked for', async () => {
  const { session, asked } = testSession({
    'appUpdate.read': () => success({ state: { kind: 'newest' } }),
  });
  followAppUpdate(session);
  await vi.waitFor(() => {
    expect(session.store.getState().appUpdate.kind).toBe('newest');
  });
  lookForUpdate(session);
  expect(session.store.getState().dialog).toEqual({ kind: 'appUpdate' });
  expect(asked.map(({ channel }) => channel)).toEqual(['appUpdate.read', 'appUpdate.look']);
  const silent = testSession().session;
  followAppUpdate(silent);
  await Promise.resolve();
  expect(silent.store.getState().appUpdate.kind).toBe('off');
});

async function unsavedSession(answers: Parameters<typeof testSession>[0] = {}) {
  const made = testSession(answers);
  await openRows(made.session, ['First Name', 'Ana']);
  edit(made.session, 'Insert', insertRows(documentOf(made.session).roster, 0, [[]]));
  return made;
}

it('leaves at once where nothing is lost, and asks otherwise', async () => {
  const { session, asked } = testSession();
  askToLeave(session, 'app.close');
  await vi.waitFor(() => {
    expect(asked.map(({ channel }) => channel)).toContain('app.close');
  });
  const unsaved = await unsavedSession();
  askToLeave(unsaved.session, 'appUpdate.restart');
  const { dialog } = unsaved.session.store.getState();
  expect([dialog?.kind, unsaved.asked]).toEqual(['unsaved', []]);
  if (dialog?.kind === 'unsaved') dialog.then();
  await vi.waitFor(() => {
    expect(unsaved.asked.map(({ channel }) => channel)).toContain('appUpdate.restart');
  });
});

it('closes the roster when what is kept here is removed, and says why it is not', async () => {
  const { session } = await unsavedSession({ 'support.removeData': () => success({}) });
  askToRemoveData(session);
  expect(session.store.getState().dialog?.kind).toBe('unsaved');
  session.store.setState({ organizationView: 'chosen', uploadShown: true });
  expect(await removeData(session)).toBeNull();
  expect(session.store.getState()).toMatchObject({
    document: null,
    selection: null,
    organizationView: null,
    uploadShown: false,
  });
  const refused = await unsavedSession();
  expect((await removeData(refused.session))?.code).toBe('call.unavailable');
  expect(refused.session.store.getState().document).not.toBeNull();
});

it('tells the host every twenty seconds that the window is there, until it is not', () => {
  vi.useFakeTimers();
  try {
    const { session, asked } = testSession();
    const stop = keepAlive(session);
    vi.advanceTimersByTime(19_999);
    expect(asked).toEqual([]);
    vi.advanceTimersByTime(20_001);
    expect(asked.map(({ channel }) => channel)).toEqual(['app.ping', 'app.ping']);
    stop();
    vi.advanceTimersByTime(60_000);
    expect(asked).toHaveLength(2);
  } finally {
    vi.useRealTimers();
  }
});
