import { describe, expect, it } from 'vitest';
import { signToken } from '../../../../electron/agent-connect/client/ask.ts';

describe('the token of a request', () => {
  it('is what every maker of HS256 tokens makes', () => {
    // Made with OpenSSL: the first two parts in base64url, and `openssl dgst -sha256 -hmac your-256-bit-secret` of them.
    const expected = [
      'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9',
      'eyJpYXQiOjE1MTYyMzkwMjJ9',
      'tbDepxpstvGdW8TC3G8zg4B6rUYAOvfzdceoH48wgRQ',
    ];
    expect(signToken('your-256-bit-secret', 1_516_239_022_999).split('.')).toEqual(expected);
  });

  it('is signed with the secret and the time', () => {
    const tokens = [signToken('a', 1000), signToken('b', 1000), signToken('a', 2000), signToken('a', 1999)];
    expect(new Set(tokens).size).toBe(3);
  });
});
