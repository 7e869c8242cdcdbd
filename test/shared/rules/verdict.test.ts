import { describe, expect, it } from 'vitest';
import { planExport } from '../../../shared/export/plan-export.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import { verdictSentences, verdictTitle } from '../../../shared/rules/messages/verdict-sentences.ts';
import type { Settings } from '../../../shared/rules/settings.ts';
import {
  inForm,
  judgingRows,
  type Unchecked,
  type Verdict,
  verdictAtOnce,
} from '../../../shared/rules/verdict.ts';
import { type Cells, checkPeople, FINE, OWNER } from './build-roster.ts';

const LISTS = { roles: ['Team Member', 'Team Leader'], groups: ['Support'] };

function judge(people: Cells[], some: Partial<Settings> = {}, rows: 'all' | 'valid' = 'all') {
  const { roster, checker, people: names } = checkPeople(people, { ...LISTS, ...some });
  const plan = finish(
    planExport(roster, (row) => checker.problemsOf(row), {
      rows,
      leadersFirst: true,
      passwords: true,
      carried: false,
      changedBy: checker.comparison ?? undefined,
    }),
  );
  const verdict = finish(judgingRows(plan, roster, checker));
  return { roster, checker, verdict, says: says(verdict), names };

  function says(of: Verdict): string[] {
    return [verdictTitle(of), ...verdictSentences(of, names, 'Acme')];
  }
}

