import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { TEXT_SLICE } from '../../../shared/text/plain-text.ts';
import { sendRaw } from './raw-http.ts';
import { enter, headersOf, post, testServer } from './test-server.ts';

const get = (host: string, path: string, headers = `Host: ${host}\r\n`) =>
  sendRaw(host, `GET ${path} HTTP/1.1\r\n${headers}Connection: close\r\n\r\n`);

describe('security 27: binds 127.0.0.1 on a port of the system’s choice, and nothing else', () => {
  it('is reached there', async () => {
    const { host } = await testServer();
    expect(host).toMatch(/^127\.0\.0\.1:\d{4,5}$/);
    expect((await get(host, '/')).status).toBe(200);
  });

  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => !address.internal && address.family === 'IPv4')
    .map((address) => address.address);
  it.each(['127.0.0.2', '::1', ...others])('is not reached at %s', async (address) => {
    const { host } = await testServer();
    const reached = await new Promise((resolve) => {
      const socket = connect(Number(host.split(':')[1]), address);
      socket.on('connect', () => {
        socket.destroy();
        resolve(true);
      });
      socket.on('error', () => {
        resolve(false);
      });
    });
    expect(reached).toBe(false);
  });
});

describe('security 27: exactly one Host header, equal to 127.0.0.1:port', () => {
  const wrong: [string, (port: string) => string][] = [
    ['missing', () => ''],
    ['empty', () => 'Host:\r\n'],
    ['two equal ones', (port) => `Host: 127.0.0.1:${port}\r\nHost: 127.0.0.1:${port}\r\n`],
    ['two different ones', (port) => `Host: 127.0.0.1:${port}\r\nhost: example.com\r\n`],
    ['another port', (port) => `Host: 127.0.0.1:${Number(port) - 1}\r\n`],
    ['no port', () => 'Host: 127.0.0.1\r\n'],
    ['localhost', (port) => `Host: localhost:${port}\r\n`],
    ['LOCALHOST', (port) => `Host: LOCALHOST:${port}\r\n`],
    ['[::1]', (port) => `Host: [::1]:${port}\r\n`],
    ['another spelling', (port) => `Host: 127.1:${port}\r\n`],
    ['a trailing dot', (port) => `Host: 127.0.0.1.:${port}\r\n`],
    ['a rebound name', (port) => `Host: rollcall.example.com:${port}\r\n`],
    ['a user part', (port) => `Host: a@127.0.0.1:${port}\r\n`],
    // What Syncthing and Vite take for this computer, which a name can be made to lead to.
    ['localhost without a port', () => 'Host: localhost\r\n'],
    ['localhost.', (port) => `Host: localhost.:${port}\r\n`],
    ['a name below localhost', (port) => `Host: www.localhost:${port}\r\n`],
    ['another address of loopback', (port) => `Host: 127.23.45.56:${port}\r\n`],
    ['every address', (port) => `Host: 0.0.0.0:${port}\r\n`],
    ['every address of IPv6', (port) => `Host: [::]:${port}\r\n`],
    ['the address within IPv6', (port) => `Host: [::ffff:127.0.0.1]:${port}\r\n`],
    ['the address in a name', (port) => `Host: 127.0.0.1.nip.io:${port}\r\n`],
    ['a name that begins alike', (port) => `Host: localhost.com:${port}\r\n`],
    ['an address of the network', (port) => `Host: 192.0.2.10:${port}\r\n`],
    ['one number', (port) => `Host: 2130706433:${port}\r\n`],
    ['hexadecimal', (port) => `Host: 0x7f.0.0.1:${port}\r\n`],
    ['a port alone', (port) => `Host: :${port}\r\n`],
    ['a port with a zero before it', (port) => `Host: 127.0.0.1:0${port}\r\n`],
    ['a path', (port) => `Host: 127.0.0.1:${port}/\r\n`],
    ['an address with its scheme', (port) => `Host: http://127.0.0.1:${port}\r\n`],
    ['a list', (port) => `Host: 127.0.0.1:${port}, example.com\r\n`],
    ['a broken address', () => 'Host: [\r\n'],
    [
      'a name that a proxy hands on',
      (port) => `Host: a.example:${port}\r\nX-Forwarded-Host: 127.0.0.1:${port}\r\n`,
    ],
    ['a line that goes on', (port) => `Host: example.com\r\n 127.0.0.1:${port}\r\n`],
  ];
  it.each(wrong)('%s: page and calls are refused', async (_title, line) => {
    const test = await testServer();
    const { session } = await enter(test);
    const headers = line(test.host.split(':')[1] ?? '');
    const page = await get(test.host, '/', headers);
    expect([400, 403]).toContain(page.status);
    expect(page.body).toBe('');
    const rest = headersOf(test.host, { Host: null, 'rollcall-session': session, 'Content-Length': '2' });
    const call = await sendRaw(test.host, `POST /call/app.ping HTTP/1.1\r\n${headers}${rest}\r\n{}`);
    expect([400, 403]).toContain(call.status);
    expect(test.answer).not.toHaveBeenCalled();
  });

  it('missing in HTTP/1.0, where it may be', async () => {
    const { host } = await testServer();
    expect((await sendRaw(host, 'GET / HTTP/1.0\r\n\r\n')).status).toBe(403);
  });

  it('a whole address in the request line is no page and no call, whosever it is', async () => {
    const test = await testServer();
    const { session } = await enter(test);
    for (const address of [
      'http://example.com',
      `http://${test.host}`,
      'https://example.com',
      '//example.com',
    ]) {
      expect((await get(test.host, `${address}/`)).status).toBe(404);
      const call = await post(test.host, `${address}/call/app.ping`, '{}', { 'rollcall-session': session });
      expect(call.status).toBe(404);
    }
    expect(test.answer).not.toHaveBeenCalled();
  });
});

