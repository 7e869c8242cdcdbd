import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, referenceTo } from '../../../../renderer/grid/popups/leader-candidates.ts';
import { type Candidates, findLeaders, LeaderIndex } from '../../../../renderer/grid/popups/leader-index.ts';
import { applyChange } from '../../../../shared/roster/change.ts';
import * as edits from '../../../../shared/roster/edits.ts';
import type { Roster } from '../../../../shared/roster/roster.ts';
import { AT } from '../../../../shared/person/catalogue.ts';
import type { TeamMember } from '../../../../shared/person/team-member.ts';
import { finish } from '../../../../shared/roster/sliced-work.ts';
import { atOnce } from '../../../shared/roster/at-once.ts';
import { makeRoster } from '../../../shared/roster/make-roster.ts';
import { OWNER } from '../../../shared/rules/build-roster.ts';

const deleteRows = atOnce(edits.deleteRows);
const insertRows = atOnce(edits.insertRows);
const moveRows = atOnce(edits.moveRows);
const setCells = atOnce(edits.setCells);

const ROSTER = [
  { firstName: 'Bo', lastName: 'Ruiz', email: 'bo@acme.com' },
  { firstName: 'Ana', lastName: 'Ruiz', email: 'ana@acme.com', canManageTeams: 'y' },
  { firstName: 'José', lastName: 'Anaya', employeeId: '0017', canManageTeams: 'y' },
  { firstName: 'Nobody', lastName: 'Reaches' },
];

function member(changes: Partial<TeamMember>): TeamMember {
  return { ...OWNER, email: '', employeeId: '', firstName: '', lastName: '', ...changes };
}

function filled(roster: Roster, people: readonly TeamMember[] = []): LeaderIndex {
  const index = new LeaderIndex(roster, { takenAt: '2026-01-01', people, untold: [] });
  for (const work = index.fill(); work.next().done !== true;);
  return index;
}

const found = (index: LeaderIndex, typed: string, most = 9) => findLeaders(index.candidates(), typed, most);
const everyone = ({ managers, others }: Candidates): Candidate[] =>
  [...managers, ...others].flatMap(({ people }) => people);
const references = (index: LeaderIndex, typed: string) => found(index, typed).people.map(referenceTo);

describe('the leaders of a large team', () => {
  it('are all offered in the end, whoever looks while they are taken in', () => {
    const people = Array.from({ length: 1200 }, (_, at) =>
      member({ email: `m${at}@acme.com`, canManageTeams: true }),
    );
    const roster = makeRoster([{ email: 'm7@acme.com', firstName: 'Ana' }, { email: 'x@acme.com' }]);
    const index = new LeaderIndex(roster, { takenAt: '2026-01-01', people, untold: [] });
    const counts: number[] = [];
    for (const work = index.fill(); work.next().done !== true;)
      counts.push(everyone(index.candidates()).length);
    expect(counts).toEqual([500, 1000, 1200, 1201]);
    expect(index.isComplete).toBe(true);
    const own = everyone(index.candidates()).filter(({ email }) => email === 'm7@acme.com');
    expect(own.map(({ name }) => name)).toEqual(['Ana']);
  });
});

describe('finding leaders', () => {
  it('goes by name, email and ID, without case and accents', () => {
    const index = filled(makeRoster(ROSTER));
    expect(references(index, 'JOSE')).toEqual(['0017']);
    expect(references(index, '17')).toEqual(['0017']);
    expect(references(index, 'bo@')).toEqual(['bo@acme.com']);
    expect(references(index, 'ruiz ana')).toEqual(['ana@acme.com']);
    expect(references(index, 'nobody')).toEqual([]);
  });

  it('puts those who can manage teams first, then the better match', () => {
    const index = filled(makeRoster(ROSTER));
    expect(references(index, 'ruiz')).toEqual(['ana@acme.com', 'bo@acme.com']);
    expect(references(index, 'ana')).toEqual(['ana@acme.com', '0017']);
    expect(found(index, '', 2)).toMatchObject({ more: 1 });
  });

  it('has those of the current team who are not in the roster and have not left', () => {
    const index = filled(makeRoster(ROSTER), [
      member({ firstName: 'Cy', email: 'cy@acme.com' }),
      member({ firstName: 'Ana', email: 'ANA@acme.com' }),
      member({ firstName: 'Di', email: 'di@acme.com', deactivated: true }),
    ]);
    expect(references(index, '@acme')).toEqual(['ana@acme.com', 'cy@acme.com', 'bo@acme.com']);
  });
});

