import type { CurrentTeam } from '../../shared/current-team/current-team.ts';
import type { Failure } from '../../shared/failures.ts';
import type { Organization } from '../../shared/organization/organization.ts';
import type { Step } from '../../shared/roster/history.ts';
import type { Roster, RowId } from '../../shared/roster/roster.ts';
import type { PlannedRow, UploadMode, UploadPlan } from '../../shared/upload/plan/upload-plan.ts';
import type { HandOverStep } from './hand-over/hand-over-steps.ts';
import type { RowMark } from './marks/row-mark.ts';

/** The rows of a plan by what would be done about them, in the order of the roster. */
type RowsByKind = Readonly<Record<PlannedRow['kind'], readonly PlannedRow[]>>;

/** A plan and what it was made of: where either is another now, it is stale. */
export interface MadePlan {
  readonly plan: UploadPlan;
  readonly byKind: RowsByKind;
  /** What the grid shows of it beside each row. */
  readonly marks: ReadonlyMap<RowId, RowMark>;
  readonly target: Organization;
  readonly team: CurrentTeam;
  /** The end of the key that is to be sent with; null where there is none. */
  readonly key: string | null;
  readonly roster: Roster;
  /** The last step of the roster's history at the time; null where nothing had been changed. */
  readonly step: Step | null;
}

/** Where the upload of the open roster stands. */
export type UploadState =
  /** Nothing was planned yet. */
  | { readonly kind: 'idle'; readonly mode: UploadMode }
  /** The current team is asked for (`count` people so far), then the rows are judged. */
  | {
      readonly kind: 'planning';
      readonly mode: UploadMode;
      readonly step: 'team' | 'rows';
      readonly count: number;
      readonly stop: () => void;
    }
  | { readonly kind: 'unplanned'; readonly mode: UploadMode; readonly failure: Failure }
  | { readonly kind: 'planned'; readonly made: MadePlan }
  /** For those without a key: the steps that are done by hand. */
  | { readonly kind: 'handingOver'; readonly done: ReadonlySet<HandOverStep> };

export const initialUpload: UploadState = { kind: 'idle', mode: 'create' };