describe('security 27: a call is POST with JSON and an equal Origin', () => {
  it('and is answered', async () => {
    const test = await testServer();
    const { session } = await enter(test);
    const answer = await post(test.host, '/call/app.ping', '{"a":1}', { 'rollcall-session': session });
    expect(answer).toMatchObject({ status: 200, body: '{"ok":true,"value":{}}' });
    expect(test.answer.mock.calls).toEqual([['app.ping', { a: 1 }]]);
  });

  const origins: [string, (host: string) => string | null][] = [
    ['missing', () => null],
    ['null', () => 'null'],
    ['https', (host) => `https://${host}`],
    ['localhost', (host) => `http://localhost:${host.split(':')[1]}`],
    ['[::1]', (host) => `http://[::1]:${host.split(':')[1]}`],
    ['another port', () => 'http://127.0.0.1:1'],
    ['no port', () => 'http://127.0.0.1'],
    ['a trailing slash', (host) => `http://${host}/`],
    ['a trailing dot', (host) => `http://127.0.0.1.:${host.split(':')[1]}`],
    ['upper case', (host) => `HTTP://${host}`],
    ['a page elsewhere', () => 'https://example.com'],
    ['two', (host) => `http://${host}\r\nOrigin: http://${host}`],
    ['empty', () => ''],
    ['a name that begins alike', (host) => `http://${host}.example.com`],
    ['a user part', (host) => `http://a@${host}`],
    ['another address of loopback', (host) => `http://127.0.0.2:${host.split(':')[1]}`],
    ['the app’s own scheme', () => 'app://rollcall'],
    ['an extension', () => 'chrome-extension://abcdefghijklmnop'],
    ['a file', () => 'file://'],
    ['a list', (host) => `http://${host}, http://${host}`],
  ];
  it.each(origins)('Origin %s is refused', async (_title, origin) => {
    const test = await testServer();
    const { session } = await enter(test);
    const changed = { 'rollcall-session': session, Origin: origin(test.host) };
    expect((await post(test.host, '/call/app.ping', '{}', changed)).status).toBe(403);
    expect((await post(test.host, '/session', '{}', { Origin: origin(test.host) })).status).toBe(403);
    expect(test.answer).not.toHaveBeenCalled();
  });

  it.each(['same-site', 'cross-site', 'none'])('Sec-Fetch-Site %s is refused', async (site) => {
    const test = await testServer();
    const { session } = await enter(test);
    const changed = { 'rollcall-session': session, 'Sec-Fetch-Site': site };
    expect((await post(test.host, '/call/app.ping', '{}', changed)).status).toBe(403);
  });

  it.each([null, 'text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=utf-16'])(
    'Content-Type %s is refused',
    async (type) => {
      const test = await testServer();
      const { session } = await enter(test);
      const changed = { 'rollcall-session': session, 'Content-Type': type };
      expect((await post(test.host, '/call/app.ping', '{}', changed)).status).toBe(415);
    },
  );

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'TRACE'])('%s is refused', async (method) => {
    const { host } = await testServer();
    const answer = await sendRaw(host, `${method} /call/app.ping HTTP/1.1\r\n${headersOf(host, {})}\r\n`);
    expect(answer.status).toBe(405);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('a GET of a call, and a POST of a page, find nothing', async () => {
    const test = await testServer();
    const { session } = await enter(test);
    expect((await get(test.host, '/call/app.ping')).status).toBe(404);
    for (const path of ['/', '/call', '/sessions', '//session', '/call%2fapp.ping']) {
      expect((await post(test.host, path, '{}', { 'rollcall-session': session })).status).toBe(404);
    }
    expect(test.answer).not.toHaveBeenCalled();
  });

  it.each(['websocket', 'h2c', 'TLS/1.0'])(
    'an upgrade of a call to %s is refused, with its token too',
    async (to) => {
      const test = await testServer();
      const { session } = await enter(test);
      const upgrade = { Connection: 'Upgrade', Upgrade: to, 'rollcall-session': session };
      expect((await post(test.host, '/call/app.ping', '{}', upgrade)).status).toBe(403);
      expect(test.answer).not.toHaveBeenCalled();
    },
  );

  it('CONNECT and an upgrade end the connection', async () => {
    const test = await testServer();
    const upgrade = headersOf(test.host, { Connection: 'Upgrade', Upgrade: 'websocket' });
    const upgraded = await sendRaw(test.host, `GET / HTTP/1.1\r\n${upgrade}\r\n`);
    expect(upgraded.status).toBe(403);
    const connected = await sendRaw(
      test.host,
      `CONNECT example.com:80 HTTP/1.1\r\n${headersOf(test.host, {})}\r\n`,
    );
    expect(connected.status).toBe(0);
  });

  it('security 14: a channel’s name reaches the door as it was written', async () => {
    const test = await testServer();
    const { session } = await enter(test);
    for (const name of ['__proto__', '%61pp.ping', 'app.ping?x', '../session']) {
      await post(test.host, `/call/${name}`, '{}', { 'rollcall-session': session });
      expect(test.answer).toHaveBeenLastCalledWith(name, {});
    }
  });
});

