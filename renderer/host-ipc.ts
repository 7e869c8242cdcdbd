import { z } from 'zod';
import { type Bridge, hostEvent } from '../shared/contract/contract.ts';
import { failed, failureSchema } from '../shared/failures/failures.ts';
import { failure } from '../shared/failures/result.ts';
import { fileRef } from '../shared/contract/call.ts';
import { HOST_GONE, parseAnswer } from './host-answer.ts';
import type { Host } from './host-type.ts';

const droppedAnswer = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: fileRef }),
  z.strictObject({ ok: z.literal(false), failure: failureSchema }),
]);

/** The desktop app's host, behind its preload. */
export function connectByIpc(bridge: Bridge<File>): Host {
  return {
    async call(channel, request) {
      try {
        return parseAnswer(channel, await bridge.calls[channel](request));
      } catch {
        return HOST_GONE;
      }
    },
    onEvent: (listener) =>
      bridge.onEvent((event) => {
        const known = hostEvent.safeParse(event);
        if (known.success) listener(known.data);
      }),
    async fileFromDrop(file) {
      try {
        const answer = droppedAnswer.safeParse(await bridge.fileFromDrop(file));
        return answer.success ? answer.data : failure(failed('host.failed', { what: 'a dropped file' }));
      } catch {
        return HOST_GONE;
      }
    },
  };
}
