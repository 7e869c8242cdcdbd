import { execFile } from 'node:child_process';
import { chmod, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startHost } from './harness/host.ts';
import { expect, test } from './harness/rollcall.ts';

/** A user of Unix who owns nothing. */
const NOBODY = { uid: 65_534, gid: 65_534 };

/** What a process tries that is told the address of the host and the paths of its files; prints what it got as JSON. */
const STRANGER = `
  const { readdirSync, readFileSync } = require('node:fs');
  const [host, launchFile] = process.argv.slice(1);
  const attempt = (work) => { try { return work(); } catch (error) { return error.code; } };
  const post = (path, body, headers) =>
    fetch('http://' + host + path, {
      method: 'POST', body, headers: { 'Content-Type': 'application/json', Origin: 'http://' + host, ...headers },
    }).then(async (answer) => [answer.status, await answer.text()].join(' ').trim(), (error) => String(error.cause ?? error));
  const processes = readdirSync('/proc').filter((name) => /^[0-9]+$/.test(name) && name !== String(process.pid));
  const hosts = processes.filter((name) => String(attempt(() => readFileSync('/proc/' + name + '/cmdline', 'utf8'))).includes(launchFile));
  (async () => {
    const guesses = new Set();
    for (let at = 0; at < 50; at += 1)
      guesses.add(await post('/session', JSON.stringify({ token: String(at).padStart(43, 'a') })));
    console.log(JSON.stringify({
      uid: process.getuid(),
      launchFile: attempt(() => readFileSync(launchFile, 'utf8')),
      environment: hosts.map((name) => attempt(() => readFileSync('/proc/' + name + '/environ', 'utf8'))),
      memory: hosts.map((name) => attempt(() => readFileSync('/proc/' + name + '/mem').length)),
      commands: hosts.map((name) => readFileSync('/proc/' + name + '/cmdline', 'utf8')),
      calls: [
        await post('/call/app.start', '{}'),
        await post('/call/app.start', '{}', { 'rollcall-session': 'a'.repeat(43) }),
        await post('/call/app.start', '{}', { Cookie: 'rollcall-session=' + 'a'.repeat(43) }),
        await post('/leave', '{}'),
      ],
      guesses: [...guesses],
    }));
  })();
`;

test('security 28, 29: another user of the computer gets in by no token, file, argument or guess', async ({
  folder,
}) => {
  test.skip(process.platform !== 'linux' || process.getuid?.() !== 0, 'only root may become another user');
  const userData = join(folder, 'data');
  await mkdir(userData);
  // Only what Rollcall writes is its owner’s alone.
  for (const open of [folder, userData]) await chmod(open, 0o755);
  const host = await startHost({ userData, folder });
  try {
    const page = await readFile(host.launchFile, 'utf8');
    const [, address = '', token = ''] = /url=http:\/\/([\d.:]+)\/#launch=([\w-]{43})"/.exec(page) ?? [];
    expect(token).not.toBe('');
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['-e', STRANGER, address, host.launchFile],
      { ...NOBODY, cwd: '/', env: {} },
    );
    const got = JSON.parse(stdout) as Record<string, string[]>;
    expect(stdout).not.toContain(token);
    expect(got['commands']).toHaveLength(1);
    expect(got).toMatchObject({
      uid: NOBODY.uid,
      launchFile: 'EACCES',
      environment: ['EACCES'],
      memory: ['EACCES'],
      calls: ['401', '401', '401', '401'],
      guesses: ['401'],
    });
    // Whose it is still gets in by it, and once.
    const enter = () =>
      fetch(`http://${address}/session`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: `http://${address}` },
        body: JSON.stringify({ token }),
      });
    expect((await enter()).status).toBe(200);
    expect((await enter()).status).toBe(401);
  } finally {
    await host.stop();
  }
});