describe('security 28: a call without the session’s token reaches nothing', () => {
  it.each([null, '', 'x', 'A'.repeat(43), 'A'.repeat(5000)])('%s', async (token) => {
    const test = await testServer();
    const { session } = await enter(test);
    const changed = { 'rollcall-session': token, Cookie: `rollcall-session=${session}` };
    const answer = await post(test.host, '/call/app.ping', '{}', changed);
    expect(answer).toMatchObject({ status: 401, body: '' });
    expect(test.answer).not.toHaveBeenCalled();
  });

  it('nor does one that shows it twice, in the address or as an entry token', async () => {
    const test = await testServer();
    const { session } = await enter(test);
    const twice = { 'rollcall-session': `${session}\r\nrollcall-session: ${session}` };
    expect((await post(test.host, '/call/app.ping', '{}', twice)).status).toBe(401);
    expect((await post(test.host, `/call/app.ping?rollcall-session=${session}`, '{}')).status).toBe(401);
    expect((await post(test.host, '/session', JSON.stringify({ token: session }))).status).toBe(401);
    expect(test.answer).not.toHaveBeenCalled();
  });

  it('a launch token enters once', async () => {
    const { host, sessions } = await testServer();
    const body = JSON.stringify({ token: sessions.issueLaunch() });
    expect((await post(host, '/session', body)).status).toBe(200);
    expect(await post(host, '/session', body)).toMatchObject({ status: 401, body: '' });
  });

  it.each(['', '{}', '[]', '{"token":1}', '{"token":"a","more":1}', '{"token":"a"', '\u0000', '"a"'])(
    'an entry of another form is refused: %s',
    async (body) => {
      const { host } = await testServer();
      expect(await post(host, '/session', body)).toMatchObject({ status: 400, body: '' });
    },
  );

  it('a reloaded page enters with its own token and takes the place of the one before', async () => {
    const test = await testServer();
    const before = await enter(test);
    await post(test.host, '/leave', '{}', { 'rollcall-session': before.session });
    const entered = await post(test.host, '/session', JSON.stringify({ token: before.reload }));
    const after = JSON.parse(entered.body) as { session: string };
    expect(test.end).toHaveBeenCalledOnce();
    const ping = (session: string) =>
      post(test.host, '/call/app.ping', '{}', { 'rollcall-session': session });
    expect((await ping(before.session)).status).toBe(401);
    expect((await ping(after.session)).status).toBe(200);
    expect(test.heard).toEqual(['enter', 'leave', 'enter', 'call']);
  });
});

