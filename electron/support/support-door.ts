import { CONTRACT, type Channel } from '../../shared/contract.ts';
import { failed } from '../../shared/failures/failures.ts';
import { failure } from '../../shared/failures/result.ts';
import type { Door } from '../ipc/door.ts';
import type { SupportLog } from '../system/support-log.ts';

/** What a window may still ask when the user's data was removed. */
const AFTER_REMOVAL: ReadonlySet<unknown> = new Set<Channel>([
  'app.close',
  'app.heard',
  'app.ping',
  'app.showDocument',
  'support.removeData',
]);

/** A door whose failures are logged, and which opens for little more once the user's data was removed. */
export function supportDoor(door: Door, log: SupportLog, isRemoved: () => boolean): Door {
  return async (channel, payload) => {
    if (isRemoved() && !AFTER_REMOVAL.has(channel)) return failure(failed('support.removed', {}));
    const answer = await door(channel, payload);
    if (!answer.ok && answer.failure.code !== 'cancelled' && isChannel(channel))
      log.write({ kind: 'failure', place: channel, code: answer.failure.code });
    return answer;
  };
}

function isChannel(channel: unknown): channel is Channel {
  return typeof channel === 'string' && Object.hasOwn(CONTRACT, channel);
}
