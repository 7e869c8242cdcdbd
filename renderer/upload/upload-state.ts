import type { KeptUpload } from '../../shared/contract/upload-calls.ts';
import type { ReportedRow } from '../../shared/upload/report/reported-row.ts';
import type { Failure } from '../../shared/failures/failures.ts';
import type { Organization } from '../../shared/organization/organization.ts';
import type { CurrentTeam } from '../../shared/person/team-member.ts';
import type { Step } from '../../shared/roster/history.ts';
import type { Roster, RowId } from '../../shared/roster/roster.ts';
import type { Verdict } from '../../shared/rules/verdict.ts';
import type { UploadProgress } from '../../shared/upload/journal/upload-progress.ts';
import type { PlanGroup, PlannedRow, UploadPlan } from '../../shared/upload/plan/upload-plan.ts';
import type { HandOverStep } from './hand-over/hand-over-steps.ts';
import type { RowMark } from './marks/row-mark.ts';

/** The rows of a plan by what would be done about them, in the order of the roster. */
type RowsByGroup = Readonly<Record<PlanGroup, readonly PlannedRow[]>>;

/** A plan and what it was made of: where either is another now, it is stale. */
export interface MadePlan {
  readonly plan: UploadPlan;
  readonly rows: RowsByGroup;
  /** What the grid shows of it beside each row. */
  readonly marks: ReadonlyMap<RowId, RowMark>;
  readonly verdict: Verdict;
  readonly target: Organization;
  readonly team: CurrentTeam;
  /** The end of the key that is to be sent with; null where there is none. */
  readonly key: string | null;
  /** Requests a minute that the host makes at most. */
  readonly rate: number;
  readonly roster: Roster;
  /** The last step of the roster's history at the time; null where nothing had been changed. */
  readonly step: Step | null;
}

/** The roster of an upload where it is the open one: the rows by their place when it was planned. */
export interface RunRoster {
  readonly roster: Roster;
  readonly ids: readonly RowId[];
}

/** An upload that runs, is paused or has ended, as this window follows it. */
export interface FollowedRun {
  readonly kept: KeptUpload;
  readonly progress: Pick<UploadProgress, 'state' | 'counts' | 'waves' | 'secondsLeft'>;
  /** By place; a row is another object when it has changed. */
  readonly rows: readonly ReportedRow[];
  /** Null while its roster is not open. */
  readonly own: RunRoster | null;
  /** Why the host does not say how it goes; null while it does. */
  readonly lost: Failure | null;
}

/** A report that was in sight, and the roster beside it at the time. */
export interface SeenReport {
  readonly upload: string;
  /** The upload's roster, where it was open. */
  readonly own: Roster | null;
  readonly roster: Roster | null;
  /** The last step of that roster's history; null where nothing had been changed. */
  readonly step: Step | null;
}

/** Where the upload of the open roster stands. */
export type UploadState =
  /** Nothing was planned yet. */
  | { readonly kind: 'idle' }
  /** The current team is asked for (`count` people so far), then the rows are judged. */
  | {
      readonly kind: 'planning';
      readonly step: 'team' | 'rows';
      readonly count: number;
      readonly stop: () => void;
    }
  | { readonly kind: 'unplanned'; readonly failure: Failure }
  | { readonly kind: 'planned'; readonly made: MadePlan }
  | { readonly kind: 'confirming'; readonly made: MadePlan; readonly failure: Failure | null }
  /** What was confirmed is handed to the host; `fraction` is from 0 to 1. */
  | { readonly kind: 'starting'; readonly name: string; readonly fraction: number }
  /** An upload that was left is to go on, and something is in the way; null where that is that its roster is needed. */
  | { readonly kind: 'resuming'; readonly kept: KeptUpload; readonly failure: Failure | null }
  | { readonly kind: 'running'; readonly run: FollowedRun }
  | { readonly kind: 'reporting'; readonly run: FollowedRun }
  /** For those without a key: the steps that are done by hand. */
  | { readonly kind: 'handingOver'; readonly done: ReadonlySet<HandOverStep> };

export const initialUpload: UploadState = { kind: 'idle' };

/** Whether an upload is under way that closing the window would interrupt. */
export function isUploading(upload: UploadState): boolean {
  if (upload.kind === 'starting') return true;
  return upload.kind === 'running' && upload.run.progress.state.kind !== 'paused';
}

/** Whether it makes no sense without an open roster: what is planned, not what the host carries out. */
export function isOfRoster({ kind }: UploadState): boolean {
  return !['starting', 'resuming', 'running', 'reporting'].includes(kind);
}
