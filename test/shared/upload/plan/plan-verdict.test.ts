import { describe, expect, it } from 'vitest';
import { finish } from '../../../../shared/roster/sliced-work.ts';
import { check } from '../../../../shared/rules/checker.ts';
import type { Settings } from '../../../../shared/rules/settings.ts';
import { planningUpload } from '../../../../shared/upload/plan/plan-upload.ts';
import { judgingPlan } from '../../../../shared/upload/plan/plan-verdict.ts';
import { type Cells, rosterOf, settingsWith } from '../../rules/build-roster.ts';

const LISTS = { roles: ['Team Member', 'Team Leader'], groups: ['Support'] };

function judge(people: Cells[], some: Partial<Settings> = {}) {
  const roster = rosterOf(...people);
  const settings = settingsWith({ ...LISTS, ...some });
  const { team, mode } = settings;
  if (team === null) throw new Error('A plan is made from a team');
  const checker = check(roster, settings);
  const problemsOf = checker.problemsOf.bind(checker);
  const plan = finish(planningUpload({ roster, team, problemsOf, mode }));
  return finish(judgingPlan(plan, roster, settings));
}

describe('the verdict on a plan', () => {
  it('is ready where every row can be sent, and says against what', () => {
    expect(judge([{}])).toEqual({
      kind: 'ready',
      rows: 2,
      against: {
        mode: 'create',
        team: { people: 1, takenAt: '2026-05-30T08:00:00Z' },
        roles: 2,
        groups: 1,
        today: '2026-06-01',
      },
    });
  });

  it('counts what is blocked and what is held for it as errors', () => {
    expect(
      judge([{ role: '', email: 'ida@acme.com', canManageTeams: 'y' }, { teamLeader: 'ida@acme.com' }]),
    ).toMatchObject({
      kind: 'errors',
      rows: 1,
      refused: 2,
      kinds: [{ code: 'required', count: 1 }],
    });
  });

  it('does not call roles checked that nobody knows', () => {
    expect(judge([{}], { roles: null })).toMatchObject({
      kind: 'notChecked',
      unchecked: [{ what: 'roles', count: 2 }],
    });
  });

  it('says that nobody is left to send', () => {
    const person = { email: 'lea@acme.com', employeeId: '', firstName: 'Lea', lastName: 'Boss' };
    const { team } = settingsWith();
    const people = (team?.people ?? []).map((owner) => ({ ...owner, ...person }));
    const known = { takenAt: '2026-05-30T08:00:00Z', people, untold: [] };
    expect(judge([], { team: known })).toMatchObject({ kind: 'nothing', unchanged: 1 });
  });
});
