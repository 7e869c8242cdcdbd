import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { changeOrganizations } from '../../../renderer/organization/change-organizations.ts';
import { noOrganizations } from '../../../renderer/organization/organizations.ts';
import { edit, undoStep } from '../../../renderer/app/session/edit-roster.ts';
import type { Session } from '../../../renderer/app/session/session.ts';
import { followChanges } from '../../../renderer/upload/follow-changes.ts';
import { handOver, hideUpload, showUpload } from '../../../renderer/upload/show-upload.ts';
import type { FollowedRun, UploadState } from '../../../renderer/upload/upload-state.ts';
import { AT } from '../../../shared/person/catalogue.ts';
import { failed } from '../../../shared/failures/failures.ts';
import { setCells } from '../../../shared/roster/edits.ts';
import { ROW_STATES, type RowState } from '../../../shared/upload/journal/outcome.ts';
import { documentOf, openRows, testSession } from '../test-session.ts';

const LINES = ['Email Address\tFirst Name', 'ana@acme.com\tAna'];
const ORGANIZATION = {
  id: '0'.repeat(16),
  name: 'Acme',
  address: { subdomain: 'acme' },
  environment: 'test',
  host: 'acme.api.stellaconnect.net',
  team: null,
} as const;

function report(own: FollowedRun['own'] = null, id = 'one'): UploadState {
  // One entry for every state.
  const counts = Object.fromEntries(ROW_STATES.map((state) => [state, 0])) as Record<RowState, number>;
  const state = { kind: 'ended', how: 'finished', why: null } as const;
  const kept = {
    id,
    startedAt: '2026-03-01T12:00:00.000Z',
    name: 'people.txt',
    host: ORGANIZATION.host,
    roster: '',
    mode: 'create',
    welcome: 'delayed',
    rows: 1,
    organization: null,
    state,
    counts,
    writtenAt: '2026-03-01T12:00:00.000Z',
    needsPasswords: false,
    isResumable: false,
  } as const;
  const progress = { state, counts, waves: [], secondsLeft: null };
  return { kind: 'reporting', run: { kept, progress, rows: [], own, lost: null } };
}

/** A session with an open roster and a chosen organization, whose upload follows its changes. */
async function opened(): Promise<Session> {
  const { session } = testSession();
  session.store.setState({
    organizations: { ...noOrganizations, all: [ORGANIZATION], chosen: ORGANIZATION.id },
  });
  await openRows(session, LINES);
  onTestFinished(followChanges(session));
  return session;
}

function change(session: Session, to: string): void {
  const { roster } = documentOf(session);
  const row = roster.rows[0]?.id ?? 0;
  edit(session, 'Type', setCells(roster, [{ row, position: AT.firstName, to }]));
}

const kindOf = ({ store }: Session): UploadState['kind'] => store.getState().upload.kind;

function setKey(session: Session): void {
  const { keyChanges } = session.store.getState().organizations;
  changeOrganizations(session, { keyChanges: keyChanges + 1 });
}

describe('the report of an upload', () => {
  it('gives way to a plan once the roster was edited, and comes back with what is taken back', async () => {
    const session = await opened();
    session.store.setState({ uploadShown: true, upload: report() });
    showUpload(session);
    expect(kindOf(session)).toBe('reporting');
    change(session, 'Anna');
    undoStep(session);
    showUpload(session);
    expect(kindOf(session)).toBe('reporting');
    hideUpload(session);
    change(session, 'Anna');
    showUpload(session);
    expect(kindOf(session)).toBe('planning');
  });

  it('is shown first, whatever was edited while nobody saw it', async () => {
    const session = await opened();
    session.store.setState({ uploadShown: false, upload: report() });
    change(session, 'Anna');
    showUpload(session);
    expect(kindOf(session)).toBe('reporting');
    hideUpload(session);
    session.store.setState({ organizationView: 'chosen', upload: report(null, 'two'), uploadShown: true });
    change(session, 'Ann');
    showUpload(session);
    expect(kindOf(session)).toBe('reporting');
  });

  it('stays when its own roster is opened beside it, and goes with another one', async () => {
    const session = await opened();
    session.store.setState({ uploadShown: true, upload: report() });
    const { roster } = await openRows(session, LINES);
    session.store.setState({ upload: report({ roster, ids: [] }) });
    showUpload(session);
    expect(kindOf(session)).toBe('reporting');
    await openRows(session, LINES);
    showUpload(session);
    expect(kindOf(session)).toBe('planning');
  });
});

describe('another key', () => {
  it('begins with the plan, whatever was planned or done by hand without it', async () => {
    const session = await opened();
    for (const before of [
      { kind: 'unplanned', failure: failed('team.none', { name: 'Acme' }) },
      { kind: 'handingOver', done: new Set() },
    ] as const satisfies readonly UploadState[]) {
      session.store.setState({ upload: before });
      setKey(session);
      expect(kindOf(session)).toBe('idle');
      showUpload(session);
      expect(kindOf(session)).toBe('planning');
    }
  });

  it('stops a plan that is being made, and leaves an upload alone', async () => {
    const session = await opened();
    const stop = vi.fn();
    session.store.setState({ upload: { kind: 'planning', step: 'team', count: 0, stop } });
    setKey(session);
    expect(stop).toHaveBeenCalledOnce();
    session.store.setState({ upload: report() });
    setKey(session);
    expect(kindOf(session)).toBe('reporting');
  });

  it('is not waited for where a plan could not be made: the next time it is tried again', async () => {
    const session = await opened();
    session.store.setState({
      upload: { kind: 'unplanned', failure: failed('team.none', { name: 'Acme' }) },
    });
    showUpload(session);
    expect(kindOf(session)).toBe('planning');
    handOver(session);
    showUpload(session);
    expect(kindOf(session)).toBe('handingOver');
  });
});
