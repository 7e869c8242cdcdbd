import { z } from 'zod';
import { count, entry, type Situation } from './entry.ts';

const host = { host: z.string() };
const answer = { ...host, status: z.number() };
/** What the server said, cut and cleaned; empty where it said nothing. */
const words = { words: z.string() };
const reason = { reason: z.string() };

/** Agent Connect's own words, where there are any. */
const said = (text: string): string => (text === '' ? '.' : `: “${text}”.`);

/** The same of a refusal, for which a reason is to be expected. */
const reasoned = (text: string): string => (text === '' ? ' and gave no reason.' : said(text));

/** How a company's own certificate authority becomes trusted. */
const TRUSTING = {
  app: 'to put its certificate into the system’s certificate store; Rollcall trusts what the system trusts',
  browser:
    'to put its certificate into the system’s certificate store, or for the file to name in NODE_EXTRA_CA_CERTS before Rollcall is started',
  commandLine:
    'to put its certificate into the system’s certificate store, or for the file to name in NODE_EXTRA_CA_CERTS',
  unknown: 'to put its certificate into the system’s certificate store',
} as const satisfies Record<Situation['program'], string>;

/** What to do where a proxy asks for a password. */
const PROXY_PASSWORD = {
  app: 'It asks for a name and a password, which Rollcall cannot give it. Ask IT to let this address through without them.',
  browser:
    'It asks for a name and a password: put them into HTTPS_PROXY (http://name:password@proxy…) before Rollcall is started, or ask IT.',
  commandLine:
    'It asks for a name and a password: put them into HTTPS_PROXY (http://name:password@proxy…), or ask IT.',
  unknown: 'It asks for a name and a password; ask IT.',
} as const satisfies Record<Situation['program'], string>;

