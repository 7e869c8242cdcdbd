import { describe, expect, it } from 'vitest';
import {
  describeEntry,
  groupProblems,
  groupsMeant,
  panelLines,
  type ProblemGroup,
} from '../../../renderer/problems/problem-groups.ts';
import { appendRow, emptyRoster, lineOf } from '../../../shared/roster/roster.ts';
import { check } from '../../../shared/rules/checker.ts';
import { type Cells, cellsOf, SETTINGS } from '../../shared/rules/build-roster.ts';

const PERSON: Cells = {
  role: 'Team Member',
  canManageTeams: 'n',
  firstName: 'Ana',
  lastName: 'Ruiz',
  phoneChannel: 'y',
  chatChannel: 'y',
  emailChannel: 'y',
  teamLeader: '0000',
};

function groupsOf(...people: Cells[]) {
  const roster = emptyRoster();
  for (const [index, changes] of people.entries()) {
    const person = {
      ...PERSON,
      employeeId: `000${index}`,
      lastName: `Ruiz ${String.fromCharCode(65 + index)}`,
      ...changes,
    };
    appendRow(roster, cellsOf(person));
  }
  const work = groupProblems(roster, check(roster, SETTINGS));
  let step = work.next();
  while (step.done !== true) step = work.next();
  const lines = (group: ProblemGroup): number[] =>
    group.entries.map(({ row }) => lineOf(roster.byId.get(row) ?? { id: 0, index: -99, cells: [] }));
  return { groups: step.value, lines };
}

const LEADER = { canManageTeams: 'y', teamLeader: 'boss@acme.example' };

describe('groupProblems', () => {
  it('puts problems of a kind together in the order of the lines, errors first', () => {
    const { groups, lines } = groupsOf(
      LEADER,
      { phoneChannel: 'Yes', homeTown: ' Cork' },
      {},
      { chatChannel: 'x', email: 'a@@acme.example' },
    );
    const codes = groups.map(({ code }) => code);
    expect(codes.indexOf('yesNo.invalid')).toBeLessThan(codes.indexOf('text.spaces'));
    const yesNo = groups.find(({ code }) => code === 'yesNo.invalid');
    expect(yesNo && lines(yesNo)).toEqual([3, 5]);
    const ranks = groups.map(({ severity }) => (severity === 'error' ? 0 : 1));
    expect(ranks).toEqual(ranks.toSorted());
  });

  it('counts the problems of a kind that can be mended safely', () => {
    const { groups } = groupsOf(LEADER, { phoneChannel: 'Yes' }, { phoneChannel: 'perhaps' });
    expect(groups.find(({ code }) => code === 'yesNo.invalid')).toMatchObject({
      fixable: 1,
      entries: { length: 2 },
    });
  });

  it('counts those that one and the same fix mends, though it is not sure', () => {
    const { groups } = groupsOf(LEADER, { homeTown: 'N/A' }, { homeTown: 'N/A', role: 'N/A' });
    expect(groups.find(({ code }) => code === 'value.placeholder')).toMatchObject({
      fixable: 2,
      entries: { length: 3 },
    });
    const ids = groupsOf(LEADER, { employeeId: '12' }, {}, {}, {}, {});
    expect(ids.groups.find(({ code }) => code === 'employeeId.leadingZeros')?.fixable).toBe(1);
  });

  it('groups required cells that are empty by column, before other errors', () => {
    const { groups, lines } = groupsOf(
      LEADER,
      { role: '', phoneChannel: '' },
      { role: '', email: 'a@@acme.example' },
      { role: ' ', phoneChannel: 'Yes' },
    );
    expect(groups.slice(0, 3).map(({ title, column }) => [title, column])).toEqual([
      ['Phone Channel is empty', 'phoneChannel'],
      ['Role is empty', 'role'],
      ['Email address not valid', null],
    ]);
    expect(groups.slice(0, 2).map(lines)).toEqual([[3], [3, 4, 5]]);
    expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
  });

  it('leaves only what a filter asks for', () => {
    const { groups } = groupsOf(LEADER, { role: '', phoneChannel: '' }, { homeTown: ' Cork' });
    const meant = (filter: Parameters<typeof groupsMeant>[1]): string[] =>
      groupsMeant(groups, filter).map(({ title }) => title);
    expect(meant({ severity: null, code: 'required', column: 'role' })).toEqual(['Role is empty']);
    expect(meant({ severity: null, code: 'required' })).toEqual(['Phone Channel is empty', 'Role is empty']);
    expect(meant({ severity: 'warning', code: null })).toEqual(['Extra spaces', 'No such Team Leader']);
    expect(meant({ severity: null, code: null })).toEqual(groups.map(({ title }) => title));
  });

  it('keeps the order of the groups while the problems of one are mended', () => {
    const before = groupsOf(LEADER, { phoneChannel: 'Yes', email: 'a@@b' }, { phoneChannel: 'x' }).groups;
    const after = groupsOf(LEADER, { phoneChannel: 'y', email: 'a@@b' }, { phoneChannel: 'x' }).groups;
    expect(after.map(({ code }) => code)).toEqual(before.map(({ code }) => code));
  });
});

