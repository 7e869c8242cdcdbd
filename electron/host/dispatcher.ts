import { randomBytes } from 'node:crypto';
import {
  answerSchema,
  type CallName,
  CONTRACT,
  type Reply,
  type Request,
} from '../../shared/contract/contract.ts';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, type Result } from '../../shared/failures/result.ts';
import type { Report, SupportLog } from '../system/support-log.ts';

/** What a call answers: its reply or a failure, at once or later. */
export type Answer<C extends CallName> = Result<Reply<C>, Failure>;

/** One handler for every call of the contract, or for a part of it. */
export type Handlers<Part extends CallName = CallName> = {
  readonly [C in Part]: (request: Request<C>) => Answer<C> | Promise<Answer<C>>;
};

/** Takes a call as it came over the border, from whoever, and answers a value in every case. */
export type Dispatch = (channel: unknown, payload: unknown) => Promise<Result<unknown, Failure>>;

/**
 * The one way in for calls: a call that is not in the contract or not of its form is refused and no handler runs; a
 * handler's exception, or a reply that breaks the contract, becomes `host.failed` with an id and nothing else.
 */
export function createDispatcher(handlers: Handlers, report: Report): Dispatch {
  return async (channel, payload) => {
    if (!isChannel(channel)) return refused('an unknown call');
    const request = CONTRACT[channel].request.safeParse(payload);
    if (!request.success) return refused(`${channel}: ${place(request.error.issues[0]?.path)}`);
    try {
      return answerSchema(channel).parse(await handle(handlers, channel, request.data));
    } catch (error) {
      const id = randomBytes(4).toString('hex');
      report(id, error);
      return failure(failed('host.failed', { what: id }));
    }
  };
}

function isChannel(channel: unknown): channel is CallName {
  return typeof channel === 'string' && Object.hasOwn(CONTRACT, channel);
}

function handle<C extends CallName>(handlers: Handlers, channel: C, request: unknown) {
  // The request was parsed by this channel's own schema; a union of channels hides the pairing from TypeScript.
  return handlers[channel](request as Request<C>);
}

function place(path: readonly PropertyKey[] | undefined): string {
  return path === undefined || path.length === 0 ? 'its parts' : path.map(String).join('.');
}

function refused(what: string): Result<never, Failure> {
  return failure(failed('call.refused', { what }));
}

/** What a window may still ask when the user's data was removed. */
const AFTER_REMOVAL: ReadonlySet<unknown> = new Set<CallName>([
  'app.close',
  'app.heard',
  'app.ping',
  'app.showDocument',
  'support.removeData',
]);

/** Logs the failures that a dispatcher answers, and refuses most calls once the user's data was removed. */
export function logFailures(dispatch: Dispatch, log: SupportLog, isRemoved: () => boolean): Dispatch {
  return async (channel, payload) => {
    if (isRemoved() && !AFTER_REMOVAL.has(channel)) return failure(failed('support.removed', {}));
    const answer = await dispatch(channel, payload);
    if (!answer.ok && answer.failure.code !== 'cancelled' && isChannel(channel))
      log.write({ kind: 'failure', place: channel, code: answer.failure.code });
    return answer;
  };
}
