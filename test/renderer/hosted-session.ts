import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { parseAnswer } from '../../renderer/host-answer.ts';
import { COMMAND_TABLES } from '../../renderer/features.ts';
import { createSession, type Session } from '../../renderer/app/session/session.ts';
import type { CallName, Reply } from '../../shared/contract/contract.ts';
import { failed } from '../../shared/failures/failures.ts';
import { failure } from '../../shared/failures/result.ts';
import type { FileRef } from '../../shared/contract/call.ts';
import { createHostHere } from '../electron/drafts/create-host-here.ts';
import { temporaryFolder } from '../electron/host/temporary.ts';
import type { Answers, Asked } from './test-session.ts';

/** A session with a real host, and what a test needs around it. */
export interface HostedSession {
  readonly session: Session;
  /** Every call that was made, in their order. */
  readonly asked: Asked[];
  /** Writes a file into the folder and names it as the host does. */
  readonly file: (name: string, content: string | Uint8Array) => Promise<FileRef>;
  readonly folder: string;
}

/** A session with a real host on a folder of its own; `instead` answers some calls in the host's place. */
export async function hostedSession(
  instead: Answers = {},
  app: Partial<Reply<'app.start'>> = {},
): Promise<HostedSession> {
  const folder = await temporaryFolder();
  const host = createHostHere(folder);
  const asked: Asked[] = [];
  const underWay: Promise<unknown>[] = [];
  const session = createSession(
    {
      call: async (channel, request) => {
        asked.push({ channel, request });
        const answer: ((request: never) => unknown) | undefined = instead[channel];
        const own = Promise.resolve(answer?.(request as never) ?? host.answer(channel, request));
        underWay.push(own);
        return parseAnswer(channel, await own);
      },
      onEvent: () => () => undefined,
      fileFromDrop: () => Promise.resolve(failure(failed('call.unavailable', { what: 'Dropping' }))),
    },
    { version: '0', platform: 'linux', chooser: 'page', opening: null, uploadRate: 60, ...app },
    COMMAND_TABLES,
  );
  onTestFinished(async () => {
    // What nobody waits for may still be written into the folder.
    await Promise.all(underWay);
    await host.end();
  });
  const file = async (name: string, content: string | Uint8Array): Promise<FileRef> => {
    await writeFile(join(folder, name), content);
    const found = await host.dropped(join(folder, name));
    if (!found.ok) throw new Error(`The host does not take ${name}`);
    return found.value;
  };
  return { session, asked, file, folder };
}

/** How often a session asked its host something. */
export function countOf(asked: readonly Asked[], channel: CallName): number {
  return asked.filter((one) => one.channel === channel).length;
}
