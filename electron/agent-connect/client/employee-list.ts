import { z } from 'zod';
import { failed, type Failure } from '../../../shared/failures/failures.ts';
import type { TokenForm } from '../../../shared/organization/organization.ts';
import { failure, type Result, success } from '../../../shared/failures/result.ts';
import type { Address } from './address.ts';
import { hasIdentity, type Identity, identityIn } from './employee.ts';
import { ask } from './ask.ts';
import type { Connection } from './connection.ts';
import { type Refusal, unreadable } from './refusal.ts';
import { shownWords } from './server-words.ts';

const PATH = '/v2/employees';

/** People on a page: as many as the description allows. */
export const LARGEST_PAGE = 500;

/** A page of the list. */
export const listPage = z.object({
  /** One that is no object is nobody, and no reason to do without the others. */
  employees: z.array(z.unknown()),
  meta: z.object({ next_page: z.union([z.string(), z.number()]).transform(String).nullish() }).nullish(),
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

/** Characters of `next_page` that are read. */
const MAX_NEXT = 4096;

/** Both cursors that are documented: the parameter, and the one that the example of `next_page` has. */
const CURSORS = ['after', 'external_id'] as const;

/**
 * The path of the page after one, or the failure that `next_page` does not say where to go on. It is taken for a cursor
 * alone, whatever host or path it has (the description's example is on the organization's web address): the request goes
 * to the same place as the one before, with its filter and size.
 */
export function nextPage(next: string, before: string, { host, origin }: Address): Result<string, Failure> {
  const cut = next.slice(0, MAX_NEXT);
  // A query alone, with or without its question mark, is an address as well.
  const text = /^[^?/:=]+=/.test(cut) ? `?${cut}` : cut;
  const given = URL.canParse(text, origin) ? new URL(text, origin).searchParams : new URLSearchParams();
  const cursors = CURSORS.filter((name) => (given.get(name) ?? '') !== '');
  if (cursors.length === 0)
    return failure(failed('connect.noNextPage', { host, next: shownWords(next, []).slice(0, 100) }));
  const query = new URLSearchParams(before.slice(PATH.length));
  for (const name of CURSORS) query.delete(name);
  for (const name of cursors) query.set(name, given.get(name) ?? '');
  return success(`${PATH}?${query.toString()}`);
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
  if (employees.some((person) => hasIdentity(identityIn(person), identity))) return success(true);
  const isAll = (meta?.next_page ?? '') === '';
  return isAll ? success(false) : failure(unreadable(connection.address.host, 'too many people are found'));
}

/** Asks once for one person, which changes nothing; answers whether anyone came, and how the token had to be sent. */
export async function testConnection(
  connection: Connection,
  signal: AbortSignal,
): Promise<Result<{ readonly anyone: boolean; readonly tokenForm: TokenForm }, Failure>> {
  const page = await readOne(connection, signal);
  if (!page.ok) return failure(page.failure.failure);
  return success({ anyone: page.value.employees.length > 0, tokenForm: connection.learned.tokenForm });
}

/** Whether the server is known to answer in JSON; asks it for one person where nothing has come so far. */
export async function isJsonServer(connection: Connection, signal: AbortSignal): Promise<boolean> {
  return connection.learned.answersJson || (await readOne(connection, signal)).ok;
}

function readOne(connection: Connection, signal: AbortSignal) {
  return ask(connection, { method: 'GET', path: sizedPage(firstPage(null), 1) }, listPage, signal);
}
