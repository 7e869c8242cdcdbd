import { z } from 'zod';
import { failed, type Failure } from '../../../shared/failures.ts';
import { failure, type Result, success } from '../../../shared/result.ts';
import type { Address } from './address.ts';
import { employee } from './employee.ts';

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
