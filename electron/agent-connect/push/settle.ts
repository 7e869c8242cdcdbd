import { type LookUp, lookUp } from '../client/look-up.ts';
import type { Identity } from '../client/employee.ts';
import type { PersonParts } from './person-parts.ts';
import type { Read } from './requests.ts';

/** When a person is looked for after a request without an answer, as shares of the settling time: three times at least. */
const MOMENTS = [0, 1 / 4, 1];

/** Looks a person up once: a request for each identifier. */
export function lookForOnce(
  { connection, requests }: PersonParts,
  identity: Identity,
): Promise<Read<LookUp>> {
  const size = [identity.email, identity.employeeId].filter((id) => id !== '').length;
  return requests.read(size, (signal) => lookUp(connection, identity, signal));
}

/**
 * Looks for a person during the whole settling time, as the server may be slow to do what it was sent: answers the first
 * who is found, or that nobody was there each time.
 */
export async function settle(parts: PersonParts, identity: Identity): Promise<Read<LookUp>> {
  let waited = 0;
  for (const moment of MOMENTS) {
    const wait = moment * parts.settle - waited;
    waited += wait;
    if (wait > 0 && !(await parts.requests.wait(wait))) return { kind: 'over' };
    const found = await lookForOnce(parts, identity);
    if (found.kind !== 'answer' || found.answer.kind !== 'absent') return found;
  }
  return { kind: 'answer', answer: { kind: 'absent' } };
}
