import { failure, type Result, success } from '../../../shared/result.ts';
import { ask, unreadable } from './ask.ts';
import type { Connection } from './connection.ts';
import { memberOf } from './employee.ts';
import { hasIdentity, type Identity } from './identity.ts';
import { firstPage, listPage } from './list-page.ts';
import type { Refusal } from './refusal.ts';

/**
 * Whether someone is deactivated: an answer about a person does not tell, so that they are searched for among those who
 * are.
 */
export async function isDeactivated(
  connection: Connection,
  identity: Identity,
  signal: AbortSignal,
): Promise<Result<boolean, Refusal>> {
  const query = new URLSearchParams({ q: identity.email === '' ? identity.employeeId : identity.email });
  const path = `${firstPage('deactivated')}&${query.toString()}`;
  const page = await ask(connection, { method: 'GET', path }, listPage, signal);
  if (!page.ok) return page;
  const { employees, meta } = page.value;
  if (employees.some((person) => hasIdentity(memberOf(person, true), identity))) return success(true);
  const isAll = (meta?.next_page ?? '') === '';
  return isAll ? success(false) : failure(unreadable(connection.address.host, 'too many people are found'));
}
