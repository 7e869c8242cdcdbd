import { describe, expect, it, onTestFinished } from 'vitest';
import { followTeam } from '../../../renderer/organization/follow-team.ts';
import { loadOrganizations } from '../../../renderer/organization/keep-organization.ts';
import { edit, undoStep } from '../../../renderer/app/session/edit-roster.ts';
import type { Session } from '../../../renderer/app/session/session.ts';
import { setMode } from '../../../renderer/organization/roster-mode.ts';
import { makePlan } from '../../../renderer/upload/plan/make-plan.ts';
import { startRun } from '../../../renderer/upload/run/start-run.ts';
import { whyStale } from '../../../renderer/upload/stale-plan.ts';
import type { MadePlan } from '../../../renderer/upload/upload-state.ts';
import { AT } from '../../../shared/person/catalogue.ts';
import { failed } from '../../../shared/failures/failures.ts';
import type { Organization } from '../../../shared/organization/organization.ts';
import { failure, success } from '../../../shared/failures/result.ts';
import type { CurrentTeam } from '../../../shared/person/team-member.ts';
import { setCells } from '../../../shared/roster/edits.ts';
import { OWNER } from '../../shared/rules/build-roster.ts';
import { hostWithTeam } from '../organization/host-with-team.ts';
import { documentOf, openRows, testSession } from '../test-session.ts';

const HEADER =
  '*Role\t*Can Manage Teams\tEmail Address\t*First Name\t*Last Name\t*Phone Channel\t*Chat Channel\t*Email Channel\tTeam Leader';
const BOB = `${OWNER.role}\tn\tbob@acme.com\tBob\tRay\ty\ty\ty\towner@acme.com`;
const EVE = `${OWNER.role}\tn\teve@@acme.com\tEve\tOh\ty\ty\ty\towner@acme.com`;
const SELF = `${OWNER.role}\ty\t${OWNER.email}\tOwen\tNew\ty\ty\ty\t`;
const TEAM: CurrentTeam = { takenAt: '2026-01-02T03:04:05.000Z', people: [OWNER], untold: [] };
const PULL = 'c'.repeat(16);
/** The host's organization after the pull. */
const PULLED: Organization = {
  id: '0'.repeat(16),
  name: 'Acme',
  address: { subdomain: 'acme' },
  environment: 'test',
  host: 'acme.api.stellaconnect.net',
  team: { takenAt: TEAM.takenAt, people: 1, from: { host: 'acme.api.stellaconnect.net' } },
};

/** A host with a team to read; with a key, it is pulled first, in two answers. */
function host(key: string | null): NonNullable<Parameters<typeof testSession>[0]> {
  let asked = 0;
  return {
    ...hostWithTeam(TEAM),
    'credentials.state': () =>
      success({ ends: key === null ? null : { key, secret: 'cret' }, kept: 'memory', why: null }),
    'team.pull': () => success({ pull: PULL }),
    'team.progress': () => {
      asked += 1;
      const ended = asked > 1 ? success(PULLED) : null;
      return success({ people: asked * 500, waiting: null, ended });
    },
    'team.stop': () => success({}),
  };
}

async function opened(answers: ReturnType<typeof host>): Promise<ReturnType<typeof testSession>> {
  const test = testSession(answers);
  onTestFinished(followTeam(test.session));
  await loadOrganizations(test.session);
  await openRows(test.session, [HEADER, BOB, EVE, SELF]);
  return test;
}

function madeOf({ store }: Session): MadePlan {
  const { upload } = store.getState();
  if (upload.kind !== 'planned') throw new Error(`There is no plan: ${upload.kind}`);
  return upload.made;
}

function madeInConfirm({ store }: Session): MadePlan {
  const { upload } = store.getState();
  if (upload.kind !== 'confirming') throw new Error(`Nothing is confirmed: ${upload.kind}`);
  return upload.made;
}

function type(session: Session, to: string): void {
  const { roster } = documentOf(session);
  const row = roster.rows[0]?.id ?? 0;
  edit(session, 'Type', setCells(roster, [{ row, position: AT.lastName, to }]));
}

