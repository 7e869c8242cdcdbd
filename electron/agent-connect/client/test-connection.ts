import type { Failure } from '../../../shared/failures.ts';
import { failure, type Result, success } from '../../../shared/result.ts';
import { ask } from './ask.ts';
import type { Connection } from './connection.ts';
import { firstPage, listPage, sizedPage } from './list-page.ts';

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
