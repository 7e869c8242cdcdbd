import type { RowId } from '../../../shared/roster/roster.ts';
import { planningUpload, type PlanSources } from '../../../shared/upload/plan/plan-upload.ts';
import { planGroup, type PlanGroup, type PlannedRow } from '../../../shared/upload/plan/upload-plan.ts';
import type { Settings } from '../../../shared/rules/settings.ts';
import { judgingPlan } from '../../../shared/upload/plan/plan-verdict.ts';
import type { RowMark } from '../marks/row-mark.ts';
import type { MadePlan } from '../upload-state.ts';

/** Rows between two pauses. */
const SLICE = 5000;

/** A plan with its rows by group, the marks that they get in the grid, and the verdict on it. */
export type RowsPlan = Pick<MadePlan, 'plan' | 'rows' | 'marks' | 'verdict'>;

/** Plans an upload and sorts its rows by group; pauses every few milliseconds. The roster must not change meanwhile. */
export function* planningRows(sources: PlanSources, settings: Settings): Generator<void, RowsPlan> {
  const plan = yield* planningUpload(sources);
  const rows: Record<PlanGroup, PlannedRow[]> = {
    create: [],
    changed: [],
    deactivate: [],
    activate: [],
    exists: [],
    blocked: [],
    held: [],
  };
  const marks = new Map<RowId, RowMark>();
  for (const [place, planned] of plan.rows.entries()) {
    if (place % SLICE === SLICE - 1) yield;
    const group = planGroup(planned);
    rows[group].push(planned);
    marks.set(planned.row, group);
  }
  const { team, mode, roster } = sources;
  const verdict = yield* judgingPlan(plan, roster, { ...settings, team, mode });
  return { plan, rows, marks, verdict };
}
