import { describe, expect, it } from 'vitest';
import {
  applyLabel,
  couldBe,
  describePerson,
  doneSentence,
  listItems,
  summarySentence,
  titleOf,
  whyOf,
} from '../../../renderer/problems/leader-items.ts';
import { type ChosenLeader, type LeaderChoices, outcomeOf } from '../../../shared/leaders/apply-leaders.ts';
import { type LeaderPlan, planLeaders } from '../../../shared/leaders/plan-leaders.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import { check } from '../../../shared/rules/checker.ts';
import { makeRoster } from '../../shared/roster/make-roster.ts';
import { SETTINGS } from '../../shared/rules/build-roster.ts';

const roster = makeRoster([
  { firstName: 'Mara', lastName: 'Quill', email: 'mara@x.com', role: 'Team Leader ', canManageTeams: 'n' },
  { firstName: 'Ivo', email: 'ivo@x.com', teamLeader: 'Quill, Mara' },
  { firstName: 'Una', email: 'una@x.com', teamLeader: 'M. Quill' },
  { firstName: 'Ula', email: 'ula@x.com', teamLeader: 'Nobody, Ghost' },
  { firstName: 'Uta', email: 'uta@x.com', canManageTeams: 'y', teamLeader: 'mara@x.com' },
  { firstName: 'Ugo', email: 'ugo@x.com', teamLeader: 'uta@x.com' },
]);
const plan = finish(planLeaders(roster, check(roster, SETTINGS)));
const [doubtful, unknown, none, sure, named] = plan.lines;
const onlySure = { ...plan, lines: plan.lines.filter(({ kind }) => kind === 'sure') };
const onlyNamed = { ...plan, lines: plan.lines.filter(({ kind }) => kind === 'named') };

describe('the list of leaders to resolve', () => {
  it('has a heading with its count above each kind, and says what is not known', () => {
    const headings = (teamKnown: boolean) =>
      listItems({ plan, teamKnown }).flatMap((item) => (item.kind === 'heading' ? [item] : []));
    expect(headings(true).map(({ title }) => title)).toEqual([
      'In doubt (1)',
      'Nobody found (1)',
      'Leads everybody? (1)',
      'Found (1)',
      'Named, but cannot manage teams yet (1)',
    ]);
    expect(headings(true)[1]?.note).toBe('Nobody known here is called that.');
    expect(headings(false)[1]?.note).toContain('the current team, which is not known here');
    expect(headings(false)[2]?.note).toContain('Agent Connect asks for a Team Leader on every row');
  });

  it('names a person with address, line, role and where they are from, and why they are meant', () => {
    const match = sure?.candidates[0];
    if (match === undefined || sure === undefined || none === undefined) throw new Error('Nobody is sure');
    expect(describePerson(roster, match)).toBe(
      'Mara Quill · mara@x.com · line 2 · Team Leader · this roster',
    );
    expect(whyOf(sure, match)).toBe('same name, cannot manage teams yet');
    expect(doubtful?.candidates[0] && couldBe(doubtful, doubtful.candidates[0])).toBe(
      'One person may be meant: initials',
    );
    const above = { ...match, person: { ...match.person, row: null, from: 'team' as const, manages: true } };
    expect(describePerson(roster, above)).toBe('Mara Quill · mara@x.com · Team Leader · current team');
    expect(whyOf(none, above)).toBe('');
  });

  it('calls a line by its text, and those without a leader by their names', () => {
    expect([doubtful, unknown, none, sure, named].map((line) => line && titleOf(roster, line))).toEqual([
      ...['M. Quill', 'Nobody, Ghost', 'Mara Quill', 'Quill, Mara', 'mara@x.com'],
    ]);
    const many = none && { ...none, rows: [1, 2, 3, 4, 5] };
    expect(many && titleOf(roster, many)).toBe('Mara Quill, Ivo, Una and 2 more');
    const long = sure && { ...sure, text: 'x'.repeat(200) };
    expect(long && titleOf(roster, long)).toBe(`${'x'.repeat(120)}…`);
  });

  it('says how many are found, what the button does and what was done', () => {
    expect(summarySentence(plan)).toBe('3 of 5 Team Leaders are found.');
    const chosen = new Map<string, ChosenLeader | null>([
      ['M. Quill', { to: 'mara@x.com', row: 1, mayBeLet: true }],
    ]);
    const label = (of: LeaderPlan, choices: LeaderChoices, letThem: boolean) =>
      applyLabel(outcomeOf(of, choices), choices.size > 0, letThem);
    expect(label(plan, new Map(), true)).toBe('Apply 1 sure one');
    expect(label(plan, chosen, true)).toBe('Apply 2');
    expect(label(onlySure, new Map([['Quill, Mara', null]]), true)).toBeNull();
    expect(label(onlyNamed, new Map(), true)).toBe('Let one person manage teams');
    expect(label(onlyNamed, new Map(), false)).toBeNull();
    expect(doneSentence(outcomeOf(plan, chosen), true)).toBe(
      '2 Team Leaders resolved; one person can manage teams now.',
    );
    expect(doneSentence(outcomeOf(onlySure, new Map()), false)).toBe('1 Team Leader resolved.');
    expect(doneSentence(outcomeOf(onlyNamed, new Map()), true)).toBe('One person can manage teams now.');
  });
});
