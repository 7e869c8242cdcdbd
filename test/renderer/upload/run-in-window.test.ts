import { describe, expect, it, onTestFinished } from 'vitest';
import { edit, undoStep } from '../../../renderer/app/session/edit-roster.ts';
import { findOwnRoster, followRoster } from '../../../renderer/upload/run/own-roster.ts';
import { resumeRun } from '../../../renderer/upload/run/steer-run.ts';
import { followRun } from '../../../renderer/upload/run/follow-run.ts';
import { handToHost } from '../../../renderer/upload/run/start-run.ts';
import { AT } from '../../../shared/person/catalogue.ts';
import type { Request } from '../../../shared/contract/contract.ts';
import type { KeptUpload } from '../../../shared/contract/upload-calls.ts';
import type { ReportedRow } from '../../../shared/upload/report/reported-row.ts';
import { failed } from '../../../shared/failures/failures.ts';
import { failure, success } from '../../../shared/failures/result.ts';
import { setCells } from '../../../shared/roster/edits.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import { ROW_STATES, type RowState } from '../../../shared/upload/journal/outcome.ts';
import type { PushState, UploadProgress } from '../../../shared/upload/journal/upload-progress.ts';
import { takingFingerprint } from '../../../shared/upload/plan/plan-fingerprint.ts';
import { TEXT_SLICE } from '../../../shared/text/plain-text.ts';
import { openRows, testSession } from '../test-session.ts';

const ID = '0c9d1c0a-5a55-4b6f-9d55-0c9d1c0a5a55';
const LINES = [
  'Email Address\tFirst Name\tTemporary Password',
  'ana@acme.com\tAna\tCorrect-horse-1',
  'bo@acme.com\tBo\t',
];

function countsOf(some: Partial<Record<RowState, number>>): Record<RowState, number> {
  // One entry for every state.
  const none = Object.fromEntries(ROW_STATES.map((state) => [state, 0])) as Record<RowState, number>;
  return { ...none, ...some };
}

function keptUpload(roster: string, some: Partial<KeptUpload> = {}): KeptUpload {
  return {
    id: ID,
    startedAt: '2026-03-01T12:00:00.000Z',
    name: 'people.txt',
    host: 'acme.api.stellaconnect.net',
    roster,
    mode: 'create',
    welcome: 'delayed',
    rows: 2,
    organization: null,
    state: { kind: 'paused', why: null },
    counts: countsOf({ waiting: 2 }),
    writtenAt: '2026-03-01T12:00:00.000Z',
    needsPasswords: true,
    isResumable: true,
    ...some,
  };
}

const ROWS = [0, 1].map((place): ReportedRow => {
  const person = { line: place + 2, name: `Person ${place}`, email: '', employeeId: '' };
  return { place, ...person, state: 'waiting', reason: null, words: '' };
});

function progressOf(state: PushState, at: number, rows: UploadProgress['rows']): UploadProgress {
  return { state, counts: countsOf({ created: 2 }), waves: [], secondsLeft: null, at, rows };
}

const ENDED: PushState = { kind: 'ended', how: 'finished', why: null };
const created = (place: number): UploadProgress['rows'][number] => ({
  place,
  state: 'created',
  reason: null,
  words: '',
});

async function fingerprintOf(lines: readonly string[]): Promise<string> {
  const { roster } = await openRows(testSession().session, lines);
  return finish(takingFingerprint(roster, { takenAt: '', people: [], untold: [] })).roster;
}

describe('the roster of an upload', () => {
  it('is found by its people in their order, until it is edited', async () => {
    const { session } = testSession();
    const { roster } = await openRows(session, LINES);
    const fingerprint = await fingerprintOf(LINES);
    const ids = roster.rows.map(({ id }) => id);
    expect(await findOwnRoster(session, fingerprint)).toEqual({ roster, ids });
    const [row = 0] = ids;
    edit(session, 'Type', setCells(roster, [{ row, position: AT.firstName, to: 'Anna' }]));
    expect(await findOwnRoster(session, fingerprint)).toBeNull();
    undoStep(session);
    expect(await findOwnRoster(session, fingerprint)).not.toBeNull();
    expect(await findOwnRoster(session, 'another')).toBeNull();
  });
});

