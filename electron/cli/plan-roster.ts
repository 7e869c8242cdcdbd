import type { Failure } from '../../shared/failures/failures.ts';
import { type Result, success } from '../../shared/failures/result.ts';
import type { CurrentTeam } from '../../shared/person/team-member.ts';
import { finish } from '../../shared/roster/sliced-work.ts';
import type { RowId } from '../../shared/roster/roster.ts';
import type { Problem } from '../../shared/rules/problem.ts';
import { planningUpload } from '../../shared/upload/plan/plan-upload.ts';
import type { UploadMode, UploadPlan } from '../../shared/upload/plan/upload-plan.ts';
import { inspectRoster } from './inspect-roster.ts';
import type { OpenedRoster } from './open-roster.ts';
import type { RuleOptions } from './rule-options.ts';

/** A roster with the plan of its upload, and what that was made from. */
export interface PlannedRoster {
  readonly opened: OpenedRoster;
  readonly team: CurrentTeam;
  readonly plan: UploadPlan;
  readonly problemsOf: (row: RowId) => readonly Problem[];
}

/** Opens and checks a file and plans its upload, against the team that was pulled or that of the options. */
export async function planRoster(
  file: string,
  options: RuleOptions & { readonly mode: UploadMode },
  pulled: CurrentTeam | null,
): Promise<Result<PlannedRoster, Failure>> {
  const inspected = await inspectRoster(file, options, pulled);
  if (!inspected.ok) return inspected;
  const { opened, checker, settings } = inspected.value;
  const { team } = settings;
  if (team === null) throw new Error('The current team was asked for and not read');
  const problemsOf = checker.problemsOf.bind(checker);
  const plan = finish(planningUpload({ roster: opened.read.roster, team, problemsOf, mode: options.mode }));
  return success({ opened, team, plan, problemsOf });
}
