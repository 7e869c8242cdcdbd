import { failure, type Result, success } from '../../../shared/result.ts';
import type { EmployeeBody } from '../../../shared/upload/plan/employee-body.ts';
import { type ApiRequest, ask, unreadable } from './ask.ts';
import type { Connection } from './connection.ts';
import { echo, hasIdentity, type Identity, isNamed } from './employee.ts';
import { personPath } from './address.ts';
import { notAsked, type Refusal } from './refusal.ts';

/**
 * The assumption about welcome emails: no description says which request does what the web page calls “Delay welcome
 * emails”. Creating someone is taken to send none yet, inviting them to send it at once.
 */
const PATH_OF_WELCOME = { delayed: '/v2/employees', now: '/v2/employees/invite' } as const;

/** Creates someone, who is sent the welcome email now or later. An answer about anybody else is refused as unknown. */
export function createPerson(
  connection: Connection,
  body: EmployeeBody,
  welcome: keyof typeof PATH_OF_WELCOME,
  signal: AbortSignal,
): Promise<Result<null, Refusal>> {
  const request = { method: 'POST', path: PATH_OF_WELCOME[welcome], body } as const;
  const named = identityOf(body);
  const names = [named.email, named.employeeId];
  return write(connection, request, (found) => isAbout(found, named, names), signal);
}

/**
 * Changes someone, named by the email address or employee ID that they have before. An answer about anybody else is
 * refused as unknown.
 */
export async function updatePerson(
  connection: Connection,
  id: string,
  body: EmployeeBody,
  signal: AbortSignal,
): Promise<Result<null, Refusal>> {
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
  const isTheirs = (found: Identity): boolean =>
    isNamed(found, id) || (found.email === '' && found.employeeId === '');
  return write(connection, request, isTheirs, signal);
}

async function write(
  connection: Connection,
  request: ApiRequest & { readonly body?: EmployeeBody },
  isTheirs: (found: Identity) => boolean,
  signal: AbortSignal,
): Promise<Result<null, Refusal>> {
  // A server that finds a password too weak may well repeat it.
  const hidden = [request.body?.temporary_password ?? ''];
  const answer = await ask(connection, { ...request, hidden }, echo, signal);
  if (!answer.ok) return answer;
  return isTheirs(answer.value)
    ? success(null)
    : failure(unreadable(connection.address.host, 'it is about somebody else'));
}

/** Whether an answer is about who has one of these names, and says no other identifier than the request did. */
function isAbout(found: Identity, named: Identity, names: readonly string[]): boolean {
  const said = {
    email: found.email === '' ? '' : named.email,
    employeeId: found.employeeId === '' ? '' : named.employeeId,
  };
  return hasIdentity(found, said) && names.some((name) => isNamed(found, name));
}

function identityOf({ email = '', custom_employee_id: employeeId = '' }: EmployeeBody): Identity {
  return { email, employeeId };
}