describe('following an upload', () => {
  it('asks for what has changed until it has ended, and marks the rows of its roster alone', async () => {
    const answers = [
      progressOf({ kind: 'running' }, 1, [created(0)]),
      progressOf({ kind: 'running' }, 2, [created(1)]),
      progressOf(ENDED, 2, []),
    ];
    const { session, asked } = testSession({
      'upload.show': () => success(keptUpload('', { state: { kind: 'running' } })),
      'upload.rows': ({ from }: { from: number }) =>
        success({ rows: ROWS.slice(from, from + 1), next: from === 0 ? 1 : null }),
      'upload.progress': () => success(answers.shift() ?? progressOf(ENDED, 2, [])),
    });
    const { roster } = await openRows(session, LINES);
    const ids = roster.rows.map(({ id }) => id);
    await followRun(session, ID, { roster, ids });
    const { upload, marks } = session.store.getState();
    expect(upload.kind).toBe('reporting');
    expect(ids.map((id) => marks?.of.get(id))).toEqual(['created', 'created']);
    // From now on the errors of a row come before its mark, in every row.
    expect(marks).toMatchObject({ touched: null, isOver: true });
    const after = asked.filter(({ channel }) => channel === 'upload.progress').map(({ request }) => request);
    expect(after).toEqual([0, 1, 2].map((place) => ({ upload: ID, after: place })));
  });

  it('marks the rows as soon as its roster is opened, and those of no other', async () => {
    const { session } = testSession({
      'upload.show': () => success(keptUpload(fingerprint)),
      'upload.rows': () => success({ rows: ROWS, next: null }),
      'upload.progress': () => success(progressOf({ kind: 'paused', why: null }, 0, [])),
    });
    const fingerprint = await fingerprintOf(LINES);
    onTestFinished(followRoster(session));
    await followRun(session, ID, null);
    await openRows(session, ['First Name', 'Somebody']);
    expect(session.store.getState().marks).toBeNull();
    const { roster } = await openRows(session, LINES);
    await expect.poll(() => session.store.getState().marks?.roster).toBe(roster);
    expect(session.store.getState().marks?.of.get(roster.rows[0]?.id ?? 0)).toBe('waiting');
  });

  it('asks nothing more while it is paused', async () => {
    const { session, asked } = testSession({
      'upload.show': () => success(keptUpload('')),
      'upload.rows': () => success({ rows: ROWS, next: null }),
      'upload.progress': () => success(progressOf({ kind: 'paused', why: null }, 0, [])),
    });
    await followRun(session, ID, null);
    expect(session.store.getState().upload.kind).toBe('running');
    expect(asked.filter(({ channel }) => channel === 'upload.progress')).toHaveLength(1);
    expect(session.store.getState().marks).toBeNull();
  });

  it('says so where there is nothing to follow', async () => {
    const { session } = testSession({ 'upload.show': () => failure(failed('run.gone', {})) });
    await followRun(session, ID, null);
    const { upload, dialog } = session.store.getState();
    expect(upload.kind).toBe('idle');
    expect(dialog).toMatchObject({ kind: 'failure', failure: { code: 'run.gone' } });
  });
});

