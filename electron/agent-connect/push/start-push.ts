import { basename } from 'node:path';
import { failed, type Failure } from '../../../shared/failures.ts';
import { failure, type Result, success } from '../../../shared/result.ts';
import { keyFingerprint } from '../credentials/key-fingerprint.ts';
import { PushRun } from './push-run.ts';
import type { Push, PushParts } from './push.ts';

/**
 * Starts to carry out the orders of a journal that was begun and has all of them. Where it is refused the journal is
 * closed, and nothing was sent.
 */
export async function startPush(parts: PushParts): Promise<Result<Push, Failure>> {
  return pushIf(checkParts(parts), parts, () => parts.journal.ready());
}

/**
 * Goes on with the upload of a journal that was opened, because somebody has asked for it: what is unknown is found out,
 * and what was not tried is tried. Where it is refused the journal is closed and as it was.
 */
export async function resumePush(parts: PushParts): Promise<Result<Push, Failure>> {
  return pushIf(checkParts(parts), parts, () => parts.journal.commit({ kind: 'resumed' }));
}

async function pushIf(
  checked: Result<null, Failure>,
  parts: PushParts,
  say: () => Promise<Result<null, Failure>>,
): Promise<Result<Push, Failure>> {
  const said = checked.ok ? await say() : checked;
  if (said.ok) return success(new PushRun(parts));
  await parts.journal.close();
  return said;
}

/** Whether the journal is for this address and this key, and the passwords that it needs are at hand: it has none. */
function checkParts({ journal, connection, passwords }: PushParts): Result<null, Failure> {
  const { head, orders, run, path } = journal;
  const { host } = connection.address;
  if (head.host !== host || head.key !== keyFingerprint(connection.credentials.key))
    return failure(failed('upload.otherAccount', { name: head.name, host: head.host }));
  const missing = orders.filter((order) => {
    const isDone = DONE.has(run.rowAt(order.place).state);
    return order.kind === 'create' && order.hasPassword && !isDone && !passwords.has(order.place);
  });
  if (missing.length === 0) return success(null);
  return failure(failed('upload.noPasswords', { name: basename(path), count: missing.length }));
}

/** Nothing more is sent for these. */
const DONE: ReadonlySet<string> = new Set(['created', 'skipped', 'failed']);
