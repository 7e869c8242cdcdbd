import { expect, it } from 'vitest';
import type { AppUpdating } from '../../../electron/host/app-handlers.ts';
import type { AppUpdateState } from '../../../shared/contract/app-update-calls.ts';
import { testHost } from './test-host.ts';

const ACTIONS = ['appUpdate.look', 'appUpdate.download', 'appUpdate.stop', 'appUpdate.restart'] as const;

/** Updates in a state, and what they are asked for. */
function updatesIn(state: AppUpdateState) {
  const done: string[] = [];
  const updates: AppUpdating = {
    state,
    // As long as the network takes.
    look: (asked) => new Promise(() => done.push(`look ${asked}`)),
    download: () => new Promise(() => done.push('download')),
    stop: () => void done.push('stop'),
    restart: () => void done.push('restart'),
  };
  return { updates, done };
}

it('security 30: says that they are off where there is no channel, and does nothing', async () => {
  const { ask, get, done } = await testHost();
  expect(await get('appUpdate.read', {})).toEqual({ state: { kind: 'off' } });
  for (const action of ACTIONS)
    expect(await ask(action, {})).toMatchObject({ ok: false, failure: { code: 'call.unavailable' } });
  expect(done).toEqual([]);
});

it('answers at once, and closes the window before it restarts', async () => {
  const { updates, done } = updatesIn({ kind: 'ready', version: '0.2.0' });
  const closeWindow = () => void done.push('close');
  const { get } = await testHost({ closeWindow }, { appUpdates: updates });
  expect(await get('appUpdate.read', {})).toEqual({ state: { kind: 'ready', version: '0.2.0' } });
  for (const action of ACTIONS) await get(action, {});
  expect(done).toEqual(['look true', 'download', 'stop', 'close', 'restart']);
});

it('closes no window to restart with nothing that is ready', async () => {
  const { updates, done } = updatesIn({ kind: 'available', version: '0.2.0' });
  const { get } = await testHost({ closeWindow: () => void done.push('close') }, { appUpdates: updates });
  await get('appUpdate.restart', {});
  expect(done).toEqual([]);
});
