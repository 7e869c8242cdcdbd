import { describe, expect, it } from 'vitest';
import {
  applyLabel,
  describePerson,
  doneSentence,
  listItems,
  summarySentence,
  titleOf,
  whyOf,
} from '../../../renderer/leaders/list-items.ts';
import {
  type LeaderLine,
  type LeaderPlan,
  type LineKind,
  planLeaders,
} from '../../../shared/leaders/plan-leaders.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import { check } from '../../../shared/rules/checker.ts';
import { makeRoster } from '../../shared/roster/make-roster.ts';
import { SETTINGS } from '../../shared/rules/build-roster.ts';

const ROSTER = makeRoster([
  {
    role: 'Team Leader',
    firstName: 'Mara',
    lastName: 'Quill',
    email: 'mara@example.com',
    canManageTeams: 'n',
  },
  { firstName: 'Ivo', lastName: 'Bann', email: 'ivo@example.com', teamLeader: 'Mara Quill' },
  { email: 'x@example.com' },
  { firstName: 'Zoe', email: 'zoe@example.com' },
  { firstName: 'Yan', email: 'yan@example.com', teamLeader: 'Nobody Known' },
]);
const PLAN = finish(planLeaders(ROSTER, check(ROSTER, SETTINGS)));

const line = (kind: LineKind, text: string, rows: readonly number[] = [1]): LeaderLine => ({
  kind,
  text,
  rows,
  candidates: [],
  more: 0,
});
const planOf = (lines: readonly LeaderLine[], fine = 0): LeaderPlan => ({ lines, fine });
const lineFor = (text: string): LeaderLine =>
  PLAN.lines.find((one) => one.text === text) ?? line('unknown', '?');

describe('the list of leaders', () => {
  it('has a heading above each kind, with how many there are', () => {
    const lines = [
      line('doubtful', 'A'),
      line('doubtful', 'B'),
      line('unknown', 'C'),
      line('none', '', [1, 2, 3]),
    ];
    const items = (teamKnown: boolean) => listItems({ plan: planOf(lines), teamKnown });
    const headings = items(true).flatMap((item) => (item.kind === 'heading' ? [item.title] : []));
    expect(headings).toEqual(['In doubt (2)', 'Nobody found (1)', 'Leads everybody? (3)']);
    expect(items(true).map(({ kind }) => kind)).toEqual([
      'heading',
      'line',
      'line',
      'heading',
      'line',
      'heading',
      'line',
    ]);
    const notes = (teamKnown: boolean) =>
      items(teamKnown).flatMap((item) =>
        item.kind === 'heading' && item.note.includes('current team, which') ? [item.of] : [],
      );
    expect([notes(true), notes(false)]).toEqual([[], ['unknown']]);
  });

  it('calls a line by its text, or by who has no leader, the first few of them', () => {
    expect(titleOf(ROSTER, line('unknown', 'Nobody Known'))).toBe('Nobody Known');
    expect(titleOf(ROSTER, line('unknown', 'x'.repeat(120)))).toBe('x'.repeat(120));
    expect(titleOf(ROSTER, line('unknown', 'x'.repeat(121)))).toBe(`${'x'.repeat(120)}…`);
    const ids = ROSTER.rows.map(({ id }) => id);
    expect(titleOf(ROSTER, line('none', '', ids.slice(0, 3)))).toBe('Mara Quill, Ivo Bann, line 4');
    expect(titleOf(ROSTER, line('none', '', ids))).toBe('Mara Quill, Ivo Bann, line 4 and 2 more');
  });

  it('describes who may be meant, why, and what they lack', () => {
    const found = lineFor('Mara Quill');
    const [mara] = found.candidates;
    if (mara === undefined) throw new Error('Mara is not found');
    expect(describePerson(ROSTER, mara)).toBe(
      'Mara Quill · mara@example.com · line 2 · Team Leader · this roster',
    );
    expect(whyOf(found, mara)).toMatch(/., cannot manage teams yet$/);
    expect(whyOf({ ...found, kind: 'none' }, mara)).toBe('cannot manage teams yet');
    const manages = { ...mara, person: { ...mara.person, manages: true, from: 'team' as const, row: null } };
    expect(whyOf({ ...found, kind: 'none' }, manages)).toBe('');
    expect(describePerson(ROSTER, manages)).toBe(
      'Mara Quill · mara@example.com · Team Leader · current team',
    );
  });
});

describe('what resolving leaders does', () => {
  it('is on the button, while there is something to do', () => {
    const nothing = planOf([line('unknown', 'A')]);
    expect([applyLabel(nothing, new Map(), true), applyLabel(nothing, new Map(), false)]).toEqual([
      null,
      null,
    ]);
    expect(applyLabel(PLAN, new Map(), false)).toBe('Apply 1 sure one');
  });

  it('is said when it is done', () => {
    const outcome = { references: 2, rows: 1, lets: [], left: 0 };
    expect(doneSentence(outcome, true)).toBe('1 Team Leader resolved.');
    expect(doneSentence({ ...outcome, rows: 1200, lets: [1, 2] }, true)).toBe(
      '1,200 Team Leaders resolved; 2 people can manage teams now.',
    );
    expect(doneSentence({ ...outcome, rows: 2, lets: [1] }, false)).toBe('2 Team Leaders resolved.');
    expect(doneSentence({ ...outcome, references: 0, lets: [1] }, true)).toBe(
      'one person can manage teams now.',
    );
  });

  it('is summed up above the list, without those that have no leader', () => {
    const lines = [
      line('doubtful', 'A', [1, 2]),
      line('unknown', 'B'),
      line('none', '', [4, 5]),
      line('sure', 'C', [6]),
      line('named', 'D', [7]),
    ];
    expect(summarySentence(planOf(lines, 1000))).toBe('1,002 of 1,005 Team Leaders are found.');
  });
});
