import { describe, expect, it } from 'vitest';
import { listPlanned } from '../../../renderer/upload/plan/list-plan.ts';
import { planNotes, sourceSentence, timeOf } from '../../../renderer/upload/plan/plan-words.ts';
import type { MadePlan } from '../../../renderer/upload/upload-state.ts';
import { AT } from '../../../shared/person/catalogue.ts';
import type { Organization } from '../../../shared/organization/organization.ts';
import { emptyRoster } from '../../../shared/roster/roster.ts';
import type { Block, PlannedRow, UploadPlan } from '../../../shared/upload/plan/upload-plan.ts';
import { OWNER } from '../../shared/rules/build-roster.ts';
import { READY, openRows, testSession } from '../test-session.ts';

const TARGET: Organization = {
  id: '0'.repeat(16),
  name: 'Acme',
  address: { subdomain: 'acme' },
  environment: 'test',
  host: 'acme.api.stellaconnect.net',
  team: null,
};

/** A plan in which so many are promoted. */
function made(plan: Partial<UploadPlan> = {}, promoted = 0, key: string | null = '1234'): MadePlan {
  const change = (permanent: boolean): PlannedRow => ({
    kind: 'changed',
    row: 1,
    member: OWNER,
    staysManager: false,
    wave: 1,
    leader: null,
    changes: [{ column: 'canManageTeams', from: 'n', to: 'y', permanent }],
  });
  const changed = [change(false), ...Array.from({ length: promoted }, () => change(true))];
  return {
    plan: {
      mode: 'update',
      rows: [],
      counts: { create: 0, changed: 0, exists: 0, blocked: 0, held: 0 },
      groups: { create: 0, changed: 0, deactivate: 0, activate: 0, exists: 0, blocked: 0, held: 0 },
      requests: { writes: 0, lookUps: 0 },
      waves: [{ create: 1, changed: 2 }],
      seats: [],
      fingerprint: { roster: '', team: '' },
      ...plan,
    },
    rows: { create: [], changed, deactivate: [], activate: [], exists: [], blocked: [], held: [] },
    verdict: READY,
    marks: new Map(),
    target: TARGET,
    team: { takenAt: '2026-03-01T12:00:00.000Z', people: [OWNER], untold: [] },
    key,
    rate: 60,
    roster: emptyRoster(),
    step: null,
  };
}

describe('what a plan comes to', () => {
  it('says nothing of one wave, seats that stay and changes that can be taken back', () => {
    expect(planNotes(made({ seats: [{ license: 'Full', inUse: 3, added: 0 }] }))).toEqual([]);
  });

  it('says the waves, and only the ends of many', () => {
    const wave = (create: number) => ({ create, changed: 1 });
    expect(planNotes(made({ waves: [wave(1), wave(1200)] }))).toEqual([
      'In 2 waves, leaders before their teams: 2, 1,201.',
    ]);
    expect(planNotes(made({ waves: [1, 2, 3, 4, 5, 6].map(wave) }))).toEqual([
      'In 6 waves, leaders before their teams: 2, 3, 4, 5, 6, 7.',
    ]);
    expect(planNotes(made({ waves: [1, 2, 3, 4, 5, 6, 7].map(wave) }))).toEqual([
      'In 7 waves, leaders before their teams: 2, 3, 4, 5, 6, …, 8.',
    ]);
  });

  it('says the seats that are taken and freed, and who manages for good', () => {
    const seats = [
      { license: 'Full', inUse: 3, added: 2 },
      { license: null, inUse: null, added: -1 },
    ];
    expect(planNotes(made({ seats }, 1))).toEqual([
      'Licenses: 2 more Full (3 in use now); 1 person fewer without a license type.',
      '1 person would manage teams from now on. Agent Connect never takes that back.',
    ]);
    expect(planNotes(made({}, 2))[0]).toMatch(/^2 people would manage/);
  });

  it('says how long it takes, and how long where each person is looked up, with a key to send anything', () => {
    const counts = { create: 900, changed: 100, exists: 0, blocked: 0, held: 0 };
    const requests = { writes: 1000, lookUps: 2000 };
    const big = made({ counts, requests });
    expect(planNotes(big)).toEqual(['It takes about 17 minutes at 60 requests a minute.']);
    expect(planNotes(big, true)).toEqual(['It takes about 50 minutes at 60 requests a minute.']);
    // As the host was started.
    const slow = { ...big, rate: 30 };
    expect(planNotes(slow)).toEqual(['It takes about 34 minutes at 30 requests a minute.']);
    expect(timeOf(slow)).toMatchObject({ usual: 'about 34 minutes', careful: 'about 100 minutes' });
    expect(planNotes(made({ counts, requests }, 0, null))).toEqual([]);
    expect(timeOf(big).isDearer).toBe(true);
    const one = { counts: { ...counts, create: 1, changed: 0 }, requests: { writes: 1, lookUps: 2 } };
    expect(timeOf(made(one)).isDearer).toBe(false);
  });

  it('says what it was compared with, and how old that is', () => {
    const taken = Date.parse('2026-03-01T12:00:00.000Z');
    const minute = 60_000;
    const ago = (minutes: number): string | undefined =>
      /read (.*)\.$/.exec(sourceSentence(made(), taken + minutes * minute))?.[1];
    expect([0, 0.99, 1, 59, 60, 47 * 60, 48 * 60, 72 * 60].map(ago)).toEqual([
      'just now',
      'just now',
      '1 minute ago',
      '59 minutes ago',
      '1 hour ago',
      '47 hours ago',
      '2 days ago',
      '3 days ago',
    ]);
    expect(sourceSentence(made(), taken)).toBe(
      'Compared with the 1 person of Acme’s current team, read just now.',
    );
    expect(sourceSentence(made({}, 0, null), taken)).toBe(
      'Compared with the 1 person of a snapshot taken just now: there is no API key to ask Acme with.',
    );
  });
});