describe('a plan in the window', () => {
  it('pulls the current team first where there is a key, and says how far it is', async () => {
    const { session, asked } = await opened(host('1234'));
    const counts = new Set<number>();
    session.store.subscribe(({ upload }) => {
      if (upload.kind === 'planning') counts.add(upload.count);
    });
    await makePlan(session);
    expect(madeOf(session)).toMatchObject({
      key: '1234',
      plan: { mode: 'create', counts: { create: 1, changed: 0, exists: 1, blocked: 1, held: 0 } },
    });
    expect(Array.from(counts)).toEqual([0, 500]);
    expect(asked.map(({ channel }) => channel)).toContain('team.pull');
    // The rows carry the plan's marks in the grid.
    const [bob, eve, self] = documentOf(session).roster.rows.map(({ id }) => id);
    const { marks } = session.store.getState();
    expect([bob, eve, self].map((id) => marks?.of.get(id ?? 0))).toEqual(['create', 'blocked', 'exists']);
  });

  it('is made from the snapshot where there is no key', async () => {
    const { session, asked } = await opened(host(null));
    setMode(session, 'update');
    await makePlan(session);
    expect(madeOf(session)).toMatchObject({ key: null, plan: { mode: 'update', counts: { blocked: 1 } } });
    expect(asked.map(({ channel }) => channel)).not.toContain('team.pull');
  });

  it('says why there is none where the team cannot be had', async () => {
    const forbidden = failed('connect.forbidden', {
      host: 'acme',
      status: 403,
      words: '',
      minutesAhead: 0,
    });
    const answers = { ...host('1234'), 'team.pull': () => failure(forbidden) };
    const { session } = await opened(answers);
    await makePlan(session);
    expect(session.store.getState().upload).toEqual({
      kind: 'unplanned',
      failure: forbidden,
    });
  });

  it('can be stopped', async () => {
    const { session, asked } = await opened(host('1234'));
    session.store.subscribe(({ upload }) => {
      if (upload.kind === 'planning' && upload.count === 500) upload.stop();
    });
    await makePlan(session);
    expect(session.store.getState().upload.kind).toBe('idle');
    expect(asked.map(({ channel }) => channel)).toContain('team.stop');
  });

  it('security 25: is stale after an edit, and holds again once that is taken back', async () => {
    const { session } = await opened(host(null));
    await makePlan(session);
    const made = madeOf(session);
    const stale = (): string | null => whyStale(session.store.getState(), made);
    expect(stale()).toBeNull();
    type(session, 'Rey');
    expect(stale()).toBe('The roster has changed since this plan was made.');
    undoStep(session);
    expect(stale()).toBeNull();
  });

  it('security 25: is stale when the team, the environment or the organization is another', async () => {
    const { session } = await opened(host(null));
    await makePlan(session);
    const made = madeOf(session);
    const { organizations } = session.store.getState();
    const known = organizations.known && { ...organizations.known, team: { ...TEAM } };
    const [organization] = organizations.all;
    const production = { ...made.target, environment: 'production' } as const;
    const others = [
      { ...organizations, known },
      { ...organizations, all: [production] },
      { ...organizations, chosen: null },
    ];
    expect(organization).toBe(made.target);
    const reasons = others.map((other) =>
      whyStale({ ...session.store.getState(), organizations: other }, made),
    );
    expect(reasons).toEqual([
      'The current team of Acme has been read anew since this plan was made.',
      'The environment of Acme has changed since this plan was made.',
      'This plan was made for Acme, and another organization is chosen now.',
    ]);
  });

  it('security 25: is not carried out with another key', async () => {
    const answers = host('1234');
    const { session, asked } = await opened(answers);
    await makePlan(session);
    session.store.setState({ upload: { kind: 'confirming', made: madeOf(session), failure: null } });
    Object.assign(answers, { 'credentials.state': host('5678')['credentials.state'] });
    await startRun(session, madeInConfirm(session), { welcome: 'delayed', careful: false });
    expect(session.store.getState().upload).toMatchObject({
      kind: 'confirming',
      failure: { code: 'run.stale' },
    });
    expect(asked.map(({ channel }) => channel)).not.toContain('upload.begin');
  });

  it('judges the rows again where they are edited meanwhile', async () => {
    const { session } = await opened(host('1234'));
    session.store.subscribe(({ upload, document }) => {
      const isJudging = upload.kind === 'planning' && upload.step === 'rows';
      if (isJudging && document?.history.done.length === 0) type(session, '');
    });
    await makePlan(session);
    const made = madeOf(session);
    expect(whyStale(session.store.getState(), made)).toBeNull();
    expect(made.plan.counts).toMatchObject({ create: 0, blocked: 2 });
  });
});
