import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reason as reasons, ROW_STATES } from '../../../../shared/upload/journal/outcome.ts';
import { plannedRow, type RowRun } from '../../../../shared/upload/journal/row-run.ts';
import type { UploadOrder } from '../../../../shared/upload/orders/upload-order.ts';
import {
  countStatuses,
  GROUP_WORDS,
  groupRows,
  needsStep,
  outcomeOf,
  REPORT_GROUPS,
  reportGroup,
  STEP_GROUPS,
  stepCount,
} from '../../../../shared/upload/report/report-groups.ts';
import { reportRow, type ReportedRow } from '../../../../shared/upload/report/reported-row.ts';

const PERSON = { place: 0, line: 2, name: 'Ana', email: 'ana@acme.com', employeeId: '' };
const rowOf = (some: Partial<ReportedRow>): ReportedRow => ({
  ...PERSON,
  state: 'created',
  reason: null,
  words: '',
  ...some,
});
const STORED = [{ column: 'firstName', sent: 'Alexandria', stored: 'Alexan' }] as const;

const anyRow = fc.record(
  {
    state: fc.constantFrom(...ROW_STATES),
    reason: fc.constantFrom(null, ...reasons.options),
    status: fc.constantFrom('activate' as const, 'deactivate' as const),
    unverifiable: fc.constant(['password'] as const),
    stored: fc.constantFrom([], STORED),
  },
  { requiredKeys: ['state', 'reason'] },
);

describe('the groups of an upload’s rows', () => {
  it.each([
    [{ reason: 'sentTwice', stored: STORED, unverifiable: ['password'] }, 'sentTwice'],
    [{ reason: 'notConfirmed', stored: STORED, unverifiable: ['invitation'] }, 'unconfirmed'],
    // Neither an invitation nor a password went with the request: the person who was found is all there is to confirm.
    [{ reason: 'notConfirmed' }, 'created'],
    [{ reason: 'notConfirmed', state: 'updated' }, 'updated'],
    [{ stored: STORED }, 'storedOtherwise'],
    [{ state: 'updated', stored: STORED, status: 'deactivate' }, 'storedOtherwise'],
    [{ state: 'updated', status: 'deactivate' }, 'deactivated'],
    [{ state: 'updated', status: 'activate' }, 'activated'],
    [{ state: 'skipped', status: 'deactivate', reason: 'asWanted' }, 'skipped'],
    [{ state: 'notTried', reason: 'blocked' }, 'blocked'],
    [{ state: 'notTried', reason: 'stopped' }, 'notTried'],
    [{ state: 'waiting' }, 'notTried'],
    [{ state: 'settling' }, 'unknown'],
  ] as const)('have %j in “%s”', (some, group) => {
    expect(reportGroup(rowOf(some))).toBe(group);
  });

  it('have every row in one of them, and none done that needs a step', () => {
    fc.assert(
      fc.property(fc.array(anyRow), (some) => {
        const rows = some.map(rowOf);
        const groups = groupRows(rows);
        expect(REPORT_GROUPS.flatMap((group) => groups[group])).toHaveLength(rows.length);
        const left = STEP_GROUPS.flatMap((group) => groups[group]);
        expect(left).toHaveLength(stepCount(groups));
        for (const row of rows)
          if (!['created', 'updated', 'skipped'].includes(outcomeOf(row)) || row.reason === 'sentTwice')
            expect(left).toContain(row);
      }),
    );
  });

  it('have a step and advice exactly where something is left to do', () => {
    for (const group of REPORT_GROUPS) {
      const { step, advice } = GROUP_WORDS[group];
      expect([group, step !== null, advice !== '']).toEqual([group, needsStep(group), needsStep(group)]);
    }
    // What has ended well comes last.
    expect(REPORT_GROUPS.slice(0, STEP_GROUPS.length)).toEqual(STEP_GROUPS);
  });

  it('count changes of the status whatever else there is to say of the people', () => {
    const gone = { state: 'updated', status: 'deactivate' } as const;
    const rows = [rowOf(gone), rowOf({ ...gone, stored: STORED }), rowOf({ ...gone, state: 'failed' })];
    expect(countStatuses(rows)).toEqual({ deactivate: 2, activate: 0 });
  });
});

describe('a row of a report', () => {
  const create: UploadOrder = {
    ...{ ...PERSON, kind: 'create', wave: 1, leader: null, hasPassword: true },
    body: { channels: [] },
  };
  const ended = (order: UploadOrder): RowRun => ({
    ...plannedRow(order),
    state: 'created',
    reason: 'notConfirmed',
  });

  it('has what no look-up can confirm of a creation', () => {
    expect(reportRow(create, ended(create), { welcome: 'now' })).toEqual(
      rowOf({ reason: 'notConfirmed', unverifiable: ['invitation', 'password'] }),
    );
    const plain = { ...create, hasPassword: false } as const;
    expect(reportRow(plain, ended(plain), { welcome: 'delayed' })).toEqual(rowOf({ reason: 'notConfirmed' }));
  });

  it('has the change of the status that its order asks for', () => {
    const order: UploadOrder = {
      ...{ ...PERSON, kind: 'update', wave: 1, leader: null, body: null, status: 'deactivate' },
      ...{ member: { email: 'ana@acme.com', employeeId: '' }, changes: [] },
    };
    expect(reportRow(order, plannedRow(order), { welcome: 'now' })).toEqual(
      rowOf({ state: 'waiting', status: 'deactivate' }),
    );
  });
});
