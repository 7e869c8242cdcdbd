import { beforeEach, describe, expect, it, vi } from 'vitest';
import { summaryText } from '../../../renderer/upload/report/report-words.ts';
import { saveFailedRows, saveReport } from '../../../renderer/upload/report/save-report.ts';
import { continueRun, findRunning, pauseRun, stopRun } from '../../../renderer/upload/run/steer-run.ts';
import { listRun } from '../../../renderer/upload/run/run-counts.tsx';
import { openCount, remainingWords } from '../../../renderer/upload/run/run-words.ts';
import {
  backToPlan,
  beginAnew,
  handOver,
  hideUpload,
  showUpload,
} from '../../../renderer/upload/show-upload.ts';
import { type FollowedRun, isOfRoster, isUploading } from '../../../renderer/upload/upload-state.ts';
import { deleteSelected } from '../../../renderer/grid/commands/row-commands.ts';
import type { Session } from '../../../renderer/app/session/session.ts';
import { AT } from '../../../shared/person/catalogue.ts';
import type { KeptUpload } from '../../../shared/contract/upload-calls.ts';
import type { ReportedRow } from '../../../shared/upload/report/reported-row.ts';
import { failed } from '../../../shared/failures/failures.ts';
import { failure, success } from '../../../shared/failures/result.ts';
import { ROW_STATES, type RowState } from '../../../shared/upload/journal/outcome.ts';
import type { PushState } from '../../../shared/upload/journal/upload-progress.ts';
import { type Answers, type Asked, documentOf, openRows, testFile, testSession } from '../test-session.ts';

const ID = '0c9d1c0a-5a55-4b6f-9d55-0c9d1c0a5a55';
const NONE = Object.fromEntries(ROW_STATES.map((state) => [state, 0])) as Record<RowState, number>;
const PAUSED: PushState = { kind: 'paused', why: null };
const ENDED: PushState = { kind: 'ended', how: 'finished', why: null };
const RUNNING: PushState = { kind: 'running' };

const kept = (state: PushState, some: Partial<KeptUpload> = {}): KeptUpload => ({
  id: ID,
  startedAt: '2026-03-01T12:34:56.000Z',
  name: 'people.txt',
  host: 'acme.api.stellaconnect.net',
  roster: '',
  mode: 'create',
  welcome: 'delayed',
  rows: 3,
  organization: null,
  state,
  counts: { ...NONE, created: 1, failed: 1, held: 1 },
  writtenAt: '2026-03-01T12:34:56.000Z',
  needsPasswords: false,
  isResumable: false,
  ...some,
});

const row = (place: number, state: RowState, some: Partial<ReportedRow> = {}): ReportedRow => ({
  place,
  line: place + 2,
  name: `P${place}`,
  email: `p${place}@acme.example`,
  employeeId: '',
  state,
  reason: null,
  words: '',
  ...some,
});
const ROWS = [
  row(0, 'created'),
  row(1, 'failed'),
  row(2, 'held'),
  row(3, 'unknown'),
  row(4, 'notTried'),
  row(5, 'skipped'),
];

let texts: string[];
/** A host in which an upload is in a state, and that takes what is saved. */
function host(state: PushState, more: Answers = {}): Answers {
  return {
    'upload.show': () => success(kept(state)),
    'upload.rows': () => success({ rows: ROWS, next: null }),
    'upload.progress': () => success({ state, counts: NONE, waves: [], secondsLeft: null, at: 0, rows: [] }),
    'upload.pause': () => success({}),
    'upload.continue': () => success({}),
    'upload.stop': () => success({}),
    'write.begin': () => success({ write: 'w'.repeat(16) }),
    'write.append': ({ text }: { text: string }) => {
      texts.push(text);
      return success({});
    },
    'write.finish': () => success({ file: testFile('saved.xlsx'), bytes: 1, replaced: 0 }),
    ...more,
  };
}