describe('findLeaders', () => {
  const letters = fc.constantFrom('a', 'b', 'A', '.', '1');
  const text = fc.string({ unit: letters, maxLength: 4 });
  const person = fc.record({
    firstName: text,
    lastName: text,
    email: text.map((name) => `${name}@b.a`),
    canManageTeams: fc.constantFrom('y', 'n'),
  });

  it('leaves off the worst matches alone', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 12 }), text, fc.nat(5), (people, typed, most) => {
        const candidates = filled(makeRoster(people)).candidates();
        const all = findLeaders(candidates, typed, 99);
        const few = findLeaders(candidates, typed, most);
        expect(few.people).toEqual(all.people.slice(0, most));
        expect(few.more).toBe(all.people.length - few.people.length);
      }),
    );
  });

  it('knows who begins like the text among very many', () => {
    const many = Array.from({ length: 5000 }, (_, place) => ({
      firstName: `Bob${place}`,
      email: `${place}@b.b`,
    }));
    const index = filled(
      makeRoster([...many, { firstName: 'B', email: 'c@d' }, { firstName: 'By', email: 'e@f' }]),
    );
    expect(found(index, 'b', 3).people.map(({ name }) => name)).toEqual(['B', 'Bob0', 'Bob1']);
    expect(found(index, 'by').people.map(({ name }) => name)).toEqual(['By']);
    expect(found(index, 'b', 3).more).toBe(4999);
  });
});

describe('LeaderIndex', () => {
  it('follows the cells that a change touches', () => {
    const roster = makeRoster(ROSTER);
    const index = filled(roster);
    finish(applyChange(roster, setCells(roster, [{ row: 1, position: AT.firstName, to: 'Zoe' }])));
    index.touch([1], false);
    expect(index.isComplete).toBe(false);
    expect(index.fill().next().done).toBe(false);
    expect(index.isComplete).toBe(true);
    expect(references(index, 'zoe')).toEqual(['bo@acme.com']);
  });

  it('has everyone, in order, where rows move while it is being filled', () => {
    const roster = makeRoster(Array.from({ length: 1200 }, (_, place) => ({ email: `p${place}@acme.com` })));
    const index = new LeaderIndex(roster, null);
    const work = index.fill();
    work.next();
    const [first, last] = [roster.rows[0]?.id ?? 0, roster.rows.at(-1)?.id ?? 0];
    finish(applyChange(roster, moveRows(roster, [last], 0)));
    finish(applyChange(roster, deleteRows(roster, [first])));
    index.touch([first], true);
    while (work.next().done !== true);
    const people = everyone(index.candidates());
    expect(people).toHaveLength(1199);
    expect(people.map(({ row }) => row)).toEqual(roster.rows.map(({ id }) => id));
  });

  it('takes everyone in anew after rows came or went', () => {
    const roster = makeRoster(ROSTER);
    const index = filled(roster);
    finish(applyChange(roster, deleteRows(roster, [2])));
    finish(applyChange(roster, insertRows(roster, 0, [['', 'y', 'new@acme.com']])));
    index.touch([], true);
    expect(index.isComplete).toBe(false);
    for (const work = index.fill(); work.next().done !== true;);
    expect(references(index, '@acme')).toEqual(['new@acme.com', 'bo@acme.com']);
  });

  it('pauses while it takes many people in', () => {
    const many = Array.from({ length: 2000 }, (_, place) => ({ email: `p${place}@acme.com` }));
    const index = new LeaderIndex(makeRoster(many), null);
    const work = index.fill();
    expect(work.next().done).toBe(false);
    expect(everyone(index.candidates()).length).toBeLessThan(2000);
    while (work.next().done !== true);
    expect(everyone(index.candidates())).toHaveLength(2000);
  });
});
