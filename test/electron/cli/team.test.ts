import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { KEY, SECRET, simulatorHere } from '../../simulator/simulator-here.ts';
import { personRow, rollcall, temporaryFolder, writeRows } from './rollcall-here.ts';

beforeEach(() => {
  vi.stubEnv('ROLLCALL_API_KEY', KEY);
  vi.stubEnv('ROLLCALL_API_SECRET', SECRET);
  return () => {
    vi.unstubAllEnvs();
  };
});

describe('rollcall team', () => {
  it('saves a snapshot that check takes with --team', async () => {
    const { url } = await simulatorHere();
    const folder = await temporaryFolder();
    const out = join(folder, 'team.txt');
    const { code, out: stdout, err } = await rollcall('team', '--base-url', url, '--out', out);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(err).toBe(`Wrote 45 people (1 deactivated) of ${new URL(url).host} to ${out}.\n`);
    const text = (await readFile(out)).subarray(2).toString('utf16le');
    expect(text).not.toContain('Temporary Password');
    expect(text).toContain('\tperson1@acme.example\t0000002\tBjörn\tŁuczak\tKraków\t');
    expect((await stat(out)).mode & 0o777).toBe(0o600);

    const hire = personRow({ email: 'new@acme.example', teamLeader: 'leader20@acme.example' });
    const double = personRow({ email: 'PERSON1@acme.example', teamLeader: '0000001', firstName: 'Eve' });
    const roster = await writeRows(folder, [hire, double]);
    const checked = await rollcall('check', roster, '--team', out, '--json');
    const codes = (JSON.parse(checked.out) as { problems: { code: string }[] }).problems.map(
      (found) => found.code,
    );
    expect(codes).toContain('person.exists');
    expect(codes).not.toContain('leader.notFound');
    expect((await rollcall('check', roster)).err).toContain('leader.notFound');
  });

  it('waits as it is told and says so', async () => {
    const { url, faults } = await simulatorHere();
    faults.add({ kind: 429, retryAfter: '1' });
    const { code, err } = await rollcall(
      'team',
      '--base-url',
      url,
      '--out',
      join(await temporaryFolder(), 'team.txt'),
    );
    expect(code).toBe(0);
    expect(err).toContain('Agent Connect is limiting requests; trying again in 1 second…\n');
  });

  it('stops at Ctrl+C with nothing written', async () => {
    const { url } = await simulatorHere({ latency: 100 });
    const folder = await temporaryFolder();
    const running = rollcall('team', '--base-url', url, '--out', join(folder, 'team.txt'));
    while (process.listenerCount('SIGINT') === 0) await new Promise((resolve) => setImmediate(resolve));
    process.emit('SIGINT');
    expect(await running).toMatchObject({ code: 2, err: 'Stopped. Nothing was changed.\n' });
    expect(await readdir(folder)).toEqual([]);
    expect(process.listenerCount('SIGINT')).toBe(0);
  });

  it('answers 2 and leaves the file that is there when it fails half way', async () => {
    const { url, faults } = await simulatorHere();
    const folder = await temporaryFolder();
    const out = await writeRows(folder, [personRow({ email: 'old@acme.example' })], 'team.txt');
    const before = await readFile(out);
    faults.add({ kind: 'garbage', after: 3 });
    const { code, out: stdout, err } = await rollcall('team', '--base-url', url, '--out', out);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(err).toMatch(/^The answer of “127\.0\.0\.1:\d+” is not one of Agent Connect’s/);
    expect(await readFile(out)).toEqual(before);
    expect(await readdir(folder)).toEqual(['team.txt']);
  });

  it.each([
    ['no address', [], '--subdomain'],
    ['two addresses', ['--subdomain', 'acme', '--base-url', 'http://127.0.0.1:1'], 'cannot be used with'],
    [
      'an address elsewhere',
      ['--base-url', 'https://acme.api.stellaconnect.net'],
      'not an address on this computer',
    ],
    ['a subdomain that is none', ['--subdomain', 'acme.example'], 'is not a subdomain'],
    ['the key as an argument', ['--subdomain', 'acme', '--key', 'k'], 'Unknown option'],
  ])('answers 2 with a sentence for %s', async (_, argv, words) => {
    const { code, err } = await rollcall('team', '--out', 'never.txt', ...argv);
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(err).toMatch(/^[“A-Z][^]*[.?)]\n$/u);
  });

  it('answers 2 where the environment has no key', async () => {
    vi.stubEnv('ROLLCALL_API_KEY', '');
    const { code, err } = await rollcall('team', '--subdomain', 'acme', '--out', 'never.txt');
    expect(code).toBe(2);
    expect(err).toContain('ROLLCALL_API_KEY is not set');
  });
});
