import { type Command, Option } from 'commander';
import { z } from 'zod';
import type { Failure } from '../../shared/failures/failures.ts';
import { type Result, success } from '../../shared/failures/result.ts';
import { addressOfSubdomain, addressOfTestServer } from '../agent-connect/client/address.ts';
import { type Connection, DEADLINE, learnedBefore, systemClock } from '../agent-connect/client/connection.ts';
import { proxiedFetch } from '../agent-connect/client/proxied-fetch.ts';
import { readCredentials } from '../agent-connect/credentials/credentials.ts';

/** The options that name an organization's Agent Connect; one of the two is needed. */
export function addAddressOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--subdomain <name>',
        'the organization: acme for https://acme.stellaconnect.net; the key and the secret come from the environment (ROLLCALL_API_KEY, ROLLCALL_API_SECRET)',
      ).conflicts('baseUrl'),
    )
    .option('--base-url <url>', 'a test server on this computer instead, such as http://127.0.0.1:4010');
}

/** What commander hands over for these options. */
export const addressOptions = z.object({ subdomain: z.string().optional(), baseUrl: z.string().optional() });

/** The connection of these options, with the key and the secret of the environment. Nothing is sent yet. */
export function connectionFor(
  { subdomain, baseUrl }: z.infer<typeof addressOptions>,
  environment: NodeJS.ProcessEnv,
): Result<Connection, Failure> {
  const address = baseUrl === undefined ? addressOfSubdomain(subdomain ?? '') : addressOfTestServer(baseUrl);
  if (!address.ok) return address;
  const credentials = readCredentials(environment);
  if (!credentials.ok) return credentials;
  const fetch = proxiedFetch(environment);
  if (!fetch.ok) return fetch;
  return success({
    address: address.value,
    credentials: credentials.value,
    fetch: fetch.value,
    learned: learnedBefore(),
    deadline: DEADLINE,
    clock: systemClock,
  });
}
