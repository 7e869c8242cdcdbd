import { expect, it } from 'vitest';
import { describeProfile } from '../../../renderer/organization/import-profile.tsx';
import { EMPTY_PROFILE } from '../../../shared/organization/profile.ts';

const mapping = { shape: ['name'], usedAt: '2026-05-30T08:00:00Z', mapping: [] };

it('says what a profile has, a line each', () => {
  const profile = { ...EMPTY_PROFILE, roles: ['Agent'], groups: ['A', 'B'], mappings: [mapping] };
  const acme = { name: 'Acme', address: { subdomain: 'acme' }, environment: 'production' } as const;
  expect(describeProfile(acme, { ...profile, dayOrder: 'dmy' })).toEqual([
    'Acme, for production, at acme',
    '1 role',
    '2 groups',
    'Dates with the day first',
    '1 mapping of columns',
  ]);
  const test = { ...acme, address: { testServer: 'localhost:1' }, environment: 'test' } as const;
  expect(describeProfile(test, { ...EMPTY_PROFILE, dayOrder: 'mdy', mappings: [mapping, mapping] })).toEqual([
    'Acme, for tests, at localhost:1',
    'Dates with the month first',
    '2 mappings of columns',
  ]);
});

it('says that a profile has nothing', () => {
  expect(describeProfile(null, EMPTY_PROFILE)).toEqual(['Nothing: no roles, no groups, no template']);
});
