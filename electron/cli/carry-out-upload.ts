import { type Failure, failureSentence } from '../../shared/failures/failures.ts';
import { type Result, success } from '../../shared/failures/result.ts';
import { type Connection, DEADLINE } from '../agent-connect/client/connection.ts';
import { type PushEnding, resumePush, startPush } from '../agent-connect/push/upload-run.ts';
import type { ReadyUpload } from './begin-upload.ts';
import { AT_THE_COMMAND_LINE, type Streams } from './streams.ts';
import type { UploadOptions } from './upload-options.ts';
import { watchPush } from './watch-push.ts';

/** Ctrl+C, and what a system that shuts down sends. */
const ENDINGS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Carries an upload out, telling how far it is. Ctrl+C pauses: what is under way is finished and written down; pressed
 * again, it ends the process, which the journal survives. Answers what there is to say about the end; fails, with nothing
 * sent, where the journal is not for this connection.
 */
export async function carryOut(
  { journal, passwords }: ReadyUpload,
  connection: Connection,
  { rate, concurrency, settle, resume }: UploadOptions,
  err: Streams['err'],
): Promise<Result<string[], Failure>> {
  const parts = {
    connection,
    journal,
    passwords,
    pace: { rate, concurrency },
    settle: settle * 1000,
    isUnattended: true,
  };
  const started = await (resume ? resumePush : startPush)(parts);
  if (!started.ok) return started;
  const push = started.value;
  const leave = (): void => {
    err.write('Pausing: what is under way is finished first. Press Ctrl+C again to end at once.\n');
    for (const signal of ENDINGS) process.removeListener(signal, leave);
    void push.leave(DEADLINE);
  };
  for (const signal of ENDINGS) process.on(signal, leave);
  const watch = watchPush(push, err);
  try {
    return success(sentencesOf(await push.done));
  } finally {
    watch.stop();
    for (const signal of ENDINGS) process.removeListener(signal, leave);
  }
}

function sentencesOf({ how, why }: PushEnding): string[] {
  const reason = why === null ? [] : [failureSentence(why, AT_THE_COMMAND_LINE)];
  switch (how) {
    case 'finished':
      return reason;
    case 'paused':
      return [...reason, 'The upload is paused. Run the same command with --resume to go on.'];
    default:
      return [
        ...reason,
        'The upload has ended before all was done. Run the same command with --resume to go on.',
      ];
  }
}
