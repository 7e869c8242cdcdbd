import type { KeptUpload } from '../../shared/contract/upload-calls.ts';
import { assertNever } from '../../shared/failures/result.ts';
import type { Organization } from '../../shared/organization/organization.ts';
import { isTriedAgain, needsPassword, type RowRun } from '../../shared/upload/journal/row-run.ts';
import type { RunState } from '../../shared/upload/journal/run-state.ts';
import type { PushState, UploadProgress } from '../../shared/upload/journal/upload-progress.ts';
import type { UploadHead } from '../../shared/upload/orders/upload-head.ts';
import type { UploadOrder } from '../../shared/upload/orders/upload-order.ts';
import { needsStep, reportGroup } from '../../shared/upload/report/report-groups.ts';
import { type ReportedRow, reportRow } from '../../shared/upload/report/reported-row.ts';

/** What is known of an upload by its journal. */
export interface KnownRun {
  readonly head: UploadHead;
  readonly orders: readonly UploadOrder[];
  readonly run: RunState;
}

/** An upload as the window is told of it. */
export function describeKept(
  { head, orders, run }: KnownRun,
  now: Pick<UploadProgress, 'state' | 'counts'>,
  organization: Organization | null,
  writtenAt: Date,
): KeptUpload {
  const { id, startedAt, name, host, roster, mode, welcome, rows } = head;
  return {
    ...{ id, startedAt, name, host, roster, mode, welcome, rows },
    organization: organization && {
      id: organization.id,
      name: organization.name,
      environment: organization.environment,
    },
    state: now.state,
    counts: now.counts,
    writtenAt: writtenAt.toISOString(),
    needsPasswords: orders.some((order) => needsPassword(order, run.rowAt(order.place))),
    isResumable: run.rows.some(isLeftToDo),
  };
}

function isLeftToDo(row: RowRun): boolean {
  return row.state === 'waiting' || row.state === 'sending' || isTriedAgain(row);
}

/** How far an upload is that nobody carries out at the moment. */
export function progressAtRest({ run }: KnownRun): UploadProgress {
  const waves = run.waves.map(({ done, total }) => ({ done, total }));
  return { state: stateAtRest(run), counts: run.counts, waves, secondsLeft: null, at: 0, rows: [] };
}

function stateAtRest({ phase }: RunState): PushState {
  switch (phase) {
    // Whoever carried it out is gone, which is a pause.
    case 'planned':
    case 'open':
    case 'paused':
      return { kind: 'paused', why: null };
    case 'finished':
    case 'stopped':
    case 'forbidden':
      return { kind: 'ended', how: phase, why: null };
    default:
      return assertNever(phase);
  }
}

/** Some rows of an upload, from a place on. */
export function rowsOf({ head, orders, run }: KnownRun, from: number, most: number): ReportedRow[] {
  return orders.slice(from, from + most).map((order) => reportRow(order, run.rowAt(order.place), head));
}

/** Whether nothing is left of an upload that anybody would come back for: it is finished, and no row needs a step. */
export function isSettled({ head, orders, run }: KnownRun): boolean {
  if (run.phase !== 'finished') return false;
  return !orders.some((order) => needsStep(reportGroup(reportRow(order, run.rowAt(order.place), head))));
}