const upload = (session: Session) => session.store.getState().upload;
const channels = (asked: readonly Asked[]): string[] => asked.map(({ channel }) => channel);
const runOf = (state: PushState, own: FollowedRun['own'] = null): FollowedRun => ({
  kept: kept(state),
  progress: { state, counts: kept(state).counts, waves: [], secondsLeft: null },
  rows: ROWS,
  own,
  lost: null,
});

async function openPeople(session: Session): Promise<NonNullable<FollowedRun['own']>> {
  const people = Array.from({ length: 6 }, (_, at) => `P${at}\tp${at}@acme.example\tSecret-${at}-word`);
  const { roster } = await openRows(session, ['First Name\tEmail Address\tTemporary Password', ...people]);
  return { roster, ids: roster.rows.map(({ id }) => id) };
}

beforeEach(() => {
  texts = [];
});

describe('an upload that runs', () => {
  it('is paused, and says where it was not', async () => {
    const { session, asked } = testSession(host(RUNNING));
    await pauseRun(session, ID);
    expect(asked).toEqual([{ channel: 'upload.pause', request: { upload: ID } }]);
    expect(session.store.getState().dialog).toBeNull();
    const refused = testSession();
    await pauseRun(refused.session, ID);
    expect(refused.session.store.getState().dialog).toMatchObject({ title: 'The upload was not paused' });
  });

  it('goes on after a pause, and is followed again', async () => {
    const { session } = testSession(host(ENDED));
    await continueRun(session, runOf(PAUSED));
    await vi.waitFor(() => {
      expect(upload(session).kind).toBe('reporting');
    });
  });

  it('is taken up from its journal where the host does not know it any more', async () => {
    const gone = failure(failed('run.gone', {}));
    const { session, asked } = testSession(host(PAUSED, { 'upload.continue': () => gone }));
    await continueRun(session, runOf(PAUSED));
    expect(channels(asked)).toContain('upload.reopen');
    expect(upload(session).kind).toBe('resuming');
    const refused = testSession(host(PAUSED, { 'upload.continue': () => failure(failed('host.gone', {})) }));
    await continueRun(refused.session, runOf(PAUSED));
    expect(refused.session.store.getState().dialog).toMatchObject({ title: 'The upload was not resumed' });
    expect(channels(refused.asked)).toEqual(['upload.continue']);
  });

  it('is stopped, and heard of until it has ended, with its roster', async () => {
    const { session, asked } = testSession(host(ENDED));
    const own = await openPeople(session);
    session.store.setState({ upload: { kind: 'running', run: runOf(PAUSED, own) } });
    await stopRun(session, ID);
    await vi.waitFor(() => {
      expect(upload(session).kind).toBe('reporting');
    });
    expect(session.store.getState().marks?.roster).toBe(own.roster);
    expect(channels(asked)[0]).toBe('upload.stop');
  });

  it('that is gone already is left, and one that cannot be stopped stays', async () => {
    const gone = testSession(host(PAUSED, { 'upload.stop': () => failure(failed('run.gone', {})) }));
    gone.session.store.setState({ upload: { kind: 'running', run: runOf(PAUSED) } });
    await stopRun(gone.session, ID);
    expect([upload(gone.session).kind, gone.session.store.getState().dialog]).toEqual(['idle', null]);
    const refused = testSession(host(PAUSED, { 'upload.stop': () => failure(failed('host.gone', {})) }));
    refused.session.store.setState({ upload: { kind: 'running', run: runOf(PAUSED) } });
    await stopRun(refused.session, ID);
    expect(upload(refused.session).kind).toBe('running');
    expect(refused.session.store.getState().dialog).toMatchObject({ title: 'The upload was not stopped' });
  });

  it('is found again by a page that is loaded anew, and one that rests is not', async () => {
    const list = (...states: PushState[]): Answers => ({
      'upload.list': () => success({ uploads: states.map((state) => kept(state)), unreadable: [] }),
    });
    const running = testSession(host(ENDED, list(PAUSED, ENDED, RUNNING)));
    await findRunning(running.session);
    expect([upload(running.session).kind, running.session.store.getState().uploadShown]).toEqual([
      'reporting',
      true,
    ]);
    const resting = testSession(host(ENDED, list(PAUSED, ENDED)));
    await findRunning(resting.session);
    await findRunning(testSession().session);
    expect([upload(resting.session).kind, resting.session.store.getState().uploadShown]).toEqual([
      'idle',
      false,
    ]);
  });

  it('keeps the window, but not while it rests; it stays where its roster is closed', () => {
    expect(isUploading({ kind: 'starting', name: 'a', fraction: 0 })).toBe(true);
    expect([RUNNING, PAUSED].map((state) => isUploading({ kind: 'running', run: runOf(state) }))).toEqual([
      true,
      false,
    ]);
    expect([isUploading({ kind: 'reporting', run: runOf(ENDED) }), isUploading({ kind: 'idle' })]).toEqual([
      false,
      false,
    ]);
    expect([isOfRoster({ kind: 'reporting', run: runOf(ENDED) }), isOfRoster({ kind: 'idle' })]).toEqual([
      false,
      true,
    ]);
  });
});

