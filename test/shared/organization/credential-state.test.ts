import { expect, it } from 'vitest';
import { credentialState } from '../../../shared/organization/organization.ts';

it('security 17: holds the last four characters of a key and a secret at most', () => {
  const state = { ends: { key: '1234', secret: '5678' }, kept: 'protected', why: null };
  expect(credentialState.parse(state)).toEqual(state);
  expect(credentialState.parse({ ...state, ends: null, kept: 'memory' })).toMatchObject({ ends: null });
  for (const ends of [{ key: '12345', secret: '5678' }, { key: '1234', secret: '56789' }, {}])
    expect(credentialState.safeParse({ ...state, ends }).success).toBe(false);
  expect(credentialState.safeParse({ ...state, ends: { ...state.ends, token: 'x' } }).success).toBe(false);
  expect(credentialState.safeParse({ ...state, secret: 'whole' }).success).toBe(false);
  expect(credentialState.safeParse({ ...state, kept: 'elsewhere' }).success).toBe(false);
  expect(credentialState.safeParse({ ...state, kept: 'environment', why: 'No keyring.' }).success).toBe(true);
});
