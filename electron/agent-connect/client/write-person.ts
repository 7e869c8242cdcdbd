import { failed } from '../../../shared/failures/failures.ts';
import { type Employee, readEmployee } from '../../../shared/team/read-employee.ts';
import { failure, type Result, success } from '../../../shared/failures/result.ts';
import type { StoredPerson } from '../../../shared/upload/orders/stored-person.ts';
import type { EmployeeBody } from '../../../shared/upload/plan/employee-body.ts';
import { personPath } from './address.ts';
import { type Answered, type ApiRequest, askAnything } from './ask.ts';
import type { Connection } from './connection.ts';
import { type FoundIdentity, hasIdentity, type Identity, identityIn, isNamed, personIn } from './employee.ts';
import { lasting, notAsked, type Refusal, unreadable } from './refusal.ts';
import { isErrorBody, withoutSecrets } from './server-words.ts';

/**
 * The assumption about welcome emails: no description says which request does what the web page calls “Delay welcome
 * emails”. Creating someone is taken to send none yet, inviting them to send it at once.
 */
const PATH_OF_WELCOME = { delayed: '/v2/employees', now: '/v2/employees/invite' } as const;

/**
 * Creates someone, who is sent the welcome email now or later; answers the person as stored. An answer about anybody
 * else, or about nobody, is refused as unknown; one that says it went wrong is refused whatever its status.
 */
export function createPerson(
  connection: Connection,
  body: EmployeeBody,
  welcome: keyof typeof PATH_OF_WELCOME,
  signal: AbortSignal,
): Promise<Result<StoredPerson, Refusal>> {
  const request = { method: 'POST', path: PATH_OF_WELCOME[welcome], body } as const;
  const named = identityOf(body);
  return write(
    connection,
    request,
    (found) => isAbout(found, named, [named.email, named.employeeId]),
    signal,
  );
}

/**
 * Changes someone, named by the email address or employee ID that they have before; answers the person as stored, and
 * refuses other answers as `createPerson` does.
 */
export async function updatePerson(
  connection: Connection,
  id: string,
  body: EmployeeBody,
  signal: AbortSignal,
): Promise<Result<StoredPerson, Refusal>> {
  const path = personPath(id);
  if (!path.ok) return failure(notAsked(path.failure));
  const request = { method: 'PUT', path: path.value, body } as const;
  const named = identityOf(body);
  const names = [id, named.email, named.employeeId];
  return write(connection, request, (found) => isAbout(found, named, names), signal);
}

/** Activates or deactivates someone, named by email address or employee ID. The answer may be empty. */
export async function setStatus(
  connection: Connection,
  id: string,
  status: 'activate' | 'deactivate',
  signal: AbortSignal,
): Promise<Result<null, Refusal>> {
  const path = personPath(id);
  if (!path.ok) return failure(notAsked(path.failure));
  const request = { method: 'PUT', path: `${path.value}/${status}` } as const;
  const answer = await askAnything(connection, request, signal);
  if (!answer.ok) return answer;
  if (isErrorBody(answer.value.json)) return failure(saidNo(connection, answer.value));
  const found = personIn(answer.value.json);
  return found === null || isNamed(identityIn(found), id) ? success(null) : failure(aboutAnother(connection));
}

async function write(
  connection: Connection,
  request: ApiRequest & { readonly body: EmployeeBody },
  isTheirs: (found: FoundIdentity) => boolean,
  signal: AbortSignal,
): Promise<Result<StoredPerson, Refusal>> {
  // A server that finds a password too weak may well repeat it.
  const hidden = [request.body.temporary_password ?? ''];
  const answer = await askAnything(connection, { ...request, hidden }, signal);
  if (!answer.ok) return answer;
  const found = personIn(answer.value.json);
  if (found !== null) {
    if (!isTheirs(identityIn(found))) return failure(aboutAnother(connection));
    return success(readEmployee(withoutHidden(found, request.body, hidden), false));
  }
  if (isErrorBody(answer.value.json)) return failure(saidNo(connection, answer.value));
  return failure(unreadable(connection.address.host, 'it does not say who was taken', answer.value.words()));
}

function aboutAnother({ address }: Connection): Refusal {
  return unreadable(address.host, 'it is about somebody else');
}

/** An answer of success whose body says that it went wrong. */
function saidNo({ address }: Connection, answer: Answered): Refusal {
  const words = answer.words();
  const facts = { host: address.host, status: 200, words };
  return lasting(failed('connect.notAccepted', facts), { kind: 'notAccepted', status: 200, words });
}

/** An echo in which no field that differs from what was sent holds a hidden text. */
function withoutHidden(found: Employee, sent: EmployeeBody, hidden: readonly string[]): Employee {
  const before: Employee = sent;
  return Object.fromEntries(
    Object.entries(found).map(([name, value]) => [
      name,
      typeof value === 'string' && value !== before[name] ? withoutSecrets(value, hidden) : value,
    ]),
  );
}

/** Whether an answer is about who has one of these names, and says no other identifier than the request did. */
function isAbout(found: FoundIdentity, named: Identity, names: readonly string[]): boolean {
  const told = {
    email: found.email === '' ? '' : named.email,
    employeeId: found.employeeId === '' ? '' : named.employeeId,
  };
  return hasIdentity(found, told) && names.some((name) => isNamed(found, name));
}

function identityOf({ email = '', custom_employee_id: employeeId = '' }: EmployeeBody): Identity {
  return { email, employeeId };
}
