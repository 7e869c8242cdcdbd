import type { TeamMember } from '../../../shared/current-team/current-team.ts';
import { failure, type Result, success } from '../../../shared/result.ts';
import { ask, unreadable } from './ask.ts';
import type { Connection } from './connection.ts';
import { employee, hasIdentity, type Identity, isNamed, memberOf } from './employee.ts';
import { personPath } from './address.ts';
import { notAsked, type Refusal } from './refusal.ts';

/**
 * Who has a person's email address or employee ID in Agent Connect. `same`: one person has all that is asked for.
 * `different`: somebody has a part of it, or two people have one each. Whether anyone is deactivated is not told.
 */
export type LookUp =
  | { readonly kind: 'absent' }
  | { readonly kind: 'same'; readonly member: TeamMember }
  | { readonly kind: 'different'; readonly members: readonly TeamMember[] };

/** Looks a person up by email address and by employee ID, each where there is one: a request for each. */
export async function lookUp(
  connection: Connection,
  asked: Identity,
  signal: AbortSignal,
): Promise<Result<LookUp, Refusal>> {
  const ids = [asked.email, asked.employeeId].filter((id) => id !== '');
  if (ids.length === 0) throw new Error('Nobody can be looked up without an email address or an employee ID');
  const found: TeamMember[] = [];
  for (const id of ids) {
    const answer = await find(connection, id, signal);
    if (!answer.ok) return answer;
    if (answer.value !== null) found.push(answer.value);
  }
  return success(judge(found, asked));
}

/** The person whom an email address or an employee ID names; null where there is none. */
async function find(
  connection: Connection,
  id: string,
  signal: AbortSignal,
): Promise<Result<TeamMember | null, Refusal>> {
  const path = personPath(id);
  if (!path.ok) return failure(notAsked(path.failure));
  const answer = await ask(connection, { method: 'GET', path: path.value }, employee, signal);
  if (!answer.ok) return isNobody(answer.failure) ? success(null) : answer;
  const member = memberOf(answer.value, false);
  if (!isNamed(member, id)) return failure(unreadable(connection.address.host, 'it is about somebody else'));
  return success(member);
}

function isNobody(refusal: Refusal): boolean {
  return refusal.kind === 'notAccepted' && refusal.status === 404;
}

function judge(found: readonly TeamMember[], asked: Identity): LookUp {
  const [one, other] = found;
  if (one === undefined) return { kind: 'absent' };
  if (found.every((member) => hasIdentity(member, asked))) return { kind: 'same', member: one };
  const isOne = other === undefined || (hasIdentity(one, other) && hasIdentity(other, one));
  return { kind: 'different', members: isOne ? [one] : [one, other] };
}
