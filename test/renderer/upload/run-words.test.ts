import { READ_LATER } from '../../../shared/failures/entry.ts';
import { describe, expect, it } from 'vitest';
import { countToType, isCount, startWords } from '../../../renderer/upload/confirm/confirm-words.ts';
import { countsWords, headline } from '../../../renderer/upload/report/report-words.ts';
import { remainingWords, waitingWords, waveWords } from '../../../renderer/upload/run/run-words.ts';
import type { MadePlan } from '../../../renderer/upload/upload-state.ts';
import { failed } from '../../../shared/failures/failures.ts';
import type { Organization } from '../../../shared/organization/organization.ts';
import { emptyRoster } from '../../../shared/roster/roster.ts';
import type { RowState } from '../../../shared/upload/journal/outcome.ts';
import { groupRows } from '../../../shared/upload/report/report-groups.ts';
import type { ReportedRow } from '../../../shared/upload/report/reported-row.ts';
import { READY } from '../test-session.ts';

function madePlan(
  create: number,
  changed: number,
  environment: Organization['environment'],
  deactivate = 0,
): MadePlan {
  const counts = { create, changed: changed + deactivate, exists: 0, blocked: 0, held: 0 };
  const groups = { ...counts, changed, deactivate, activate: 0 };
  const requests = { writes: 0, lookUps: 0 };
  const fingerprint = { roster: '', team: '' };
  return {
    plan: { mode: 'update', rows: [], counts, groups, requests, waves: [], seats: [], fingerprint },
    rows: { create: [], changed: [], deactivate: [], activate: [], exists: [], blocked: [], held: [] },
    verdict: READY,
    marks: new Map(),
    target: {
      id: '0'.repeat(16),
      name: 'Acme',
      address: { subdomain: 'acme' },
      environment,
      host: 'acme.api.stellaconnect.net',
      team: null,
    },
    team: { takenAt: '', people: [], untold: [] },
    key: '1234',
    rate: 60,
    roster: emptyRoster(),
    step: null,
  };
}

const NIA: ReportedRow = {
  place: 0,
  line: 2,
  name: 'Nia',
  email: 'nia@acme.example',
  employeeId: '',
  state: 'created',
  reason: null,
  words: '',
};

describe('what confirms an upload', () => {
  it('says what will happen, and where', () => {
    expect(startWords(madePlan(236, 0, 'production'))).toBe('Create 236 people in production');
    expect(startWords(madePlan(1, 0, 'test'))).toBe('Create 1 person');
    expect(startWords(madePlan(0, 2, 'test'))).toBe('Change 2 people');
    expect(startWords(madePlan(1200, 1, 'test'))).toBe('Create 1,200 and change 1 person');
    expect(startWords(madePlan(3, 1, 'production', 2))).toBe(
      'Create 3, change 1 and deactivate 2 people in production',
    );
    expect(startWords(madePlan(0, 0, 'test', 1))).toBe('Deactivate 1 person');
  });

  it('security 25: is typed for more than 100 creations, and for production', () => {
    expect(countToType(madePlan(100, 500, 'test'))).toBeNull();
    expect(countToType(madePlan(101, 0, 'test'))).toBe('101');
    expect(countToType(madePlan(1, 2, 'production'))).toBe('3');
    expect(countToType(madePlan(1, 2, 'production', 4))).toBe('7');
  });

  it('is the count however it is written, and nothing else', () => {
    for (const typed of ['1200', ' 1,200 ', '1 200', '1.200']) expect(isCount(typed, '1200')).toBe(true);
    for (const typed of ['', '120', '12000', '1200x']) expect(isCount(typed, '1200')).toBe(false);
  });
});

describe('how an upload goes', () => {
  it('is told by the wave that is under way', () => {
    expect(waveWords([])).toBe('');
    expect(waveWords([{ done: 3, total: 1200 }])).toBe('3 of 1,200');
    expect(
      waveWords([
        { done: 4, total: 4 },
        { done: 12, total: 30 },
        { done: 0, total: 9 },
      ]),
    ).toBe('Wave 2 of 3: 12 of 30');
    expect(
      waveWords([
        { done: 4, total: 4 },
        { done: 30, total: 30 },
      ]),
    ).toBe('Wave 2 of 2: 30 of 30');
  });

  it('says how long it takes yet, roughly', () => {
    expect([null, 12, 61, 3600, 3 * 3600].map(remainingWords)).toEqual([
      'Time left: not known yet',
      'Less than a minute left',
      'About 1 minute left',
      'About 60 minutes left',
      'About 3 hours left',
    ]);
  });

  it('counts down what it waits for', () => {
    const until = '2026-03-01T12:00:42.000Z';
    const now = Date.parse('2026-03-01T12:00:00.000Z');
    const busy = failed('connect.busy', { host: 'acme', minutes: 0 });
    expect(waitingWords({ kind: 'waiting', why: busy, until }, now, READ_LATER)).toBe(
      'Agent Connect is limiting requests; going on in 0:42.',
    );
    expect(waitingWords({ kind: 'waiting', why: busy, until }, now + 60_000, READ_LATER)).toMatch(
      /in 0:00\.$/,
    );
    const silent = failed('connect.timedOut', { host: 'acme', seconds: 60 });
    expect(waitingWords({ kind: 'waiting', why: silent, until }, now - 60_000, READ_LATER)).toMatch(
      /^“acme” did not answer within 60 seconds.+Going on by itself in 1:42\.$/,
    );
  });

  it('ends with a headline and counts that sum up', () => {
    const rowsIn = (state: RowState, count: number, some: Partial<ReportedRow> = {}): ReportedRow[] =>
      Array.from({ length: count }, (_, place) => ({ ...NIA, place, state, ...some }));
    const groups = groupRows([...rowsIn('created', 1230), ...rowsIn('failed', 4), ...rowsIn('held', 2)]);
    const state = { kind: 'ended', how: 'finished', why: null } as const;
    expect(headline({ state }, groups)).toBe('Done, with a next step for 6 people');
    expect(headline({ state }, groupRows(rowsIn('created', 1)))).toBe('All done');
    expect(headline({ state: { ...state, how: 'stopped' } }, groupRows([]))).toBe('Stopped');
    expect(headline({ state: { ...state, how: 'stopped' } }, groups)).toMatch(/^Stopped, with .+ 6 people$/);
    expect(headline({ state: { ...state, how: 'forbidden' } }, groups)).toMatch(/refused the key$/);
    expect(countsWords(groups)).toBe(
      '1,236 rows: 4 failed, 2 on hold because of the Team Leader, 1,230 created',
    );
    // Who was created, and may be there twice, is not all done.
    const twice = groupRows([...rowsIn('created', 3), ...rowsIn('created', 1, { reason: 'sentTwice' })]);
    expect(headline({ state }, twice)).toBe('Done, with a next step for 1 person');
    expect(countsWords(twice)).toBe('4 rows: 1 sent twice, 3 created');
  });
});