describe('resuming an upload that was left', () => {
  const HANDING = 'h'.repeat(16);

  function host(kept: KeptUpload): NonNullable<Parameters<typeof testSession>[0]> {
    return {
      'upload.show': () => success(kept),
      'upload.reopen': () => success({ handing: HANDING }),
      'upload.passwords': () => success({}),
      'upload.start': () => success({ upload: ID }),
      'upload.rows': () => success({ rows: ROWS, next: null }),
      'upload.progress': () => success(progressOf(ENDED, 0, [])),
    };
  }

  it('asks for its roster where passwords are needed, and begins nothing', async () => {
    const { session, asked } = testSession(host(keptUpload(await fingerprintOf(LINES))));
    await openRows(session, ['First Name', 'Somebody']);
    await resumeRun(session, ID);
    expect(session.store.getState()).toMatchObject({
      uploadShown: true,
      upload: { kind: 'resuming', failure: null },
    });
    expect(asked.map(({ channel }) => channel)).not.toContain('upload.reopen');
  });

  it('says where it was left on another computer, and resumes it all the same where that is wanted', async () => {
    const kept = keptUpload(await fingerprintOf(LINES));
    const elsewhere = failed('record.heldElsewhere', { name: 'x', computer: 'BERT-PC', lock: 'x.lock' });
    const { session } = testSession({
      ...host(kept),
      'upload.reopen': ({ anyway }: Request<'upload.reopen'>) =>
        anyway ? success({ handing: HANDING }) : failure(elsewhere),
    });
    await openRows(session, LINES);
    await resumeRun(session, ID);
    expect(session.store.getState().upload).toEqual({ kind: 'resuming', kept, failure: elsewhere });
    await resumeRun(session, ID, true);
    await expect.poll(() => session.store.getState().upload.kind).toBe('reporting');
  });

  it('hands over the passwords of its roster by place, and follows it', async () => {
    const { session, asked } = testSession(host(keptUpload(await fingerprintOf(LINES))));
    await openRows(session, LINES);
    await resumeRun(session, ID);
    const handed = asked.find(({ channel }) => channel === 'upload.passwords');
    expect(handed?.request).toEqual({
      handing: HANDING,
      passwords: `${JSON.stringify({ place: 0, password: 'Correct-horse-1' })}\n`,
    });
    await expect.poll(() => session.store.getState().upload.kind).toBe('reporting');
  });

  it('goes on without a roster where no password is needed', async () => {
    const { session, asked } = testSession(host(keptUpload('', { needsPasswords: false })));
    await resumeRun(session, ID);
    expect(asked.map(({ channel }) => channel)).toContain('upload.start');
    await expect.poll(() => session.store.getState().upload.kind).toBe('reporting');
  });

  it('says why it cannot go on, and lets go of what was begun', async () => {
    const refused = failed('upload.otherAccount', { name: 'people.txt', host: 'acme' });
    const { session } = testSession({
      ...host(keptUpload('', { needsPasswords: false })),
      'upload.start': () => failure(refused),
    });
    await resumeRun(session, ID);
    expect(session.store.getState().upload).toMatchObject({ kind: 'resuming', failure: refused });
  });
});

describe('handing over to the host', () => {
  it('sends every item as a line, in slices that fit into a call', async () => {
    const sent: string[] = [];
    const send = (text: string) => {
      sent.push(text);
      return Promise.resolve(success(null));
    };
    const long = 'ü'.repeat(TEXT_SLICE - 10);
    const items = [{ long }, null, { long }, ...Array.from({ length: 500 }, (_, place) => ({ place }))];
    expect(
      await handToHost(
        send,
        items.length,
        (place) => items[place],
        () => null,
      ),
    ).toEqual(success(null));
    expect(sent.every(({ length }) => length <= TEXT_SLICE)).toBe(true);
    const lines = sent.join('').trim().split('\n');
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual(items.filter((item) => item !== null));
  });

  it('ends where it is told to, and where the host refuses', async () => {
    const stale = failed('run.stale', {});
    const send = () => Promise.resolve(success(null));
    expect(
      await handToHost(
        send,
        5,
        () => ({}),
        () => stale,
      ),
    ).toEqual(failure(stale));
    const gone = failure(failed('call.ended', { what: 'This upload' }));
    expect(
      await handToHost(
        () => Promise.resolve(gone),
        5,
        () => ({}),
        () => null,
      ),
    ).toEqual(gone);
  });
});
