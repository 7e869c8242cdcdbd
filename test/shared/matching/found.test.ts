import { describe, expect, it } from 'vitest';
import type { Person, Reason } from '../../../shared/matching/answer.ts';
import { Found } from '../../../shared/matching/found.ts';

function person(email: string, rest: Partial<Person> = {}): Person {
  const texts = { employeeId: '', firstName: '', lastName: '' };
  return { email, ...texts, manages: null, from: 'roster', place: 0, ...rest };
}

const because = (reason: Reason) => (one: Person) => ({ person: one, reason });
const [A, B, C] = [person('a'), person('b'), person('c')];

describe('Found', () => {
  it('has each person once, by their strongest reason whichever came first', () => {
    const found = new Found<Person>([]);
    for (const reason of ['name', 'login', 'id'] as const) found.add(A, reason);
    found.add(A, 'nearName');
    expect(found.all()).toEqual([{ person: A, reason: 'id' }]);
    expect(found.size).toBe(1);
  });

  it('names the strongest reason first, then who can manage teams, then by texts and places', () => {
    const manager = person('z', { manages: true });
    const other = person('b', { manages: false, place: 1 });
    const matches = [C, other, B, A, manager].map(because('initials'));
    const last = person('0');
    expect(new Found([...matches, because('login')(last)]).answer()).toMatchObject({
      kind: 'doubtful',
      candidates: [manager, A, B, other, C, last].map((one) => ({ person: one })),
      more: 0,
    });
    expect(new Found([C, A, B].map(because('id'))).first()).toBe(A);
  });

  it('names those who are near only where nobody is meant for a stronger reason', () => {
    const near = (['nearEmail', 'nearName'] as const).map((reason) => because(reason)(A));
    for (const match of near) {
      expect(new Found([match]).answer()).toMatchObject({ candidates: [match] });
      const login = because('login')(B);
      expect(new Found([match, login]).answer()).toMatchObject({ candidates: [login], more: 0 });
    }
    expect(new Found<Person>([]).answer()).toEqual({ kind: 'unknown' });
  });

  it('names ten and counts the others, and names nobody of fifty and more', () => {
    const of = (count: number) =>
      new Found(Array.from({ length: count }, (_, at) => because('name')(person(`${at}`)))).answer();
    const named = (count: number) => {
      const answer = of(count);
      return answer.kind === 'doubtful' ? [answer.candidates.length, answer.more] : [];
    };
    expect([10, 11, 49, 50].map(named)).toEqual([
      [10, 0],
      [10, 1],
      [10, 39],
      [0, 50],
    ]);
  });
});
