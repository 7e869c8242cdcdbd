import { describe, expect, it } from 'vitest';
import { edit } from '../../../renderer/app/session/edit-roster.ts';
import { findUnfinished } from '../../../renderer/upload/run/unfinished-offer.tsx';
import { isUnderWay, isUnfinished, keptWords, whatWords } from '../../../renderer/upload/run/run-words.ts';
import { resumeKept } from '../../../renderer/upload/run/steer-run.ts';
import { AT } from '../../../shared/person/catalogue.ts';
import type { KeptUpload } from '../../../shared/contract/upload-calls.ts';
import { failed } from '../../../shared/failures/failures.ts';
import { failure, success } from '../../../shared/failures/result.ts';
import { setCells } from '../../../shared/roster/edits.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import { ROW_STATES, type RowState } from '../../../shared/upload/journal/outcome.ts';
import type { PushState } from '../../../shared/upload/journal/upload-progress.ts';
import { takingFingerprint } from '../../../shared/upload/plan/plan-fingerprint.ts';
import { type Answers, documentOf, openRows, testFile, testSession } from '../test-session.ts';

const LINES = ['Email Address\tFirst Name', 'ana@acme.com\tAna', 'bo@acme.com\tBo'];
const PAUSED: PushState = { kind: 'paused', why: null };
// One entry for every state.
const NONE = Object.fromEntries(ROW_STATES.map((state) => [state, 0])) as Record<RowState, number>;

function kept(some: Partial<KeptUpload> = {}): KeptUpload {
  return {
    id: '0c9d1c0a-5a55-4b6f-9d55-0c9d1c0a5a55',
    startedAt: '2026-03-01T12:00:00.000Z',
    name: 'spring.txt',
    host: 'acme.api.stellaconnect.net',
    roster: 'another',
    mode: 'create',
    welcome: 'delayed',
    rows: 192,
    organization: null,
    state: PAUSED,
    counts: { ...NONE, created: 14, skipped: 2, waiting: 176 },
    writtenAt: '2026-02-20T12:00:00.000Z',
    needsPasswords: false,
    isResumable: true,
    ...some,
  };
}

describe('the line of an upload that is kept', () => {
  const now = new Date('2026-03-01T12:00:00.000Z');
  const words = (some: Partial<KeptUpload>): string => keptWords(kept(some), now);

  it('says whether it runs, how far it is, and since when it does not', () => {
    const why = failed('run.gone', {});
    const far = '16 of 192 rows done';
    expect(words({ state: { kind: 'running' } })).toBe(`Running: ${far}`);
    expect(words({ state: { kind: 'waiting', why, until: '2026-03-01T13:00:00.000Z' } })).toBe(
      `Waiting for Agent Connect: ${far}`,
    );
    expect(words({ state: { kind: 'pausing' } })).toBe(`Pausing: ${far}`);
    expect(words({ state: { kind: 'stopping' } })).toBe(`Stopping: ${far}`);
    expect(words({})).toBe(`${far}, paused 20 Feb`);
    const counts = { ...NONE, created: 14, skipped: 2, failed: 3, notTried: 173 };
    const ended = (how: 'stopped' | 'forbidden'): PushState => ({ kind: 'ended', how, why: null });
    expect(words({ counts, state: ended('stopped') })).toBe(`${far}, 176 not, stopped 20 Feb`);
    expect(words({ counts, state: ended('forbidden') })).toBe(`${far}, 176 not, ended 20 Feb`);
  });

  it('counts nobody as done who was refused', () => {
    const state: PushState = { kind: 'ended', how: 'finished', why: null };
    expect(words({ state, counts: { ...NONE, created: 100, updated: 80, failed: 10, held: 2 } })).toBe(
      '180 of 192 rows done, 12 not, ended 20 Feb',
    );
  });

  it('names the organization, or its address where it is not kept any more', () => {
    const organization = { id: '0'.repeat(16), name: 'Acme', environment: 'test' } as const;
    expect(whatWords(kept({ organization }))).toBe('spring.txt to Acme');
    expect(whatWords(kept())).toBe('spring.txt to acme.api.stellaconnect.net');
  });

  it('is one to go on with only where something is left and nobody does it', () => {
    const running = kept({ state: { kind: 'running' } });
    expect([isUnderWay(running), isUnfinished(running)]).toEqual([true, false]);
    expect([isUnderWay(kept()), isUnfinished(kept())]).toEqual([false, true]);
    expect(isUnfinished(kept({ isResumable: false }))).toBe(false);
  });
});