/** Every way in which talking to Agent Connect can fail. `host` is the address's name and port. */
export const AGENT_CONNECT_FAILURES = {
  'connect.badSubdomain': entry(
    { subdomain: z.string() },
    (f) =>
      `“${f.subdomain}” is not a subdomain of Agent Connect. It has only small letters, digits and hyphens: for https://acme.stellaconnect.net it is acme.`,
  ),
  'connect.badBaseUrl': entry(
    { url: z.string() },
    (f) =>
      `“${f.url}” is not an address on this computer such as http://127.0.0.1:4010. Only a test server can be named so; Agent Connect itself is named by its subdomain.`,
  ),
  'connect.noCredentials': entry(
    { missing: z.string() },
    (f) =>
      `${f.missing} is not set. Put the API key into the environment as ROLLCALL_API_KEY and the API secret as ROLLCALL_API_SECRET; Rollcall takes neither as an argument, where others could see them.`,
  ),
  'connect.badCredentials': entry(
    { which: z.string() },
    (f) =>
      `${f.which} has spaces, line breaks or letters that no key has. Copy it from Agent Connect once more.`,
  ),
  'credentials.notForgotten': entry(
    reason,
    (f) =>
      `The key and the secret could not be removed from this computer (${f.reason}). Rollcall uses them no more until it starts again; free the folder “credentials” among its data and forget them once more.`,
  ),
  'connect.weakTls': entry(
    {},
    () =>
      'NODE_TLS_REJECT_UNAUTHORIZED=0 is set here, so anybody could pose as Agent Connect and take the key. Nothing was sent. Unset it and start Rollcall again.',
  ),
  'connect.forbidden': entry(
    { ...answer, ...words, minutesAhead: z.number() },
    (f) =>
      `“${f.host}” does not accept the API key and secret (${f.status})${said(f.words)} ${
        f.minutesAhead === 0
          ? 'Check that both are of this organization and of the same pair, test or production.'
          : `This computer’s clock is ${duration(Math.abs(f.minutesAhead))} ${f.minutesAhead > 0 ? 'ahead of' : 'behind'} the server’s, which alone is a reason: set the clock, and if that does not help, check the key and the secret.`
      }`,
  ),
  'connect.notFound': entry(
    host,
    (f) => `There is no Agent Connect at “${f.host}” (404). Check the subdomain.`,
  ),
  'connect.notAccepted': entry(
    { ...answer, ...words },
    (f) =>
      `“${f.host}” did not accept the request (${f.status})${reasoned(f.words)} Nothing was changed; try again, and if it stays so, ask Medallia’s support.`,
  ),
  'connect.unnameable': entry(
    { id: z.string() },
    (f) =>
      `Agent Connect cannot be asked about “${f.id}”, as an address of the web cannot hold that. Give the person another email address or employee ID, in Agent Connect and here.`,
  ),
  'connect.busy': entry(
    { ...host, minutes: z.number() },
    (f) =>
      `“${f.host}” has had too many requests (429)${f.minutes === 0 ? ' and did not recover while Rollcall waited' : ` and asks to wait ${duration(f.minutes)}`}. Try again later; another program may be using the same key.`,
  ),
  'connect.serverFailed': entry(
    { ...answer, ...words },
    (f) => `“${f.host}” has failed (${f.status})${said(f.words)} The fault is on its side; try again later.`,
  ),
  'connect.timedOut': entry(
    { ...host, seconds: z.number() },
    (f) => `“${f.host}” did not answer within ${f.seconds} seconds. Check the network and try again.`,
  ),
  'connect.noSuchHost': entry(
    host,
    (f) =>
      `“${f.host}” cannot be found. Check the subdomain, and that this computer has a connection to the internet.`,
  ),
  'connect.unreachable': entry(
    { ...host, ...reason },
    (f) =>
      `There is no connection to “${f.host}” (${f.reason}). Check the network, and that no firewall is in the way, and try again.`,
  ),
  'connect.notTrusted': entry(
    { ...host, ...reason },
    (f, { program }) =>
      `The connection to “${f.host}” is not safe (${f.reason}), so nothing was sent. If your company’s proxy inspects connections, ask IT ${TRUSTING[program]}.`,
  ),
  'connect.badProxy': entry(
    { address: z.string() },
    (f) =>
      `“${f.address}” is not the address of a proxy. HTTP_PROXY and HTTPS_PROXY in the environment take one such as http://proxy.example.com:8080; correct or unset them and start Rollcall again.`,
  ),
  'connect.proxyRefused': entry(
    answer,
    (f, { program }) =>
      `The company’s proxy did not let Rollcall through to “${f.host}” (${f.status}), so nothing was sent. ${
        f.status === 407 ? PROXY_PASSWORD[program] : 'Ask IT to let this address through.'
      }`,
  ),
  'connect.webPage': entry(
    answer,
    (f) =>
      `A web page came (${f.status}) where “${f.host}” should have answered. A proxy or a sign-in page of the network is in between; sign in there, or ask IT to let “${f.host}” through.`,
  ),
  'connect.redirected': entry(
    { ...host, status: z.number().nullable(), to: z.string() },
    (f) =>
      `“${f.host}” wants to send Rollcall on${f.to === '' ? '' : ` to ${f.to}`}${f.status === null ? '' : ` (${f.status})`}. Rollcall does not follow, as the key would go along. Check the subdomain, and whether a proxy is in between.`,
  ),
  'connect.tooLarge': entry(
    { ...host, megabytes: z.number() },
    (f) =>
      `The answer of “${f.host}” is larger than ${f.megabytes} MB, so it was not read on. Something other than Agent Connect may be answering; check the network.`,
  ),
  'connect.unreadable': entry(
    { ...host, what: z.string() },
    (f) =>
      `The answer of “${f.host}” is not one of Agent Connect’s (${f.what}). Check the subdomain, and whether a proxy is in between.`,
  ),
  'connect.noNextPage': entry(
    { ...host, next: z.string() },
    (f) =>
      `“${f.host}” says that there is another page of people, but not after whom it begins${f.next === '' ? '' : ` (“${f.next}”)`}. Nothing was saved; tell Medallia’s support.`,
  ),
  'connect.endless': entry(
    { ...host, pages: z.number() },
    (f) =>
      `The pages of “${f.host}” do not come to an end: after ${f.pages === 1 ? 'the first' : count(f.pages)} they begin again or bring nobody new. Nothing was saved; tell Medallia’s support.`,
  ),
} as const;

/** From so many minutes on, people think in hours; from so many hours on, in days. */
const MAX_MINUTES = 120;
const MAX_HOURS = 48;

/** A time of so many minutes, rounded up, as people say it: “90 minutes”, “3 hours”, “12 days”. */
function duration(minutes: number): string {
  const hours = Math.ceil(minutes / 60);
  if (minutes <= MAX_MINUTES) return counted(minutes, 'minute');
  return hours <= MAX_HOURS ? counted(hours, 'hour') : counted(Math.ceil(hours / 24), 'day');
}

function counted(amount: number, unit: string): string {
  return `${count(amount)} ${unit}${amount === 1 ? '' : 's'}`;
}