describe('the verdict', () => {
  it('is ready only where everything was checked, and says against what and of which date', () => {
    const { verdict, says } = judge([{ groups: '{Support}' }]);
    expect(verdict.kind).toBe('ready');
    expect(says).toEqual([
      'Ready: 2 people',
      'Every cell was checked. People and their leaders were compared with Acme’s current team of 30 May 2026 (1 person), and names with the organization’s 2 roles and 1 group.',
    ]);
  });

  it('is “not checked” where leaders are not in the roster and no current team is known', () => {
    const { verdict, says } = judge([{ teamLeader: 'Quill, Mara' }, {}], { team: null });
    expect(verdict).toMatchObject({
      kind: 'notChecked',
      rows: 3,
      unchecked: [
        { what: 'leaders', count: 2, byName: 1 },
        { what: 'people', count: 3 },
      ],
    });
    expect(says).toEqual([
      'Not checked: the leaders of 2 people and who is in Agent Connect already',
      'The leaders of 2 people are not in this roster, and no current team is known. 1 of them is given by name, and Agent Connect takes only an email address or an employee ID.',
      'Without the current team, Rollcall cannot tell whether some of the 3 people are in Agent Connect already.',
    ]);
  });

  it('is “errors” for the same leaders once a team is known that does not have them', () => {
    const { verdict } = judge([{ teamLeader: 'Quill, Mara' }]);
    expect(verdict).toMatchObject({
      kind: 'errors',
      refused: 1,
      kinds: [{ code: 'leader.notFound', count: 1 }],
      unchecked: [],
    });
  });

  it('counts rows with errors once, whatever else was not checked', () => {
    const { verdict } = judge([{ email: 'bob@@acme.com', role: '' }, {}], { team: null });
    expect(verdict).toMatchObject({ kind: 'errors', rows: 3, refused: 1 });
    expect(verdictTitle(verdict)).toBe('1 row would be refused');
    expect(verdict.kind === 'errors' && verdict.unchecked.map(({ what }) => what)).toEqual([
      'leaders',
      'people',
    ]);
  });

  it('does not call names checked that no list of the organization could tell', () => {
    const { verdict, says } = judge([{ groups: '{Suport, Tier 2}' }, { groups: '{Tier 2}' }], {
      roles: null,
      groups: null,
    });
    expect(verdict).toMatchObject({
      kind: 'notChecked',
      unchecked: [
        { what: 'roles', count: 2 },
        { what: 'groups', count: 2 },
      ],
    });
    expect(says).toEqual([
      'Not checked: 2 roles and 2 groups',
      'The organization’s lists are not known, so Rollcall cannot tell whether the 2 roles and 2 groups exist in Agent Connect.',
    ]);
  });

  it.each<[string, Unchecked[], string, string[]]>([
    [
      'one of each',
      [
        { what: 'leaders', count: 1, byName: 1 },
        { what: 'people', count: 1 },
        { what: 'roles', count: 1 },
      ],
      'Not checked: the leader of 1 person and 2 other things',
      [
        'The leader of 1 person is not in this roster, and no current team is known. The leader is given by name, and Agent Connect takes only an email address or an employee ID.',
        'Without the current team, Rollcall cannot tell whether this person is in Agent Connect already, nor whether the role exists in Agent Connect.',
      ],
    ],
    [
      'several of each',
      [
        { what: 'leaders', count: 1234, byName: 1234 },
        { what: 'people', count: 1300 },
        { what: 'roles', count: 2 },
        { what: 'groups', count: 1 },
      ],
      'Not checked: the leaders of 1,234 people and 3 other things',
      [
        'The leaders of 1,234 people are not in this roster, and no current team is known. They are given by name, and Agent Connect takes only an email address or an employee ID.',
        'Without the current team, Rollcall cannot tell whether some of the 1,300 people are in Agent Connect already, nor whether the 2 roles and the group exist in Agent Connect.',
      ],
    ],
    [
      'two things',
      [
        { what: 'people', count: 3 },
        { what: 'groups', count: 1 },
      ],
      'Not checked: who is in Agent Connect already and 1 group',
      [
        'Without the current team, Rollcall cannot tell whether some of the 3 people are in Agent Connect already, nor whether the group exists in Agent Connect.',
      ],
    ],
    [
      'names that were not counted',
      [{ what: 'roles', count: null }],
      'Not checked: roles',
      ['Without the current team, Rollcall cannot tell whether the roles exist in Agent Connect.'],
    ],
  ])('says what was not checked with the right plurals: %s', (_, unchecked, title, sentences) => {
    const against = { mode: 'create', team: null, roles: null, groups: null, today: '2026-06-01' } as const;
    const verdict: Verdict = { kind: 'notChecked', rows: 3, against, unchecked };
    expect(verdictTitle(verdict)).toBe(title);
    expect(verdictSentences(verdict, judge([{}]).names, null)).toEqual(sentences);
  });

  it('does not hold groups against a roster that names none', () => {
    expect(judge([{ groups: '' }], { groups: null }).verdict.kind).toBe('ready');
  });

  it('says that a bulk update changes nobody', () => {
    const { email, employeeId, role, firstName, lastName } = OWNER;
    const same = { email, employeeId, role, firstName, lastName, canManageTeams: 'y', phoneChannel: 'y' };
    const boss = { ...OWNER, email: 'lea@acme.com', employeeId: '', firstName: 'Lea', lastName: 'Boss' };
    const team = {
      takenAt: '2026-05-30T08:00:00Z',
      people: [OWNER, { ...boss, role: 'Team Leader', teamLeader: 'owner@acme.com' }],
      untold: [],
    };
    const { verdict, says } = judge([{ ...same, teamLeader: '' }], { mode: 'update', team, roles: null });
    expect(verdict).toMatchObject({ kind: 'nothing', rows: 0, unchanged: 2 });
    expect(says).toEqual([
      'Nothing to change',
      'All 2 people are as in Acme’s current team of 30 May 2026 (2 people): there is nothing to change.',
    ]);
  });

  describe('of rows whose leader is left out of the file', () => {
    const lead = { ...FINE, email: 'ida@acme.com', firstName: 'Ida', lastName: 'Roth', canManageTeams: 'y' };
    const team = [{ ...lead, role: '' }, { teamLeader: 'ida@acme.com' }];

    it('is an error where the current team does not have the leader', () => {
      const { verdict, says } = judge(team, {}, 'valid');
      expect(verdict).toMatchObject({ kind: 'errors', rows: 2, refused: 1, kinds: [] });
      expect(says[1]).toBe(
        '1 row has a Team Leader who is left out (Ida Roth) and is not in Agent Connect, which would refuse that row too.',
      );
    });

    it('is not checked where no team is known, and fine where the team has the leader', () => {
      const { verdict, says } = judge(team, { team: null }, 'valid');
      expect(verdict).toMatchObject({ kind: 'notChecked' });
      expect(says).toContain(
        '1 row has a Team Leader who is left out (Ida Roth), and no current team is known: that leader may not be in Agent Connect.',
      );
      const ida = { ...OWNER, email: 'ida@acme.com', employeeId: 'IDA1' };
      const known = { takenAt: '2026-05-30T08:00:00Z', people: [OWNER, ida], untold: [] };
      expect(judge(team, { team: known }, 'valid').verdict.kind).toBe('ready');
    });
  });

  it('says nothing of a form that Agent Connect does not take, but for its errors', () => {
    const ready = judge([{}]).verdict;
    expect(inForm(ready, true)).toBe(ready);
    expect(inForm(ready, false).kind).toBe('otherForm');
    const errors = judge([{ role: '' }]).verdict;
    expect(inForm(errors, false)).toBe(errors);
  });

  it('is the same kind from the counts that are there at once', () => {
    const cases: [Cells[], Partial<Settings>][] = [
      [[{ groups: '{Support}' }], {}],
      [[{}], { team: null }],
      [[{ role: '' }], {}],
      [[{ role: 'Team Member' }], { roles: null }],
      [[{ teamLeader: 'nobody@acme.com' }], {}],
    ];
    for (const [people, some] of cases) {
      const { roster, checker, verdict } = judge(people, some);
      expect(verdictAtOnce(roster, checker).kind).toBe(verdict.kind);
    }
  });
});
