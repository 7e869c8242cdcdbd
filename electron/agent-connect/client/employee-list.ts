import { z } from 'zod';
import { failed, type Failure } from '../../../shared/failures.ts';
import { failure, type Result, success } from '../../../shared/result.ts';
import type { Address } from './address.ts';
import { employee, hasIdentity, type Identity, memberOf } from './employee.ts';
import { ask, unreadable } from './ask.ts';
import type { Connection } from './connection.ts';
import type { Refusal } from './refusal.ts';

const PATH = '/v2/employees';

/** People on a page: as many as the description allows. */
export const LARGEST_PAGE = 500;

/** A page of the list. */
export const listPage = z.object({
  employees: z.array(employee),
  meta: z.object({ next_page: z.string().nullish() }).nullish(),
});

/** The path of the first page of those with a status; null for everyone. */
export function firstPage(status: string | null): string {
  const query = new URLSearchParams({
    number_of_employees: String(LARGEST_PAGE),
    ...(status !== null && { status }),
  });
  return `${PATH}?${query.toString()}`;
}

/** The path of the same page with so many people. */
export function sizedPage(path: string, size: number): string {
  const query = new URLSearchParams(path.slice(PATH.length));
  query.set('number_of_employees', String(size));
  return `${PATH}?${query.toString()}`;
}

/**
 * The path of the page that `next_page` names, or the failure that it is not on this address. The description's example
 * of it is on the organization's web address, `{subdomain}.stellaconnect.net/api/v2/employees`: of such a one the cursor
 * is taken, and the request still goes to this address. What the page before was asked for, filter and number, is asked
 * for again where `next_page` leaves it out, as that example does.
 */
export function nextPage(next: string, before: string, address: Address): Result<string, Failure> {
  const url = URL.canParse(next, address.origin) ? new URL(next, address.origin) : null;
  const here = url !== null && url.origin === address.origin && url.pathname === PATH;
  const web = `https://${address.subdomain ?? ''}.stellaconnect.net/api${PATH}`;
  const onWeb = url !== null && address.subdomain !== null && `${url.origin}${url.pathname}` === web;
  if (!(here || onWeb) || url.username !== '' || url.password !== '') {
    const to = url === null ? 'no address' : url.host;
    return failure(failed('connect.ledAway', { host: address.host, to }));
  }
  const asked = new URLSearchParams(before.slice(PATH.length));
  for (const name of ['status', 'number_of_employees']) {
    const value = asked.get(name);
    if (value !== null && !url.searchParams.has(name)) url.searchParams.set(name, value);
  }
  return success(`${PATH}?${url.searchParams.toString()}`);
}

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

/** Asks once for one person, which changes nothing; answers whether anyone came. */
export async function testConnection(
  connection: Connection,
  signal: AbortSignal,
): Promise<Result<{ readonly anyone: boolean }, Failure>> {
  const page = await ask(
    connection,
    { method: 'GET', path: sizedPage(firstPage(null), 1) },
    listPage,
    signal,
  );
  return page.ok ? success({ anyone: page.value.employees.length > 0 }) : failure(page.failure.failure);
}
