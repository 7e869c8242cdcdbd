import { describe, expect, it, onTestFinished } from 'vitest';
import { changeMappings, changeProfile } from '../../../renderer/organization/profile.ts';
import { followTeam } from '../../../renderer/organization/follow-team.ts';
import { chooseOrganization, loadOrganizations } from '../../../renderer/organization/keep-organization.ts';
import { teamSettled } from '../../../renderer/organization/load-team.ts';
import type { Session } from '../../../renderer/app/session/session.ts';
import { failed } from '../../../shared/failures/failures.ts';
import { EMPTY_PROFILE, type OrganizationProfile } from '../../../shared/organization/profile.ts';
import { failure, success } from '../../../shared/failures/result.ts';
import { documentOf, openRows, testSession } from '../test-session.ts';

const [ACME, OTHER] = ['1'.repeat(16), '2'.repeat(16)];
const HEADER = '*Role\tEmail Address\t*First Name\t*Last Name\tTeam Leader\tGroup Assignments';

type Kept = Map<string | null, OrganizationProfile>;

/** A session whose host keeps two organizations and their profiles. */
function keeping(kept: Kept, chosen: string | null = ACME, canSave = () => true): Session {
  const organization = (id: string) => ({
    id,
    name: id,
    address: { subdomain: 'acme' },
    environment: 'test' as const,
    host: 'acme.api.stellaconnect.net',
    team: null,
  });
  const { session } = testSession({
    'organization.list': () =>
      success({
        organizations: [ACME, OTHER].map(organization),
        chosen,
        testServers: false,
        setAside: false,
      }),
    'organization.choose': () => success({}),
    'profile.read': ({ organization: id }: { organization: string | null }) =>
      success({ profile: kept.get(id) ?? EMPTY_PROFILE, setAside: false }),
    'profile.save': (request: { organization: string | null; profile: OrganizationProfile }) => {
      if (!canSave())
        return failure(failed('organization.notKept', { what: 'The profile', reason: 'the disk is full' }));
      kept.set(request.organization, request.profile);
      return success({});
    },
  });
  onTestFinished(followTeam(session));
  return session;
}

const shown = (session: Session) => session.store.getState().organizations.profile;
const addRole = (role: string) => (profile: OrganizationProfile) => ({
  ...profile,
  roles: [...profile.roles, role],
});
const codes = (session: Session) =>
  documentOf(session).roster.rows.flatMap(({ id }) =>
    documentOf(session)
      .checker.problemsOf(id)
      .map(({ code }) => code)
      .filter((code) => code.endsWith('.unknown')),
  );

describe('changeProfile', () => {
  it('carries out one change after the other, and keeps each', async () => {
    const kept: Kept = new Map();
    const session = keeping(kept);
    await loadOrganizations(session);
    await Promise.all(['A', 'B', 'C'].map((role) => changeProfile(session, addRole(role))));
    expect(shown(session).roles).toEqual(['A', 'B', 'C']);
    expect(kept.get(ACME)?.roles).toEqual(['A', 'B', 'C']);
  });

  it('begins with the profile that is still being read', async () => {
    const kept: Kept = new Map([[OTHER, { ...EMPTY_PROFILE, roles: ['Kept'] }]]);
    const session = keeping(kept);
    await loadOrganizations(session);
    chooseOrganization(session, OTHER);
    await changeProfile(session, addRole('New'));
    expect(kept.get(OTHER)?.roles).toEqual(['Kept', 'New']);
  });

  it('changes the organization that was chosen when it was asked for, whichever is chosen then', async () => {
    const kept: Kept = new Map([[ACME, { ...EMPTY_PROFILE, roles: ['Kept'] }]]);
    const session = keeping(kept);
    await loadOrganizations(session);
    const work = changeProfile(session, addRole('New'));
    chooseOrganization(session, null);
    await work;
    expect(kept.get(ACME)?.roles).toEqual(['Kept', 'New']);
    expect(kept.has(null)).toBe(false);
    expect(shown(session).roles).toEqual([]);
  });

  it('says what cannot be kept, and leaves the profile as it was', async () => {
    const session = keeping(new Map(), null, () => false);
    await loadOrganizations(session);
    await changeProfile(session, addRole('A'));
    expect(shown(session).roles).toEqual([]);
    expect(session.store.getState().done?.sentence).toMatch(/^The profile could not be kept .*disk is full/);
    await changeProfile(session, (profile) => ({ ...profile, roles: Array<string>(5001).fill('x') }));
    expect(session.store.getState().done?.sentence).toMatch(/take fewer names/);
  });

  it('forgets the mappings used longest ago before a profile gets too long to keep', async () => {
    const kept: Kept = new Map();
    const session = keeping(kept, null);
    await loadOrganizations(session);
    const mapping = (shape: string) => ({
      shape: [shape, ...Array<string>(200).fill('x'.repeat(1000))],
      usedAt: '2026-03-01T00:00:00Z',
      mapping: [],
    });
    await changeProfile(session, (profile) => ({
      ...profile,
      mappings: ['1', '2', '3'].map(mapping),
    }));
    expect(kept.get(null)?.mappings.map(({ shape }) => shape[0])).toEqual(['1', '2']);
  });

  it('has the open roster checked anew where its rules depend on it, and not else', async () => {
    const session = keeping(new Map());
    await loadOrganizations(session);
    await openRows(session, [HEADER, 'Coach\ta@acme.com\tA\tB\tb@acme.com\t{Tier 1}']);
    expect(codes(session)).toEqual([]);
    await changeProfile(session, addRole('Agent'));
    await expect.poll(() => codes(session)).toEqual(['role.unknown']);
    const { checker } = documentOf(session);
    await changeProfile(session, (profile) => ({ ...profile, mappings: [] }));
    expect(documentOf(session).checker).toBe(checker);
    await changeProfile(session, (profile) => ({ ...profile, groups: ['Tier 2'] }));
    await expect.poll(() => codes(session)).toEqual(['role.unknown', 'groups.unknown']);
    chooseOrganization(session, OTHER);
    await expect.poll(() => codes(session)).toEqual([]);
    chooseOrganization(session, ACME);
    await teamSettled(session);
    await expect.poll(() => codes(session)).toEqual(['role.unknown', 'groups.unknown']);
  });
});

describe('changeMappings', () => {
  const remembered = { shape: ['name'], usedAt: '2026-11-30T09:00:00Z', mapping: [] };

  it('remembers with the organization and without one, whichever is chosen then', async () => {
    const kept: Kept = new Map([[ACME, { ...EMPTY_PROFILE, roles: ['Agent'] }]]);
    const session = keeping(kept);
    await loadOrganizations(session);
    await changeMappings(session, () => [remembered]);
    expect(kept.get(ACME)).toEqual({ ...EMPTY_PROFILE, roles: ['Agent'], mappings: [remembered] });
    expect(kept.get(null)).toEqual({ ...EMPTY_PROFILE, mappings: [remembered] });
    expect(session.store.getState().organizations.mappings).toEqual([remembered]);
    chooseOrganization(session, OTHER);
    await teamSettled(session);
    await changeProfile(session, (profile) => profile);
    expect(shown(session).mappings).toEqual([]);
    expect(session.store.getState().organizations.mappings).toEqual([remembered]);
  });

  it('knows at the next start what was remembered without an organization', async () => {
    const session = keeping(new Map([[null, { ...EMPTY_PROFILE, mappings: [remembered] }]]));
    await loadOrganizations(session);
    expect(session.store.getState().organizations.mappings).toEqual([remembered]);
  });
});
