import { z } from 'zod';
import { failureSchema } from '../failures/failures.ts';
import { APP_CALLS, SUPPORT_CALLS } from './app-calls.ts';
import { APP_UPDATE_CALLS, appUpdateState } from './app-update-calls.ts';
import { fileRef } from './call.ts';
import { DRAFT_CALLS } from './draft-calls.ts';
import { FILE_CALLS } from './file-calls.ts';
import { ORGANIZATION_CALLS } from './organization-calls.ts';
import { UPLOAD_CALLS } from './upload-calls.ts';

/**
 * Every call between the window and its host, declared once: what the window sends and what the host answers when all
 * goes well. Preload, handlers, the web host and the window's types are derived from it. Text crosses this border in
 * slices of `TEXT_SLICE`, rows never do.
 */
export const CONTRACT = {
  ...APP_CALLS,
  ...FILE_CALLS,
  ...ORGANIZATION_CALLS,
  ...UPLOAD_CALLS,
  ...SUPPORT_CALLS,
  ...DRAFT_CALLS,
  ...APP_UPDATE_CALLS,
} as const;

/** The name of a call. */
export type CallName = keyof typeof CONTRACT;
export type Request<C extends CallName> = z.infer<(typeof CONTRACT)[C]['request']>;
export type Reply<C extends CallName> = z.infer<(typeof CONTRACT)[C]['reply']>;

/** What comes back over the border: the reply, or a failure as a value. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the inferred schema depends on it
export function answerSchema<C extends CallName>(name: C) {
  return z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value: CONTRACT[name].reply }),
    z.strictObject({ ok: z.literal(false), failure: failureSchema }),
  ]);
}

/** What the host tells the window unasked. */
export const hostEvent = z.discriminatedUnion('kind', [
  /** A command of the application menu, by the id under which the window has shown it. */
  z.strictObject({ kind: z.literal('command'), command: z.string() }),
  /** The system asks to open a file: double click, drop on the icon, a second start. */
  z.strictObject({ kind: z.literal('openFile'), file: fileRef }),
  /** The user wants to close the window while work is unsaved. */
  z.strictObject({ kind: z.literal('closeRequested') }),
  /** The computer shuts down or the user logs off: there is a moment left to hand over what was changed, none to ask. */
  z.strictObject({ kind: z.literal('sessionEnding') }),
  /** The computer has woken up, and an upload that paused for its sleep goes on. */
  z.strictObject({ kind: z.literal('uploadWoken') }),
  /** What is known of a newer Rollcall has changed. */
  z.strictObject({ kind: z.literal('appUpdate'), state: appUpdateState }),
]);
export type HostEvent = z.infer<typeof hostEvent>;

/**
 * What the desktop app's preload lays into the window as `window.rollcall`: the contract's calls, the host's events
 * and dropped files, nothing else. `Dropped` is the platform's type of a file; answers are parsed by who asked.
 */
export interface Bridge<Dropped> {
  readonly calls: { readonly [C in CallName]: (request: Request<C>) => Promise<unknown> };
  /** Listens until the returned function is called. */
  onEvent(listener: (event: unknown) => void): () => void;
  fileFromDrop(file: Dropped): Promise<unknown>;
}
