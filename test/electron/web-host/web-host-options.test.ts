import { expect, it } from 'vitest';
import { readWebHostArguments } from '../../../electron/web-host/web-host-options.ts';

const folder = '/work/rosters';
/** Security 24, and the time of security 22. */
const USUAL = { rate: 60, concurrency: 2, settle: 40 };

it('reads nothing as a host that opens nothing and waits ten minutes', () => {
  expect(readWebHostArguments([], folder)).toEqual({
    ok: true,
    value: { opening: null, launchFile: null, idleSeconds: 600, testServers: false, limits: USUAL },
  });
});

it('reads a file and options, against the folder of the call', () => {
  const given = [
    '--launch-file',
    '../launch.html',
    'spring.txt',
    '--idle-seconds',
    '5',
    '--allow-test-server',
    '--rate',
    '600',
    '--settle',
    '5',
  ];
  expect(readWebHostArguments(given, folder)).toEqual({
    ok: true,
    value: {
      opening: '/work/rosters/spring.txt',
      launchFile: '/work/launch.html',
      idleSeconds: 5,
      testServers: true,
      limits: { ...USUAL, rate: 600, settle: 5 },
    },
  });
});

it.each([
  ['a.txt', 'b.txt'],
  ['--port', '80'],
  ['--idle-seconds', '0'],
  ['--idle-seconds', 'x'],
  ['--launch-file'],
  ['--rate', '0'],
  ['--rate', '6001'],
  ['--concurrency', '1.5'],
  ['--settle', 'x'],
])('refuses %s %s', (...given) => {
  expect(readWebHostArguments(given, folder)).toMatchObject({ ok: false });
});