describe('security 29: no answer is kept, guessed, framed or passed on', () => {
  it('whatever is asked', async () => {
    const test = await testServer();
    const { session } = await enter(test);
    const answers = [
      await get(test.host, '/'),
      await get(test.host, '/assets/index-1a2b.js'),
      await get(test.host, '/nowhere'),
      await get(test.host, '/', 'Host: example.com\r\n'),
      await post(test.host, '/call/app.ping', '{}'),
      await post(test.host, '/call/app.ping', '{}', { 'rollcall-session': session }),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 404, 403, 401, 200]);
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
      expect(headers['content-security-policy']).toMatch(/default-src 'none';.*frame-ancestors 'none'/);
      expect(Object.keys(headers).some((name) => name.startsWith('access-control'))).toBe(false);
      expect(headers['set-cookie']).toBeUndefined();
    }
  });

  it('a body has an end: the largest call fits, one byte more does not', async () => {
    const test = await testServer();
    const { session } = await enter(test);
    const largest = JSON.stringify({ write: 'a'.repeat(24), text: '\u0001'.repeat(TEXT_SLICE) });
    const call = (body: string, length = Buffer.byteLength(body)) =>
      post(test.host, '/call/write.append', body, {
        'rollcall-session': session,
        'Content-Length': String(length),
      });
    expect((await call(largest)).status).toBe(200);
    test.answer.mockClear();
    expect((await call(`{}${' '.repeat(6 * TEXT_SLICE + 4096)}`)).status).toBe(413);
    const chunk = ' '.repeat(1 << 20);
    const chunked = headersOf(test.host, { 'rollcall-session': session, 'Transfer-Encoding': 'chunked' });
    const endless = `100000\r\n${chunk}\r\n`.repeat(8);
    const answer = await sendRaw(test.host, `POST /call/write.append HTTP/1.1\r\n${chunked}\r\n${endless}`);
    expect([0, 413]).toContain(answer.status);
    expect(test.answer).not.toHaveBeenCalled();
  });

  it('two lengths of a body, or a length of pieces, is no request', async () => {
    const test = await testServer();
    const { session } = await enter(test);
    const body = '2\r\n{}\r\n0\r\n\r\n';
    for (const lengths of [
      { 'Transfer-Encoding': 'chunked' },
      { 'Content-Length': '2\r\nContent-Length: 3' },
      { 'Content-Length': '-1' },
    ]) {
      const answer = await post(test.host, '/call/app.ping', body, {
        'rollcall-session': session,
        ...lengths,
      });
      expect(answer.status).toBe(400);
    }
    expect(test.answer).not.toHaveBeenCalled();
  });

  it('a stranger’s body is not read: the answer comes before it', async () => {
    const { host } = await testServer();
    const answer = await post(host, '/call/write.append', '{', { 'Content-Length': '1000000' });
    expect(answer.status).toBe(401);
    expect((await post(host, '/session', 'x'.repeat(2000))).status).toBe(413);
  });

  it.each(['{', 'undefined', '{"a":1}}', ''])('a call that is no JSON reaches nothing: %s', async (body) => {
    const test = await testServer();
    const { session } = await enter(test);
    const answer = await post(test.host, '/call/app.ping', body, { 'rollcall-session': session });
    expect(answer.status).toBe(400);
    expect(test.answer).not.toHaveBeenCalled();
  });

  it('a slow request is ended, in its headers and in its body', async () => {
    const test = await testServer({ headers: 100, request: 200 });
    const { session } = await enter(test);
    expect((await sendRaw(test.host, 'GET / HTTP/1.1\r\nHost: ')).status).toBe(408);
    const slow = { 'rollcall-session': session, 'Content-Length': '100' };
    expect((await post(test.host, '/call/app.ping', '{', slow)).status).not.toBe(200);
    expect(test.answer).not.toHaveBeenCalled();
  });
});
