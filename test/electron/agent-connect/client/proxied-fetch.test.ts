import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addressOfSubdomain } from '../../../../electron/agent-connect/client/address.ts';
import { proxiedFetch } from '../../../../electron/agent-connect/client/proxied-fetch.ts';
import { pullTeam } from '../../../../electron/agent-connect/client/pull-team.ts';
import { READ_LATER } from '../../../../shared/failures/entry.ts';
import { failureSentence } from '../../../../shared/failures/failures.ts';
import { close, listen } from '../../../simulator/listen.ts';
import { simulatorHere } from '../../../simulator/simulator-here.ts';
import { connectHere } from '../connect-here.ts';

const fixtures = fileURLToPath(new URL('../../../fixtures/agent-connect/', import.meta.url));

describe('security 16: a company’s proxy', () => {
  it.each(['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY'])('is gone through where %s names it', async (name) => {
    const proxy = await proxyHere(407);
    await pullFromAcme({ [name]: proxy.url });
    expect(proxy.asked).toContain('acme.api.stellaconnect.net:443');
  });

  it.each(['stellaconnect.net', '*'])('is left aside where NO_PROXY is %s', async (none) => {
    const proxy = await proxyHere(407);
    await pullFromAcme({ HTTPS_PROXY: proxy.url, NO_PROXY: none });
    expect(proxy.asked).toEqual([]);
  });

  it('that wants a name and a password, or does not let the request through, is named', async () => {
    const proxy = await proxyHere(407);
    const sentence = await pullFromAcme({ HTTPS_PROXY: proxy.url });
    expect(sentence).toContain('proxy did not let Rollcall through to “acme.api.stellaconnect.net” (407)');
  });

  it('that asks Electron for a password is known by its answer, at once', async () => {
    let asked = 0;
    // As `net.fetch` of a real Electron hands it over, which asks nobody: an answer, with the proxy's page or without.
    const fetch = (): Promise<Response> => {
      asked += 1;
      const headers = { 'content-type': 'text/html', 'proxy-authenticate': 'Basic realm="x"' };
      return Promise.resolve(new Response('<html>Sign in</html>', { status: 407, headers }));
    };
    const watcher = { onPeople: () => undefined, onPause: () => undefined };
    const pulled = await pullTeam(
      connectHere('http://127.0.0.1:1', { fetch }),
      watcher,
      AbortSignal.timeout(5000),
    );
    expect(pulled).toMatchObject({
      failure: { code: 'connect.proxyRefused', facts: { host: '127.0.0.1:1', status: 407 } },
    });
    expect(asked).toBe(1);
    const inApp = { program: 'app', isRosterOpen: false } as const;
    expect(pulled.ok ? '' : failureSentence(pulled.failure, inApp)).toContain(
      'It asks for a name and a password, which Rollcall cannot give it. Ask IT to let this address through',
    );
  });

  it('is never asked about a test server on this computer', async () => {
    const proxy = await proxyHere(407);
    const simulator = await simulatorHere();
    const fetch = fetchOf({ HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url });
    const watcher = { onPeople: () => undefined, onPause: () => undefined };
    const pulled = await pullTeam(
      connectHere(simulator.url, { fetch }),
      watcher,
      AbortSignal.timeout(10_000),
    );
    expect(pulled.ok && pulled.value.team.people).toHaveLength(45);
    expect(proxy.asked).toEqual([]);
  });

  it.each(['proxy:8080', 'socks5://me:hidden@proxy:1080', 'not one'])(
    'is refused where %s is no address of one, and its password is not shown',
    (address) => {
      const refused = proxiedFetch({ HTTPS_PROXY: address });
      expect(refused).toMatchObject({ ok: false, failure: { code: 'connect.badProxy' } });
      expect(JSON.stringify(refused)).not.toContain('hidden');
    },
  );
});

describe('security 16: the certificates of the system', () => {
  it('are trusted beside Node’s own, and no others', async () => {
    const [key, certificate] = await Promise.all(
      ['self-signed.key.pem', 'self-signed.pem'].map((name) => readFile(join(fixtures, name), 'utf8')),
    );
    const server = createSecureServer({ key, cert: certificate }, (_, answer) => answer.end('here'));
    onTestFinished(() => close(server));
    const url = (await listen(server, 0)).replace(/^http:/, 'https:').replace('127.0.0.1', 'localhost');
    const ask = async (trusted: readonly string[]): Promise<string> => {
      const fetch = proxiedFetch({}, () => trusted);
      if (!fetch.ok) throw new Error('No proxy is named');
      const options = { headers: {}, signal: AbortSignal.timeout(5000) };
      return (await fetch.value(url, options)).text();
    };
    expect(await ask([certificate ?? ''])).toBe('here');
    await expect(ask(rootCertificates)).rejects.toMatchObject({
      cause: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    });
  });
});

function fetchOf(environment: Record<string, string>) {
  const fetch = proxiedFetch(environment);
  if (!fetch.ok) throw new Error(failureSentence(fetch.failure, READ_LATER));
  return fetch.value;
}

/** Why nothing came from an organization's own address. */
async function pullFromAcme(environment: Record<string, string>): Promise<string> {
  const address = addressOfSubdomain('acme');
  if (!address.ok) throw new Error('acme is a subdomain');
  const connection = { ...connectHere('http://127.0.0.1:1'), address: address.value, deadline: 3000 };
  const watcher = { onPeople: () => undefined, onPause: () => undefined };
  const pulled = await pullTeam(
    { ...connection, fetch: fetchOf(environment) },
    watcher,
    AbortSignal.timeout(10_000),
  );
  return pulled.ok ? '' : failureSentence(pulled.failure, READ_LATER);
}

/** A proxy that lets nothing through, and what it was asked for. */
async function proxyHere(status: number): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer();
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    socket.end(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`);
  });
  onTestFinished(() => close(server));
  return { url: await listen(server, 0), asked };
}
