import { describe, expect, it } from 'vitest';
import { signToken } from '../../../electron/agent-connect/sign-token.ts';

describe('the token of a request', () => {
  it('is what every maker of HS256 tokens makes', () => {
    // The three parts as jwt.io shows them for these claims and this secret.
    const token = signToken('your-256-bit-secret', 1_516_239_022_999);
    const [head = '', body = '', signature = ''] = token.split('.');
    expect(Buffer.from(head, 'base64url').toString()).toBe('{"alg":"HS256","typ":"JWT"}');
    expect(Buffer.from(body, 'base64url').toString()).toBe('{"iat":1516239022}');
    expect(signature).toMatch(/^[\w-]{43}$/);
  });

  it('is signed with the secret and the time', () => {
    const tokens = [signToken('a', 1000), signToken('b', 1000), signToken('a', 2000), signToken('a', 1999)];
    expect(new Set(tokens).size).toBe(3);
  });
});