describe('panelLines', () => {
  const { groups } = groupsOf(LEADER, { phoneChannel: 'Yes', email: 'a@@b' }, { phoneChannel: 'x' });

  it('lists each group before its problems', () => {
    const lines = panelLines(groups, new Set());
    const kinds = Array.from({ length: lines.count }, (_, index) => lines.at(index)?.kind);
    expect(kinds).toEqual(groups.flatMap(({ entries }) => ['group', ...entries.map(() => 'entry')]));
    expect(lines.at(lines.count)).toBeNull();
    expect(lines.at(-1)).toBeNull();
  });

  it('leaves out the problems of a closed group', () => {
    const [first] = groups;
    const lines = panelLines(groups, new Set(first ? [first.code] : []));
    expect(lines.at(0)).toMatchObject({ kind: 'group', isOpen: false });
    expect(lines.at(1)).toMatchObject({ kind: 'group', isOpen: true });
  });

  it('gives every line a key of its own', () => {
    const lines = panelLines(groups, new Set());
    const keys = Array.from({ length: lines.count }, (_, index) => lines.at(index)?.key);
    expect(new Set(keys).size).toBe(lines.count);
  });

  it('is empty without problems', () => {
    expect(panelLines([], new Set())).toMatchObject({ count: 0 });
  });
});

function described(code: string, texts: Cells) {
  const roster = emptyRoster();
  const row = appendRow(roster, cellsOf(texts));
  const problem = check(roster, SETTINGS)
    .problemsOf(row.id)
    .find((found) => found.code === code);
  if (problem === undefined) throw new Error(`No ${code}`);
  return describeEntry(roster, { row: row.id, problem });
}

describe('describeEntry', () => {
  it('shows the line as a spreadsheet counts it and the text that is wrong', () => {
    expect(described('email.invalid', { email: 'bob@@acme.com' })).toEqual({
      line: '2',
      text: 'bob@@acme.com',
      isEmpty: false,
    });
  });

  it('names the column where there is no text', () => {
    const isEmpty = { line: '2', text: 'Role is empty', isEmpty: true };
    expect(described('required', { role: ' ', homeTown: 'Cork' })).toEqual(isEmpty);
  });

  it('names the person whose required cell is empty, since the heading names the column', () => {
    const ana = { line: '2', text: 'Ana Ruiz', isEmpty: false };
    expect(described('required', { role: ' ', firstName: 'Ana', lastName: 'Ruiz' })).toEqual(ana);
  });

  it('shows a line break as a sign, since its lines are of one height', () => {
    expect(described('text.lineBreak', { homeTown: 'New\r\nYork' })).toMatchObject({ text: 'New ↵ York' });
  });

  it('names the person where the whole row is meant', () => {
    const { text } = described('identifier.missing', { firstName: 'Ana', lastName: 'Ruiz' });
    expect(text).toBe('Ana Ruiz');
  });

  it('security 18: never shows a temporary password', () => {
    expect(described('password.weak', { temporaryPassword: 'hunter' }).text).not.toContain('hunter');
  });
});
