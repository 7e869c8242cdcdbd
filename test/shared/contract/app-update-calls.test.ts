import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AppUpdateEvent,
  type AppUpdateState,
  appUpdateState,
  nextState,
} from '../../../shared/contract/app-update-calls.ts';
import { failed } from '../../../shared/failures/failures.ts';

const failure = failed('appUpdate.unreachable', {});
const STATES: Readonly<Record<AppUpdateState['kind'], AppUpdateState>> = {
  off: { kind: 'off' },
  idle: { kind: 'idle' },
  looking: { kind: 'looking' },
  newest: { kind: 'newest' },
  available: { kind: 'available', version: '0.2.0' },
  downloading: { kind: 'downloading', version: '0.2.0', percent: 40 },
  ready: { kind: 'ready', version: '0.2.0' },
  failed: { kind: 'failed', failure, version: '0.2.0' },
};
const EVENTS: Readonly<Record<AppUpdateEvent['kind'], AppUpdateEvent>> = {
  look: { kind: 'look' },
  none: { kind: 'none' },
  download: { kind: 'download' },
  stopped: { kind: 'stopped' },
  downloaded: { kind: 'downloaded' },
  found: { kind: 'found', version: '0.3.0' },
  progress: { kind: 'progress', percent: 55.9 },
  failed: { kind: 'failed', failure },
};

/** Where each event leads from each state; where nothing stands, nothing changes. */
const LEADS: Record<keyof typeof STATES, Partial<Record<keyof typeof EVENTS, keyof typeof STATES>>> = {
  off: {},
  idle: { look: 'looking', found: 'available' },
  looking: { none: 'newest', found: 'available', failed: 'failed' },
  newest: { look: 'looking', found: 'available' },
  available: { look: 'looking', none: 'idle', found: 'available', download: 'downloading' },
  downloading: { progress: 'downloading', stopped: 'available', downloaded: 'ready', failed: 'failed' },
  ready: { failed: 'failed' },
  failed: { look: 'looking', found: 'available', download: 'downloading' },
};

describe('the state of an update', () => {
  const pairs = Object.values(STATES).flatMap((state) =>
    Object.values(EVENTS).map((event) => ({ state, event })),
  );
  it.each(pairs)('$state.kind, $event.kind', ({ state, event }) => {
    const after = nextState(state, event);
    const led = LEADS[state.kind][event.kind];
    expect(after.kind).toBe(led ?? state.kind);
    if (led === undefined) expect(after).toBe(state);
    expect(appUpdateState.parse(after)).toEqual(after);
  });

  it('keeps the version from finding it to installing it, and takes a newer one until it is wanted', () => {
    const found = nextState(STATES.available, EVENTS.found);
    expect(found).toEqual({ kind: 'available', version: '0.3.0' });
    const begun = nextState(found, EVENTS.download);
    expect(begun).toEqual({ kind: 'downloading', version: '0.3.0', percent: 0 });
    expect(nextState(begun, EVENTS.failed)).toEqual({ kind: 'failed', failure, version: '0.3.0' });
    expect(nextState(nextState(begun, EVENTS.downloaded), { kind: 'found', version: '0.4.0' })).toEqual({
      kind: 'ready',
      version: '0.3.0',
    });
  });

  it('has nothing to download again where looking failed', () => {
    const after = nextState(STATES.looking, EVENTS.failed);
    expect(nextState(after, EVENTS.download)).toBe(after);
  });

  it('never goes back in a download, nor past its end', () => {
    const percents = fc.array(fc.double({ min: -10, max: 1000, noNaN: true }), { maxLength: 20 });
    fc.assert(
      fc.property(percents, (told) => {
        let shown = 0;
        let state: AppUpdateState = { kind: 'downloading', version: '0.2.0', percent: 0 };
        for (const percent of told) {
          state = nextState(state, { kind: 'progress', percent });
          if (state.kind !== 'downloading') throw new Error(state.kind);
          expect(state.percent).toBeGreaterThanOrEqual(shown);
          shown = appUpdateState.parse(state).kind === 'downloading' ? state.percent : -1;
        }
      }),
    );
  });

  it('security 30: is never ready unless the user had it downloaded, whatever happens in whatever order', () => {
    const events = fc.array(fc.constantFrom(...Object.values(EVENTS)), { maxLength: 40 });
    fc.assert(
      fc.property(events, (happened) => {
        let state: AppUpdateState = STATES.idle;
        let asked = false;
        for (const event of happened) {
          if (event.kind === 'download') asked = true;
          state = nextState(state, event);
          if (state.kind === 'ready' || state.kind === 'downloading') expect(asked).toBe(true);
        }
      }),
    );
  });
});
