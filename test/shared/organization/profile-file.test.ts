import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { READ_LATER } from '../../../shared/failures/entry.ts';
import { failureSentence } from '../../../shared/failures/failures.ts';
import type { ColumnMapping } from '../../../shared/import/mapping/mapping.ts';
import {
  EMPTY_PROFILE,
  fitProfile,
  type OrganizationProfile,
  type ProfileFile,
  profileText,
  readProfileText,
} from '../../../shared/organization/profile.ts';

const PROFILE: OrganizationProfile = {
  ...EMPTY_PROFILE,
  roles: ['Team Leader [Default]', '__proto__'],
  groups: ['Tier 2', 'Kundenservice “Süd”'],
  dayOrder: 'dmy',
  template: {
    file: 'acme-template.txt',
    headers: ['*First Name', 'Cost Centre', '*First Name'],
    delimiter: ';',
    takenAt: '2026-03-01T10:00:00.000Z',
  },
};
const ACME = { name: 'Acme', address: { subdomain: 'acme' }, environment: 'production' } as const;
const FILE: ProfileFile = { organization: ACME, profile: PROFILE };

const code = (text: string): string => {
  const read = readProfileText(text, 'x.json');
  if (!read.ok) expect(failureSentence(read.failure, READ_LATER)).toMatch(/^“x\.json” .*\.$/);
  return read.ok ? 'read' : read.failure.code;
};
const changed = (change: object): string => JSON.stringify({ ...JSON.parse(profileText(FILE)), ...change });

describe('an exported profile', () => {
  it('is read back as it was, with a byte order mark or without', () => {
    for (const file of [FILE, { organization: null, profile: EMPTY_PROFILE }])
      for (const mark of ['', '\uFEFF'])
        expect(readProfileText(mark + profileText(file), 'x.json')).toEqual({ ok: true, value: file });
  });

  it('is read back whatever its names are', () => {
    const names = fc.array(fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }), { maxLength: 10 });
    fc.assert(
      fc.property(names, names, (roles, groups) => {
        const file = { ...FILE, profile: { ...PROFILE, roles, groups } };
        expect(readProfileText(profileText(file), 'x.json')).toEqual({ ok: true, value: file });
      }),
    );
  });

  it.each([
    '',
    'null',
    '[]',
    '{',
    '"rollcallProfile"',
    '{"rollcallProfile":"1"}',
    '{"rollcallProfile":0}',
    'Role\tName\n',
    '['.repeat(200_000),
  ])('is not %.20j', (text) => {
    expect(code(text)).toBe('profile.notOne');
  });

  it.each([
    ['a profile that is missing', { profile: undefined }],
    ['a key that Rollcall does not write', { people: [{ email: 'ana@acme.com' }] }],
    ['a key in the profile', { profile: { ...PROFILE, team: {} } }],
    ['a role that is no text', { profile: { ...PROFILE, roles: [1] } }],
    ['a role without a name', { profile: { ...PROFILE, roles: [''] } }],
    ['too many roles', { profile: { ...PROFILE, roles: Array(5001).fill('x') } }],
    ['too long a role', { profile: { ...PROFILE, roles: ['x'.repeat(1001)] } }],
    ['more than is kept in all', { profile: { ...PROFILE, roles: Array(600).fill('x'.repeat(1000)) } }],
    [
      'a delimiter of two characters',
      { profile: { ...PROFILE, template: { ...PROFILE.template, delimiter: '::' } } },
    ],
    ['another day order', { profile: { ...PROFILE, dayOrder: 'ymd' } }],
    ['no name', { organization: { ...ACME, name: ' ' } }],
    ['an address of its own', { organization: { ...ACME, address: { url: 'https://evil.example' } } }],
  ])('is refused with %s', (_, change) => {
    expect(code(changed(change))).toBe('profile.damaged');
  });

  it.each([
    ['profile.roles.0', { profile: { ...PROFILE, roles: [1] } }],
    ['its parts', { people: [] }],
    ['its parts', { profile: { ...PROFILE, roles: Array(600).fill('x'.repeat(1000)) } }],
  ])('says that %s is damaged', (where, change) => {
    const read = readProfileText(changed(change), 'x.json');
    expect(read).toMatchObject({ ok: false, failure: { facts: { name: 'x.json', where } } });
  });

  it('forgets the mappings that were used longest ago where all of them are too much', () => {
    const mappings = Array.from({ length: 20 }, (_, at) => ({
      shape: Array(60).fill('x'.repeat(1000)),
      usedAt: `2026-11-${30 - at}T09:00:00.000Z`,
      mapping: [],
    }));
    const kept = fitProfile({ ...EMPTY_PROFILE, mappings })?.mappings ?? [];
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.length).toBeLessThan(20);
    expect(kept).toEqual(mappings.slice(0, kept.length));
    const fitting = { ...EMPTY_PROFILE, mappings: kept };
    expect(fitProfile(fitting)).toEqual(fitting);
  });

  it('is refused with keys that would be an object’s own', () => {
    const text = profileText(FILE);
    const planted = [
      text.replace('"profile": {', '"profile": { "__proto__": { "roles": ["x"] },'),
      text.replace('{', '{ "__proto__": { "polluted": true },'),
      text.replace('{', '{ "constructor": { "prototype": { "polluted": true } },'),
    ];
    for (const hostile of planted) {
      expect(hostile).not.toBe(text);
      expect(['profile.damaged', 'read']).toContain(code(hostile));
    }
    expect('polluted' in {}).toBe(false);
  });

  it('of a newer Rollcall is named as such', () => {
    expect(code(changed({ rollcallProfile: 3, more: true }))).toBe('profile.newerFile');
  });

  it('of version 1 is read, with its mappings, and written as version 2', () => {
    const path = fileURLToPath(new URL('../../fixtures/profile-version-1.json', import.meta.url));
    const text = readFileSync(path, 'utf8');
    const read = readProfileText(text, 'x.json');
    const { profile } = JSON.parse(text) as { profile: OrganizationProfile };
    expect(read).toEqual({ ok: true, value: { organization: null, profile } });
    expect(profileText({ organization: null, profile })).toContain('"rollcallProfile": 2');
  });

  it('keeps every way in which a column is made', () => {
    const mapping: ColumnMapping = [
      { key: 'phoneChannel', from: { kind: 'listed', column: 1 }, values: [{ from: 'Fax', to: 'y' }] },
      { key: 'teamLeader', from: { kind: 'person', column: 2, manages: true }, values: [] },
      { key: 'canManageTeams', from: { kind: 'leads' }, values: [] },
      { key: 'licenseType', from: { kind: 'by', column: 3, rest: 'Standard' }, values: [] },
      { key: 'excluded', from: { kind: 'by', column: 4, rest: '' }, values: [{ from: 'LOA', to: 'y' }] },
    ];
    const usedAt = '2026-11-30T09:00:00.000Z';
    const profile = { ...EMPTY_PROFILE, mappings: [{ shape: ['a'], usedAt, mapping }] };
    const file = { organization: null, profile };
    expect(readProfileText(profileText(file), 'x.json')).toEqual({ ok: true, value: file });
  });

  it('is told from whatever bytes there are', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(code(text)).not.toBe('read');
      }),
    );
  });
});
