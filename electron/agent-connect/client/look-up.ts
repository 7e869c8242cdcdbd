import { type Employee, readEmployee } from '../../../shared/team/read-employee.ts';
import { failure, type Result, success } from '../../../shared/failures/result.ts';
import type { TeamMember } from '../../../shared/person/team-member.ts';
import type { StoredPerson } from '../../../shared/upload/orders/stored-person.ts';
import { personPath } from './address.ts';
import { askAnything } from './ask.ts';
import type { Connection } from './connection.ts';
import { hasIdentity, type Identity, identityIn, isNamed, personIn } from './employee.ts';
import { isJsonServer } from './employee-list.ts';
import { notAsked, type Refusal, unreadable } from './refusal.ts';

/**
 * Who has a person's email address or employee ID in Agent Connect. `same`: one person has all that is asked for, and
 * `told` says which fields the answer had. `different`: somebody has a part of it, or two people have one each. Whether
 * anyone is deactivated is not told.
 */
export type LookUp =
  | { readonly kind: 'absent' }
  | ({ readonly kind: 'same' } & StoredPerson)
  | { readonly kind: 'different'; readonly members: readonly TeamMember[] };

/** Looks a person up by email address and by employee ID, each where there is one: a request for each. */
export async function lookUp(
  connection: Connection,
  asked: Identity,
  signal: AbortSignal,
): Promise<Result<LookUp, Refusal>> {
  const ids = [asked.email, asked.employeeId].filter((id) => id !== '');
  if (ids.length === 0) throw new Error('Nobody can be looked up without an email address or an employee ID');
  const found: Employee[] = [];
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
): Promise<Result<Employee | null, Refusal>> {
  const path = personPath(id);
  if (!path.ok) return failure(notAsked(path.failure));
  const answer = await askAnything(connection, { method: 'GET', path: path.value }, signal);
  if (!answer.ok)
    return isNobody(answer.failure) ? success(null) : await unlessNobody(answer, connection, signal);
  const { host } = connection.address;
  const found = personIn(answer.value.json);
  if (found === null) return failure(unreadable(host, 'it is about nobody', answer.value.words()));
  // That somebody else comes for an ID is no fault of the connection: it belongs to whoever has the ID.
  if (!isNamed(identityIn(found), id))
    return failure(notAsked(unreadable(host, 'it is about somebody else').failure));
  return success(found);
}

function isNobody(refusal: Refusal): boolean {
  return refusal.kind === 'notAccepted' && refusal.status === 404;
}

/** A web page that says 404 may be the network's, or all that this server has to say of someone who is not there. */
async function unlessNobody(
  answer: { readonly ok: false; readonly failure: Refusal },
  connection: Connection,
  signal: AbortSignal,
): Promise<Result<null, Refusal>> {
  const { failure: why } = answer.failure;
  const isPage = why.code === 'connect.webPage' && why.facts.status === 404;
  return isPage && (await isJsonServer(connection, signal)) ? success(null) : answer;
}

function judge(found: readonly Employee[], asked: Identity): LookUp {
  const [one, other] = found.map((employee) => ({
    ...readEmployee(employee, false),
    identity: identityIn(employee),
  }));
  if (one === undefined) return { kind: 'absent' };
  const isSame =
    hasIdentity(one.identity, asked) && (other === undefined || hasIdentity(other.identity, asked));
  if (isSame) return { kind: 'same', member: one.member, told: one.told };
  const isOne =
    other === undefined ||
    (hasIdentity(one.identity, other.member) && hasIdentity(other.identity, one.member));
  return { kind: 'different', members: isOne ? [one.member] : [one.member, other.member] };
}
