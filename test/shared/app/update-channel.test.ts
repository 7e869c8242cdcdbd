import { describe, expect, it } from 'vitest';
import { type ChannelFacts, judgeChannel } from '../../../shared/app/update-channel.ts';

const FEED = 'https://rollcall.example/updates';
const config = {
  provider: 'generic',
  url: FEED,
  publisherName: ['CN=Rollcall'],
  updaterCacheDirName: 'rollcall-updater',
};
const windows: ChannelFacts = {
  platform: 'win32',
  isPackaged: true,
  switched: undefined,
  hasUninstaller: true,
  config,
};

describe('security 30: newer versions are looked for', () => {
  it('where the distributor says so and the system checks who signed them', () => {
    expect(judgeChannel(windows)).toEqual({ kind: 'on', platform: 'win32', feed: FEED });
    const unnamed = { provider: 'generic', url: FEED };
    const mac = { ...windows, platform: 'darwin', hasUninstaller: false, config: unnamed };
    expect(judgeChannel(mac)).toEqual({ kind: 'on', platform: 'darwin', feed: FEED });
    const one = { ...config, publisherName: 'Rollcall' };
    expect(judgeChannel({ ...windows, config: one })).toMatchObject({ kind: 'on' });
  });

  const nowhere: [string, Partial<ChannelFacts>, string][] = [
    ['in a package without a channel', { config: null }, 'no channel'],
    ['from a checkout', { isPackaged: false }, 'not in a checkout'],
    ['where an administrator says no', { switched: 'off' }, 'switched off by ROLLCALL_UPDATES'],
    ['on Linux', { platform: 'linux' }, 'not where nothing checks signatures'],
    ['where an administrator installed it', { hasUninstaller: false }, 'installed by an administrator'],
    [
      'on Windows without a publisher',
      { config: { provider: 'generic', url: FEED } },
      'app-update.yml names no publisher, as nothing is signed',
    ],
  ];
  it.each(nowhere)('nowhere %s, and it is said why', (_, facts, why) => {
    expect(judgeChannel({ ...windows, ...facts })).toEqual({ kind: 'off', why });
  });

  const unusable: unknown[] = [
    ...[
      'http://rollcall.example/',
      'https://ana@rollcall.example/',
      'HTTPS://@a.example/',
      'file:///a',
      'x',
      '',
    ].map((url) => ({ ...config, url })),
    { ...config, provider: 'github' },
    { ...config, publisherName: [] },
    { ...config, publisherName: '' },
    { ...config, publisherName: null },
    'provider: generic',
    [],
    {},
    0,
  ];
  it.each(unusable)('nowhere by %j', (one) => {
    expect(judgeChannel({ ...windows, config: one })).toEqual({
      kind: 'off',
      why: 'app-update.yml names no generic provider by https',
    });
  });
});