describe('the side of the grid', () => {
  it('shows the upload where it was left, and plans nothing without an organization', () => {
    const { session, asked } = testSession();
    session.store.setState({ organizationView: 'chosen' });
    showUpload(session);
    expect(session.store.getState()).toMatchObject({
      uploadShown: true,
      organizationView: null,
      upload: { kind: 'idle' },
    });
    handOver(session);
    expect(upload(session)).toEqual({ kind: 'handingOver', done: new Set() });
    hideUpload(session);
    showUpload(session);
    expect(upload(session).kind).toBe('handingOver');
    backToPlan(session);
    expect([upload(session).kind, asked]).toEqual(['idle', []]);
  });

  it('leaves one that has ended for another plan', async () => {
    const { session } = testSession(host(ENDED));
    session.store.setState({ upload: { kind: 'reporting', run: runOf(ENDED) } });
    beginAnew(session);
    expect([upload(session).kind, session.store.getState().marks]).toEqual(['idle', null]);
    await Promise.resolve();
  });
});

describe('what became of an upload', () => {
  it('is saved as a workbook named after the roster, every row a line', async () => {
    const { session } = testSession(host(ENDED));
    const saving = saveReport(session, runOf(ENDED));
    expect(session.store.getState().chooser).toMatchObject({ suggestedName: 'people – report.xlsx' });
    session.store.getState().chooser?.done(testFile('report.xlsx'));
    await saving;
    expect(texts.join('').split('\r\n')).toHaveLength(ROWS.length + 2);
    expect(session.store.getState().done?.sentence).toBe(
      'Saved to “saved.xlsx”. Read back and compared: identical.',
    );
  });

  it('is not saved where nobody says where, and says why it could not be', async () => {
    const { session, asked } = testSession();
    const leaving = saveReport(session, runOf(ENDED));
    session.store.getState().chooser?.done(null);
    await leaving;
    expect([asked, session.store.getState().dialog]).toEqual([[], null]);
    const saving = saveReport(session, runOf(ENDED));
    session.store.getState().chooser?.done(testFile('report.xlsx'));
    await saving;
    expect(session.store.getState().dialog).toMatchObject({ title: 'Nothing was saved' });
  });

  it('leaves the rows not done for the next round, as they are in the roster', async () => {
    const { session } = testSession(host(ENDED));
    const own = await openPeople(session);
    const [, , held = 0] = own.ids;
    const place = { row: held, position: 0 };
    session.store.setState({ selection: { kind: 'rows', anchor: place, head: place } });
    deleteSelected(session, documentOf(session));
    const saving = saveFailedRows(session, runOf(ENDED, own));
    expect(session.store.getState().chooser).toMatchObject({ suggestedName: 'people – not done.txt' });
    session.store.getState().chooser?.done(testFile('rest.txt'));
    await saving;
    const [header, ...lines] = texts.join('').trim().split('\r\n');
    expect(header).toContain('Temporary Password');
    expect(lines.map((line) => /P\d/.exec(line)?.[0])).toEqual(['P1', 'P3', 'P4']);
    expect(lines[0]).toContain('Secret-1-word');
    expect(session.store.getState().done?.sentence).toBe(
      '3 rows saved to “saved.xlsx”: open it for the next round.',
    );
  });

  it('leaves nothing where the roster is not open, nobody says where, or it cannot be written', async () => {
    const { session, asked } = testSession(
      host(ENDED, { 'write.begin': () => failure(failed('host.gone', {})) }),
    );
    await saveFailedRows(session, runOf(ENDED));
    const own = await openPeople(session);
    const other = await openPeople(session);
    await saveFailedRows(session, runOf(ENDED, own));
    expect([session.store.getState().chooser, asked]).toEqual([null, []]);
    const leaving = saveFailedRows(session, runOf(ENDED, other));
    session.store.getState().chooser?.done(null);
    await leaving;
    expect(asked).toEqual([]);
    const saving = saveFailedRows(session, runOf(ENDED, other));
    session.store.getState().chooser?.done(testFile('rest.txt'));
    await saving;
    expect(session.store.getState().dialog).toMatchObject({ title: 'Nothing was saved' });
  });

  it('is told in a few lines without names', () => {
    const ended = { ...runOf(ENDED), kept: kept(ENDED, { welcome: 'now', mode: 'update' }) };
    expect(summaryText(ended)).toBe(
      [
        'Upload of “people.txt” to acme.api.stellaconnect.net',
        'Started 2026-03-01 12:34 UTC, update mode, welcome emails sent',
        'Done, with a next step for 4 people. 6 rows: 1 with unknown result, 1 failed, 1 on hold because of the Team Leader, 1 not tried, 1 created, 1 left as they were.',
        '- Result unknown (1): Resume the upload: it finds out what was done before it sends anything again.',
        '- Failed (1): Do what the reason says, then upload these rows again.',
        '- On hold because of the Team Leader (1): See to the Team Leader’s row first, then upload these rows again.',
        '- Not tried (1): Resume the upload to send these rows.',
      ].join('\n'),
    );
    expect(summaryText(runOf(ENDED))).toContain('create mode, welcome emails delayed');
  });

  it('lists each row, and leads to it while it is there', async () => {
    const { session } = testSession();
    const own = await openPeople(session);
    const listed = listRun(row(1234, 'failed', { place: 1, line: 1236, reason: null }), runOf(ENDED, own));
    expect(listed).toMatchObject({
      line: '1,236',
      name: 'P1234',
      mark: 'failed',
      place: { row: own.ids[1], position: AT.firstName },
    });
    expect(listRun(row(1, 'created', { name: '' }), runOf(ENDED))).toMatchObject({
      name: 'p1@acme.example',
      sentences: [],
      place: null,
    });
    expect(listRun(row(1, 'created', { name: '', email: '', employeeId: 'E1' }), runOf(ENDED)).name).toBe(
      'E1',
    );
    expect(listRun(row(99, 'created'), runOf(ENDED, own)).place).toBeNull();
  });
});

describe('how an upload goes', () => {
  it('counts what is open, and says how long it takes at the limits of its words', () => {
    expect(openCount({ ...NONE, waiting: 1, lookingUp: 2, sending: 4, settling: 8, created: 16 })).toBe(15);
    expect([49, 50, 60, 89 * 60, 90 * 60].map(remainingWords)).toEqual([
      'Less than a minute left',
      'Less than a minute left',
      'About 1 minute left',
      'About 89 minutes left',
      'About 90 minutes left',
    ]);
  });
});
