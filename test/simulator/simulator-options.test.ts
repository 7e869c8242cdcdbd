import { describe, expect, it } from 'vitest';
import { KINDS, readFault } from './faults.ts';
import { readSimulatorArguments, USAGE } from './simulator-options.ts';

describe('the options of the simulator', () => {
  it('have defaults that its opening words can name', () => {
    expect(readSimulatorArguments([], '/work')).toEqual({
      ok: true,
      value: {
        port: 4010,
        key: 'demo-key',
        secret: 'demo-secret',
        people: 45,
        team: null,
        latency: 0,
        rate: 0,
        clock: 0,
        token: 'alone',
        faults: [],
      },
    });
  });

  it('read what is given', () => {
    const given = [
      '--port',
      '0',
      '--team',
      'team.json',
      '--clock=-600',
      '--fault',
      'GET,429,times=2',
      '--fault',
      '*,late,ms=5',
    ];
    expect(readSimulatorArguments(given, '/work')).toMatchObject({
      value: {
        port: 0,
        team: '/work/team.json',
        clock: -600,
        faults: [
          { method: 'GET', kind: 429, times: 2 },
          { method: '*', kind: 'late', ms: 5 },
        ],
      },
    });
  });

  it.each([['--port', 'x'], ['--nonsense'], ['--fault', 'GET'], ['--fault', 'GET,lose,times=x'], ['file']])(
    'refuse %s %s',
    (...given) => {
      expect(readSimulatorArguments(given, '/work').ok).toBe(false);
    },
  );

  it('are all documented', () => {
    for (const name of ['port', 'key', 'secret', 'people', 'team', 'latency', 'rate', 'clock', 'fault'])
      expect(USAGE).toContain(`--${name} `);
  });
});

describe('the faults that it knows', () => {
  it.each(Object.keys(KINDS))('%s is in its help, and can be asked for', (kind) => {
    expect(USAGE).toContain(`\n                    ${kind} `);
    expect(readFault(`POST,${kind},about=ana@acme.example,times=3`)).toMatchObject({
      kind,
      method: 'POST',
      about: 'ana@acme.example',
      times: 3,
    });
  });

  it('takes any Retry-After that has no comma', () => {
    for (const retryAfter of ['1.5', '-1', '0', 'soon', '2|2', '2026-06-01T08:00:00Z'])
      expect(readFault(`GET,429,retry-after=${retryAfter}`)).toMatchObject({ kind: 429, retryAfter });
  });
});
