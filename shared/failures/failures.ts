import { z } from 'zod';
import { AGENT_CONNECT_FAILURES } from './agent-connect-failures.ts';
import { APP_UPDATE_FAILURES, CALL_FAILURES, SUPPORT_FAILURES } from './app-failures.ts';
import { DRAFT_FAILURES } from './draft-failures.ts';
import { entry, type Situation } from './entry.ts';
import { FILE_FAILURES } from './file-failures.ts';
import { ORGANIZATION_FAILURES } from './organization-failures.ts';
import { ROSTER_FAILURES } from './roster-failures.ts';
import { RUN_FAILURES, UPLOAD_FAILURES } from './upload-failures.ts';
import { WRITE_FAILURES } from './write-failures.ts';

/**
 * Every way in which reading, writing or asking the host can fail: a code, its facts, and the one sentence that says
 * what happened, what is safe and what to do. The window, the host and the command line all speak from this table.
 */
export const FAILURES = {
  ...FILE_FAILURES,
  ...ROSTER_FAILURES,
  ...WRITE_FAILURES,
  ...CALL_FAILURES,
  ...AGENT_CONNECT_FAILURES,
  ...ORGANIZATION_FAILURES,
  ...RUN_FAILURES,
  ...UPLOAD_FAILURES,
  ...SUPPORT_FAILURES,
  ...DRAFT_FAILURES,
  ...APP_UPDATE_FAILURES,
  cancelled: entry({}, () => 'Stopped. Nothing was changed.'),
} as const;

/** The name of a way to fail. */
export type FailureCode = keyof typeof FAILURES;

/** A failure as a value: a code with its facts. */
export type Failure = {
  [Code in FailureCode]: { readonly code: Code; readonly facts: z.infer<(typeof FAILURES)[Code]['facts']> };
}[FailureCode];

/** The failure of a code with its facts. */
export function failed<Code extends FailureCode>(
  code: Code,
  facts: Extract<Failure, { code: Code }>['facts'],
): Failure {
  // The pair of a code and its own facts is a member of the union; TypeScript cannot see that for a type parameter.
  const pair: object = { code, facts };
  return pair as Failure;
}

/** The sentence that says a failure to a person, with advice that can be followed where it is read. */
export function failureSentence(failure: Failure, here: Situation): string {
  // Each code's sentence takes exactly that code's facts; the union of functions hides the pairing.
  const sentence = FAILURES[failure.code].sentence as (facts: Failure['facts'], here: Situation) => string;
  return sentence(failure.facts, here);
}

/** Parses a failure that came over the border between host and window. */
export const failureSchema: z.ZodType<Failure> = z.custom<Failure>((value) => {
  const shape = z.object({ code: z.string(), facts: z.unknown() }).safeParse(value);
  if (!shape.success || !Object.hasOwn(FAILURES, shape.data.code)) return false;
  return FAILURES[shape.data.code as FailureCode].facts.safeParse(shape.data.facts).success;
});
