import type { ColumnKey } from '../../../../shared/person/catalogue.ts';
import type { TeamMember } from '../../../../shared/person/team-member.ts';
import { appendRow, emptyRoster, type Roster } from '../../../../shared/roster/roster.ts';
import { finish } from '../../../../shared/roster/sliced-work.ts';
import { check } from '../../../../shared/rules/checker.ts';
import { planningUpload } from '../../../../shared/upload/plan/plan-upload.ts';
import type { PlannedRow, UploadMode, UploadPlan } from '../../../../shared/upload/plan/upload-plan.ts';
import { type Cells, cellsOf, FINE, OPTIONAL, OWNER, settingsWith } from '../../rules/build-roster.ts';

/** Rows of people who are fine but for what is given: led by the owner, the first row has id 1. */
export function newRoster(...people: Cells[]): Roster {
  const roster = emptyRoster({ optional: OPTIONAL, carried: [] });
  people.forEach((person, at) => {
    const own = { email: `new${at + 1}@acme.com`, lastName: `New${at + 1}`, teamLeader: 'owner@acme.com' };
    appendRow(roster, cellsOf({ ...FINE, ...own, ...person }));
  });
  return roster;
}

/** Someone of the current team who is like the owner but for what is given. */
export function memberWith(some: Partial<TeamMember>): TeamMember {
  return { ...OWNER, employeeId: '', email: '', canManageTeams: false, teamLeader: OWNER.email, ...some };
}

interface PlanOptions {
  readonly mode?: UploadMode;
  readonly members?: readonly TeamMember[];
  readonly untold?: readonly ColumnKey[];
}

/** Plans an upload of a roster to the owner and some members, with the problems that the rules find. */
export function planOf(roster: Roster, options: PlanOptions = {}): UploadPlan {
  const { mode = 'create', members = [], untold = [] } = options;
  const team = { takenAt: '2026-05-30T08:00:00Z', people: [OWNER, ...members], untold };
  const checker = check(roster, settingsWith({ mode, team }));
  return finish(planningUpload({ roster, team, problemsOf: (row) => checker.problemsOf(row), mode }));
}

/** The plans of the rows of people who are fine but for what is given. */
export function plannedRows(people: Cells[], options?: PlanOptions): readonly PlannedRow[] {
  return planOf(newRoster(...people), options).rows;
}
