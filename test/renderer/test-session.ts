import { vi } from 'vitest';
import type { CallName, Reply } from '../../shared/contract/contract.ts';
import type { FileRef } from '../../shared/contract/call.ts';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, type Result } from '../../shared/failures/result.ts';
import type { Verdict } from '../../shared/rules/verdict.ts';
import { openText } from '../../renderer/app/session/open-roster.ts';
import { COMMAND_TABLES } from '../../renderer/features.ts';
import { createSession, type Session } from '../../renderer/app/session/session.ts';
import type { Document } from '../../renderer/app/session/document.ts';

/** What a test answers in place of a host, by the call; undefined leaves it to the host. */
export type Answers = { readonly [C in CallName]?: (request: never) => Result<Reply<C>, Failure> };

/** A call that a test session's host was asked. */
export interface Asked {
  readonly channel: CallName;
  readonly request: unknown;
}

/** A session whose host answers what a test says, and `call.unavailable` to all else. */
export function testSession(answers: Answers = {}): { session: Session; asked: Asked[] } {
  const asked: Asked[] = [];
  const session = createSession(
    {
      call: (channel, request) => {
        asked.push({ channel, request });
        const answer: ((request: never) => Result<Reply<typeof channel>, Failure>) | undefined =
          answers[channel];
        // The test's answer is declared for this channel's request; a table of functions hides the pairing.
        return Promise.resolve(
          answer === undefined
            ? failure(failed('call.unavailable', { what: channel }))
            : answer(request as never),
        );
      },
      onEvent: () => () => undefined,
      fileFromDrop: () => Promise.resolve(failure(failed('call.unavailable', { what: 'Dropping' }))),
    },
    { version: '0', platform: 'linux', chooser: 'page', opening: null, uploadRate: 60 },
    COMMAND_TABLES,
  );
  return { session, asked };
}

/** A file as a host would name it. */
export function testFile(name: string, folder = '~/rosters'): FileRef {
  return { handle: 'a'.repeat(16), name, folder };
}

/** Opens a tab-delimited text in a session and answers the document. */
export async function openRows(session: Session, lines: readonly string[]): Promise<Document> {
  await openText(session, 'people.txt', lines.join('\n'));
  return documentOf(session);
}

/** The open roster of a session; a test without one is a bug. */
export function documentOf(session: Session): Document {
  const { document } = session.store.getState();
  if (document === null) throw new Error('No roster is open');
  return document;
}

/** A verdict with nothing against it, for tests of something else. */
export const READY: Verdict = {
  kind: 'ready',
  rows: 2,
  against: { mode: 'create', team: null, roles: null, groups: null, today: '2026-06-01' },
};

/** Waits for what a host, a search or an edit in slices comes to, on a busy machine too. */
export function eventually(is: () => void): Promise<void> {
  return vi.waitFor(is, { timeout: 20_000, interval: 5 });
}