describe('a row of a plan', () => {
  async function listed(planned: (row: number) => PlannedRow, line = 'Ana\tRuiz\tana@acme.example\tE1') {
    const { session } = testSession();
    const { roster } = await openRows(session, ['First Name\tLast Name\tEmail Address\tEmployee ID', line]);
    return listPlanned(planned(roster.rows[0]?.id ?? -1), roster);
  }
  const blocked =
    (block: Block) =>
    (row: number): PlannedRow => ({ kind: 'blocked', row, block });
  const create = (row: number): PlannedRow => ({ kind: 'create', row, wave: 1, leader: null });

  it('has its line, its name or what else it is known by, and is gone with its row', async () => {
    expect(await listed(create)).toMatchObject({ line: '2', name: 'Ana Ruiz', mark: 'create', changes: [] });
    expect((await listed(create, '\t\tana@acme.example\tE1'))?.name).toBe('ana@acme.example');
    expect((await listed(create, '\t\t\tE1'))?.name).toBe('E1');
    expect(await listed(() => create(999))).toBeNull();
  });

  it('leads to what is to be mended', async () => {
    const at = async (planned: (row: number) => PlannedRow) => (await listed(planned))?.place?.position;
    expect(await at(create)).toBe(AT.firstName);
    expect(await at((row) => ({ kind: 'held', row, reason: 'noEmail', leader: null }))).toBe(AT.teamLeader);
    expect(await at(blocked({ kind: 'unsendable', columns: ['role'] }))).toBe(AT.role);
    expect(await at(blocked({ kind: 'unsendable', columns: [] }))).toBe(AT.email);
    expect(await at(blocked({ kind: 'nobodyToDeactivate' }))).toBe(AT.deactivated);
    expect(await at(blocked({ kind: 'samePerson', rows: [] }))).toBe(AT.email);
    expect(await at(blocked({ kind: 'twoPeople', byEmail: OWNER, byId: OWNER }))).toBe(AT.email);
  });

  it('shows each change, old and new', async () => {
    const change = (row: number): PlannedRow => ({
      kind: 'changed',
      row,
      member: OWNER,
      staysManager: false,
      wave: 1,
      leader: null,
      changes: [
        { column: 'role', from: null, to: 'Agent', permanent: false },
        { column: 'canManageTeams', from: 'n', to: '', permanent: true },
      ],
    });
    const row = await listed(change);
    expect(row?.changes.map(({ from, to, permanent }) => [from, to, permanent])).toEqual([
      ['not known', 'Agent', false],
      ['n', 'empty', true],
    ]);
    expect(row?.place?.position).toBe(AT.role);
    expect(row?.changes[0]?.column).toBe('Role');
  });
});
