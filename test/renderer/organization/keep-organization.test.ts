import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import {
  chooseOrganization,
  loadOrganizations,
  removeOrganization,
  saveOrganization,
} from '../../../renderer/organization/keep-organization.ts';
import { teamSettled } from '../../../renderer/organization/load-team.ts';
import {
  addFromProfile,
  exportProfile,
  openProfile,
  replaceProfile,
} from '../../../renderer/organization/move-profile.ts';
import { chosenOrganization, isTeamBusy } from '../../../renderer/organization/organizations.ts';
import { forgetTeam, pullTeam, readTeamFile } from '../../../renderer/organization/pull-team.ts';
import { changeProfile } from '../../../renderer/organization/profile.ts';
import { readSubdomain } from '../../../renderer/organization/details-form.tsx';
import { openTemplate, takeTemplate, templateIn } from '../../../renderer/organization/take-template.ts';
import { openFile } from '../../../renderer/app/session/open-roster.ts';
import type { Session } from '../../../renderer/app/session/session.ts';
import { EMPTY_PROFILE } from '../../../shared/organization/profile.ts';
import { hostedSession } from '../hosted-session.ts';
import { documentOf, openRows, testFile, testSession } from '../test-session.ts';

const DETAILS = { name: 'Acme', address: { subdomain: 'acme' }, environment: 'test' } as const;
const TEAM_HEADER =
  'Role\tCan Manage Teams\tEmail Address\tEmployee ID\tFirst Name\tLast Name\tHome Town\tPhone Channel\tChat Channel\tEmail Channel\tTeam Leader\tEmployment Status\tStart Date\tDeactivated';
const TEAM = [
  TEAM_HEADER,
  'Agent\tn\tana@acme.example\t7\tAna\tRuiz\tCork\ty\tn\tn\t\t\t\tn',
  'Coach\ty\tbo@acme.example\t8\tBo\tRay\tCork\ty\tn\tn\t\t\t\tn',
  '',
].join('\n');

const organizations = ({ store }: Session) => store.getState().organizations;
const said = ({ store }: Session): string | undefined => store.getState().done?.sentence;

/** A session with a real host in which some organizations are kept; the last is worked with. */
async function withOrganizations(...names: string[]) {
  const made = await hostedSession();
  const ids: string[] = [];
  for (const name of names) {
    const saved = await saveOrganization(made.session, null, { ...DETAILS, name });
    if (!saved.ok) throw new Error(saved.failure.code);
    ids.push(saved.value.id);
  }
  await teamSettled(made.session);
  return { ...made, ids, id: ids.at(-1) ?? '' };
}

describe('organizations that are kept', () => {
  it('are listed by name, and a new one is worked with', async () => {
    const { session, ids } = await withOrganizations('Beta', 'acme', 'Cosa');
    expect(organizations(session).all.map(({ name }) => name)).toEqual(['acme', 'Beta', 'Cosa']);
    expect(organizations(session).chosen).toBe(ids[2]);
    expect(chosenOrganization(organizations(session))?.name).toBe('Cosa');
  });

  it('are changed in their place, and the one that is worked with stays', async () => {
    const { session, ids } = await withOrganizations('Acme', 'Beta');
    await saveOrganization(session, ids[0] ?? '', { ...DETAILS, name: 'Zeta', environment: 'production' });
    expect(organizations(session).all.map(({ name }) => name)).toEqual(['Beta', 'Zeta']);
    expect(organizations(session)).toMatchObject({
      chosen: ids[1],
      all: [{}, { environment: 'production' }],
    });
  });

  it('say why they are not kept, or not removed', async () => {
    const { session, ids } = await withOrganizations('Acme');
    const bad = { ...DETAILS, name: 'Bad', address: { subdomain: 'not a subdomain' } };
    expect(await saveOrganization(session, null, bad)).toMatchObject({ ok: false });
    expect(organizations(session).all).toHaveLength(1);
    expect(await removeOrganization(testSession().session, ids[0] ?? '')).toMatchObject({ ok: false });
  });

  it('are taken up at the next start, with the one chosen last; one that is gone is not chosen', async () => {
    const { session, ids } = await withOrganizations('Acme', 'Beta');
    chooseOrganization(session, ids[0] ?? '');
    await teamSettled(session);
    await vi.waitFor(async () => {
      const listed = await session.host.call('organization.list', {});
      expect(listed.ok && listed.value.chosen).toBe(ids[0]);
    });
    session.store.setState({ organizations: { ...organizations(session), all: [], chosen: null } });
    await loadOrganizations(session);
    expect(organizations(session)).toMatchObject({ chosen: ids[0], testServers: false });
    expect(organizations(session).all).toHaveLength(2);
    await removeOrganization(session, ids[0] ?? '');
    expect([organizations(session).chosen, organizations(session).all.map(({ name }) => name)]).toEqual([
      null,
      ['Beta'],
    ]);
    await removeOrganization(session, ids[1] ?? '');
    expect(organizations(session).all).toEqual([]);
  });

  it('ask the host nothing where the same is chosen again', async () => {
    const { session, asked, id } = await withOrganizations('Acme');
    const before = asked.length;
    chooseOrganization(session, id);
    expect(asked).toHaveLength(before);
    const { known } = organizations(session);
    chooseOrganization(session, null);
    expect(organizations(session)).toMatchObject({ chosen: null, known: null, profile: EMPTY_PROFILE });
    expect(known).toBeNull();
    await teamSettled(session);
  });

  it('are said where one was set aside; where the host does not answer there are none', async () => {
    const { session } = testSession();
    await loadOrganizations(session);
    expect(organizations(session).all).toEqual([]);
    const { id } = { id: 'a'.repeat(16) };
    const gone = testSession({
      'organization.list': () => ({
        ok: true,
        value: { organizations: [], chosen: id, testServers: true, setAside: true },
      }),
      'profile.read': () => ({ ok: true, value: { profile: EMPTY_PROFILE, setAside: false } }),
    });
    await loadOrganizations(gone.session);
    expect(organizations(gone.session)).toMatchObject({ chosen: null, testServers: true });
    expect(said(gone.session)).toMatch(/^What was kept of an organization cannot be read any more\./);
  });
});

