import type { z } from 'zod';
import { answerSchema, type CallName, type Reply } from '../shared/contract/contract.ts';
import { failed, type Failure } from '../shared/failures/failures.ts';
import { failure, type Result } from '../shared/failures/result.ts';

/** The answer of a host that cannot be reached. */
export const HOST_GONE = failure(failed('host.gone', {}));

// Built once: a schema costs more than what it parses.
const schemas = new Map<CallName, z.ZodType>();

/** Parses what a host answered to a call; an answer that breaks the contract is `host.failed`. */
export function parseAnswer<C extends CallName>(channel: C, answer: unknown): Result<Reply<C>, Failure> {
  const schema = schemas.get(channel) ?? answerSchema(channel);
  schemas.set(channel, schema);
  const parsed = schema.safeParse(answer);
  // The schema is this channel's own; a map of schemas hides the pairing from TypeScript.
  if (parsed.success) return parsed.data as Result<Reply<C>, Failure>;
  return failure(failed('host.failed', { what: `its answer to ${channel}` }));
}
