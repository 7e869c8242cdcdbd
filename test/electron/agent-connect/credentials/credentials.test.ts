import { describe, expect, it } from 'vitest';
import { readCredentials } from '../../../../electron/agent-connect/credentials/credentials.ts';

const [ROLLCALL_API_KEY, ROLLCALL_API_SECRET] = ['a key/+=', 's3cret'];

describe('the key and the secret', () => {
  it('security 17: come from the environment, without what a file puts around them', () => {
    expect(readCredentials({ ROLLCALL_API_KEY: ' k3y\n', ROLLCALL_API_SECRET })).toEqual({
      ok: true,
      value: { key: 'k3y', secret: 's3cret' },
    });
  });

  it.each([
    [{}, 'connect.noCredentials', 'ROLLCALL_API_KEY'],
    [{ ROLLCALL_API_KEY: 'k' }, 'connect.noCredentials', 'ROLLCALL_API_SECRET'],
    [{ ROLLCALL_API_KEY: 'k', ROLLCALL_API_SECRET: ' ' }, 'connect.noCredentials', 'ROLLCALL_API_SECRET'],
    [{ ROLLCALL_API_KEY, ROLLCALL_API_SECRET }, 'connect.badCredentials', 'ROLLCALL_API_KEY'],
    [{ ROLLCALL_API_KEY: 'k', ROLLCALL_API_SECRET: 'a\nb' }, 'connect.badCredentials', 'ROLLCALL_API_SECRET'],
    [
      { ROLLCALL_API_KEY: 'k', ROLLCALL_API_SECRET: 's', NODE_TLS_REJECT_UNAUTHORIZED: '0' },
      'connect.weakTls',
      '',
    ],
  ])('security 20: are refused in %o', (environment, code, which) => {
    const read = readCredentials(environment);
    expect(read).toMatchObject({ failure: { code } });
    expect(JSON.stringify(read)).toContain(which);
  });
});