describe('the current team', () => {
  it('is taken from a file, and forgotten', async () => {
    const { session, file, id } = await withOrganizations('Acme');
    await readTeamFile(session, await file('team.txt', TEAM));
    await teamSettled(session);
    expect(organizations(session).known).toMatchObject({ roles: ['Agent', 'Coach'] });
    expect(organizations(session).known?.team.people).toHaveLength(2);
    expect(chosenOrganization(organizations(session))?.team).toMatchObject({
      people: 2,
      from: { file: 'team.txt' },
    });
    expect(organizations(session).work).toBeNull();
    await forgetTeam(session, id);
    await teamSettled(session);
    expect([organizations(session).known, chosenOrganization(organizations(session))?.team]).toEqual([
      null,
      null,
    ]);
  });

  it('that cannot be had says why, and leaves what is known', async () => {
    const { session, file, id } = await withOrganizations('Acme');
    await readTeamFile(session, await file('team.txt', TEAM));
    await teamSettled(session);
    await readTeamFile(session, await file('other.txt', 'Tea\tPrice\nGreen\t3\n'));
    expect(organizations(session).work).toMatchObject({ organization: id, kind: 'failed' });
    expect(organizations(session).known?.team.people).toHaveLength(2);
    expect(isTeamBusy(organizations(session))).toBe(false);
    // Without a key nothing can be pulled.
    expect(await pullTeam(session)).toMatchObject({ ok: false });
    expect(organizations(session).work).toMatchObject({ kind: 'failed' });
  });

  it('is not asked for twice at once, nor without an organization', async () => {
    const { session, asked } = testSession();
    const file = testFile('team.txt');
    await readTeamFile(session, file);
    expect(await pullTeam(session)).toMatchObject({ failure: { code: 'cancelled' } });
    const work = { organization: 'x', kind: 'reading', name: 'a' } as const;
    session.store.setState({ organizations: { ...organizations(session), chosen: 'x', work } });
    await readTeamFile(session, file);
    expect(asked).toEqual([]);
  });
});

describe('a profile', () => {
  it('goes to another computer by a file, and is added there or takes the place of what is known', async () => {
    const { session, folder, file } = await withOrganizations('Acme & Söhne/GmbH');
    await changeProfile(session, (profile) => ({ ...profile, roles: ['Coach'] }));
    const target = await file('acme.rollcall-profile.json', '');
    const exporting = exportProfile(session);
    await vi.waitFor(() => {
      expect(session.store.getState().chooser).toMatchObject({
        purpose: 'save',
        what: 'profile',
        suggestedName: 'Acme  SöhneGmbH.rollcall-profile.json',
      });
    });
    const { chooser } = session.store.getState();
    if (chooser?.purpose === 'save') chooser.done(target);
    await exporting;
    expect(said(session)).toBe(
      'The profile is in “acme.rollcall-profile.json”, without people, key and secret.',
    );
    const written = await readFile(join(folder, 'acme.rollcall-profile.json'));

    const other = await hostedSession();
    const there = await other.file('acme.rollcall-profile.json', written);
    const opening = openProfile(other.session);
    const asked = other.session.store.getState().chooser;
    expect(asked).toMatchObject({ purpose: 'open', what: 'profile' });
    if (asked?.purpose === 'open') asked.done(there);
    const opened = await opening;
    if (opened?.ok !== true) throw new Error('The profile was not opened');
    expect(opened.value).toMatchObject({ file: 'acme.rollcall-profile.json', profile: { roles: ['Coach'] } });
    await replaceProfile(other.session, opened.value);
    expect([said(other.session), organizations(other.session).profile.roles]).toEqual([
      'What is known here is that of “acme.rollcall-profile.json” now.',
      ['Coach'],
    ]);
    const details = opened.value.organization ?? DETAILS;
    expect(await addFromProfile(other.session, opened.value, details)).toMatchObject({ ok: true });
    expect(other.session.store.getState().organizationView).toBe('chosen');
    expect(chosenOrganization(organizations(other.session))?.name).toBe('Acme & Söhne/GmbH');
    expect(organizations(other.session).profile.roles).toEqual(['Coach']);
  });

  it('is not moved where nobody says where, and says why it cannot be', async () => {
    const { session } = testSession();
    const leaving = exportProfile(session);
    expect(session.store.getState().chooser).toMatchObject({
      suggestedName: 'rollcall.rollcall-profile.json',
    });
    const first = session.store.getState().chooser;
    if (first?.purpose === 'save') first.done(null);
    await leaving;
    expect(session.store.getState().dialog).toBeNull();
    const failing = exportProfile(session);
    const second = session.store.getState().chooser;
    if (second?.purpose === 'save') second.done(testFile('a.rollcall-profile.json'));
    await failing;
    expect(session.store.getState().dialog).toMatchObject({ title: 'The profile was not exported' });
    for (const [file, outcome] of [
      [null, null],
      [testFile('a.json'), { ok: false }],
    ] as const) {
      const opening = openProfile(session);
      const { chooser } = session.store.getState();
      if (chooser?.purpose === 'open') chooser.done(file);
      const opened = await opening;
      if (outcome === null) expect(opened).toBeNull();
      else expect(opened).toMatchObject(outcome);
    }
    expect(
      await addFromProfile(session, { profile: EMPTY_PROFILE, organization: null, file: 'a' }, DETAILS),
    ).toMatchObject({ ok: false });
    expect(session.store.getState().organizationView).toBeNull();
  });
});

