import { z } from 'zod';
import { type Failure, failureSchema } from '../failures/failures.ts';
import { assertNever } from '../failures/result.ts';
import { call, nothing } from './call.ts';

const version = z.string().max(40);

/** What is known of a newer Rollcall, as the window shows it. */
export const appUpdateState = z.discriminatedUnion('kind', [
  /** There is no channel to look at, or none that may be used. */
  z.strictObject({ kind: z.literal('off') }),
  z.strictObject({ kind: z.literal('idle') }),
  /** The user asked, and the answer is not there yet. */
  z.strictObject({ kind: z.literal('looking') }),
  /** The user asked, and there is none. */
  z.strictObject({ kind: z.literal('newest') }),
  z.strictObject({ kind: z.literal('available'), version }),
  z.strictObject({ kind: z.literal('downloading'), version, percent: z.number().int().min(0).max(100) }),
  /** It is installed when Rollcall ends. */
  z.strictObject({ kind: z.literal('ready'), version }),
  /** `version` is the one that could not be had; null where looking for one failed. */
  z.strictObject({ kind: z.literal('failed'), failure: failureSchema, version: version.nullable() }),
]);
export type AppUpdateState = z.infer<typeof appUpdateState>;

/** What happens to an update: `look`, `download` are the user's, the rest is what came of it. */
export type AppUpdateEvent =
  | { readonly kind: 'look' | 'none' | 'download' | 'stopped' | 'downloaded' }
  | { readonly kind: 'found'; readonly version: string }
  | { readonly kind: 'progress'; readonly percent: number }
  | { readonly kind: 'failed'; readonly failure: Failure };

/**
 * The state after an event. What does not fit the state changes nothing: looking unasked, which may fail or find
 * nothing at any time, never takes anything from the user's eyes nor puts a failure there.
 */
export function nextState(state: AppUpdateState, event: AppUpdateEvent): AppUpdateState {
  switch (event.kind) {
    case 'look':
      return isAtRest(state) ? { kind: 'looking' } : state;
    case 'found':
      return isAtRest(state) || state.kind === 'looking'
        ? { kind: 'available', version: event.version }
        : state;
    case 'none':
      return afterNone(state);
    case 'download':
      return afterDownload(state);
    case 'progress':
      return state.kind === 'downloading'
        ? { ...state, percent: furthest(state.percent, event.percent) }
        : state;
    case 'stopped':
      return state.kind === 'downloading' ? { kind: 'available', version: state.version } : state;
    case 'downloaded':
      return state.kind === 'downloading' ? { kind: 'ready', version: state.version } : state;
    case 'failed':
      return afterFailure(state, event.failure);
    default:
      return assertNever(event);
  }
}

function isAtRest({ kind }: AppUpdateState): boolean {
  return kind === 'idle' || kind === 'newest' || kind === 'available' || kind === 'failed';
}

/** A version that was offered and is not there any more is offered no longer. */
function afterNone(state: AppUpdateState): AppUpdateState {
  if (state.kind === 'looking') return { kind: 'newest' };
  return state.kind === 'available' ? { kind: 'idle' } : state;
}

function afterDownload(state: AppUpdateState): AppUpdateState {
  const version = state.kind === 'available' || state.kind === 'failed' ? state.version : null;
  return version === null ? state : { kind: 'downloading', version, percent: 0 };
}

function afterFailure(state: AppUpdateState, failure: Failure): AppUpdateState {
  if (state.kind === 'looking') return { kind: 'failed', failure, version: null };
  const isUnderWay = state.kind === 'downloading' || state.kind === 'ready';
  return isUnderWay ? { kind: 'failed', failure, version: state.version } : state;
}

function furthest(one: number, other: number): number {
  return Math.max(one, Math.min(100, Math.floor(other)));
}

/** The calls about a newer Rollcall. What comes of them is told by the event `appUpdate`. */
export const APP_UPDATE_CALLS = {
  'appUpdate.read': call(nothing, z.strictObject({ state: appUpdateState })),
  'appUpdate.look': call(nothing, nothing),
  /** Downloads what was found; from then on it is installed when Rollcall ends. */
  'appUpdate.download': call(nothing, nothing),
  /** Stops the download; nothing of it is installed. */
  'appUpdate.stop': call(nothing, nothing),
  /** Closes the window without another question, installs what is ready, and starts again. */
  'appUpdate.restart': call(nothing, nothing),
} as const;