describe('the upload to offer beside the open roster', () => {
  const listing = (...uploads: readonly KeptUpload[]): Answers => ({
    'upload.list': () => success({ uploads: [...uploads], unreadable: [] }),
  });

  async function fingerprintOf(): Promise<string> {
    const { roster } = await openRows(testSession().session, LINES);
    return finish(takingFingerprint(roster, { takenAt: '', people: [], untold: [] })).roster;
  }

  it('is that of its people, whatever the file is called', async () => {
    const own = kept({ id: '1'.repeat(8), roster: await fingerprintOf() });
    const { session } = testSession(listing(kept({ name: 'people.txt' }), own));
    await openRows(session, LINES);
    expect(await findUnfinished(session)).toEqual(own);
  });

  it('is that of its name where it was edited since', async () => {
    const own = kept({ roster: await fingerprintOf(), name: 'people.txt' });
    const { session } = testSession(listing(kept(), own));
    const { roster } = await openRows(session, LINES);
    const row = roster.rows[0]?.id ?? 0;
    edit(session, 'Type', setCells(roster, [{ row, position: AT.firstName, to: 'Anna' }]));
    expect(await findUnfinished(session)).toEqual(own);
  });

  it('is none that is done, that runs or that is another roster’s', async () => {
    const roster = await fingerprintOf();
    const { session } = testSession(
      listing(kept({ roster, isResumable: false }), kept({ roster, state: { kind: 'running' } }), kept()),
    );
    expect(await findUnfinished(session)).toBeNull();
    await openRows(session, LINES);
    expect(await findUnfinished(session)).toBeNull();
  });

  it('is the latest of any beside the file that the app was started with', async () => {
    const { session } = testSession(listing(kept(), kept({ name: 'older.txt' })));
    const opening = testFile('people.txt');
    const started = { ...session, app: { ...session.app, opening } };
    await openRows(started, LINES);
    const document = documentOf(started);
    expect(await findUnfinished(started)).toBeNull();
    started.store.setState({ document: { ...document, file: opening } });
    expect(await findUnfinished(started)).toEqual(kept());
  });
});

describe('going on with an upload that was left', () => {
  const rest: Answers = {
    'upload.show': () => success(kept()),
    'upload.rows': () => success({ rows: [], next: null }),
    'upload.progress': () =>
      success({ state: PAUSED, counts: NONE, waves: [], secondsLeft: null, at: 0, rows: [] }),
    'upload.reopen': () => success({ handing: 'h'.repeat(16) }),
    'upload.start': () => success({ upload: kept().id }),
  };

  it('lets the one go on that is paused in this app', async () => {
    const { session, asked } = testSession({ ...rest, 'upload.continue': () => success({}) });
    session.store.setState({ organizationView: 'chosen' });
    await resumeKept(session, kept());
    await expect.poll(() => session.store.getState().upload.kind).toBe('running');
    expect(asked.map(({ channel }) => channel)).not.toContain('upload.reopen');
    expect(session.store.getState()).toMatchObject({ uploadShown: true, organizationView: null });
  });

  it('takes the one up from its journal that another start has left', async () => {
    const { session, asked } = testSession({
      ...rest,
      'upload.continue': () => failure(failed('run.gone', {})),
    });
    await resumeKept(session, kept());
    expect(asked.map(({ channel }) => channel)).toContain('upload.start');
  });

  it('says which other run has the organization, and leaves the upload as it is', async () => {
    const holder = { where: 'commandLine', name: 'other.txt', since: '2026-03-01T10:42:00.000Z' } as const;
    const elsewhere = failed('run.elsewhere', { host: 'acme', holder });
    const { session, asked } = testSession({
      ...rest,
      'upload.continue': () => failure(failed('run.gone', {})),
      'upload.reopen': () => failure(elsewhere),
    });
    await resumeKept(session, kept());
    expect(session.store.getState().upload).toEqual({ kind: 'resuming', kept: kept(), failure: elsewhere });
    expect(asked.map(({ channel }) => channel)).not.toContain('upload.forget');
  });
});