describe('a template', () => {
  const HEADERS = 'Role;Email Address;First Name;Last Name;Team Leader;Shirt';

  it('is taken from a file with its headers and its delimiter, while the open roster stays', async () => {
    const { session, file } = await withOrganizations('Acme');
    const before = await openRows(session, ['First Name', 'Ana']);
    const template = await file('ours.csv', `${HEADERS}\n`);
    const taking = openTemplate(session);
    const { chooser } = session.store.getState();
    expect(chooser).toMatchObject({ purpose: 'open', what: 'template' });
    if (chooser?.purpose === 'open') chooser.done(template);
    await taking;
    expect(organizations(session).profile.template).toMatchObject({
      file: 'ours.csv',
      headers: HEADERS.split(';'),
      delimiter: ';',
    });
    expect(said(session)).toBe(
      '“ours.csv” is the template of Acme: Save and Export write its headers, order and delimiter now.',
    );
    expect(documentOf(session).roster).toBe(before.roster);
  });

  it('is none where hardly any header is known', async () => {
    const { session, file } = await withOrganizations('Acme');
    const template = await file('other.csv', 'Role;Email Address;First Name;Last Name;Shirt;Shoe\n');
    const taking = openTemplate(session);
    const { chooser } = session.store.getState();
    if (chooser?.purpose === 'open') chooser.done(template);
    await taking;
    expect(session.store.getState().dialog).toMatchObject({
      title: 'The template was not taken',
      failure: { code: 'template.notOne', facts: { known: 4 } },
    });
    expect(organizations(session).profile.template).toBeNull();
    const leaving = openTemplate(session);
    const again = session.store.getState().chooser;
    if (again?.purpose === 'open') again.done(null);
    await leaving;
    expect(organizations(session).profile.template).toBeNull();
  });

  it('is in an open file that has its headers and nobody below them', async () => {
    const { session, file } = await hostedSession();
    await openFile(session, await file('ours.csv', `${HEADERS}\n`));
    const taken = templateIn(documentOf(session));
    expect(taken).toEqual({ file: 'ours.csv', headers: HEADERS.split(';'), delimiter: ';' });
    if (taken !== null) await takeTemplate(session, taken);
    expect(said(session)).toMatch(/^“ours\.csv” is the template: /);
    await openFile(session, await file('people.csv', `${HEADERS}\nAgent;a@x.y;Ana;Ruiz;;\n`));
    expect(templateIn(documentOf(session))).toBeNull();
    await openFile(session, await file('few.csv', 'Role;Email Address;First Name\n'));
    expect(templateIn(documentOf(session))).toBeNull();
    await openRows(session, [HEADERS.replaceAll(';', '\t')]);
    expect(templateIn(documentOf(session))).toBeNull();
  });
});

describe('a subdomain', () => {
  it.each([
    ['acme', 'acme'],
    [' Acme ', 'acme'],
    ['https://acme.stellaconnect.net/users?x=1', 'acme'],
    ['ACME.api.stellaconnect.net', 'acme'],
    ['https://acme.example.com', 'https://acme.example.com'],
    ['a.b.stellaconnect.net', 'a.b.stellaconnect.net'],
  ])('is read from %j', (typed, subdomain) => {
    expect(readSubdomain(typed)).toBe(subdomain);
  });
});
