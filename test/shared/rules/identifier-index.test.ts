import { describe, expect, it } from 'vitest';
import { IdentifierIndex } from '../../../shared/rules/identifier-index.ts';
import { PeopleByName } from '../../../shared/rules/roster-rules/people-by-name.ts';

describe('IdentifierIndex', () => {
  it('finds people by address and by ID in the order in which they came, and nobody by nothing', () => {
    const index = new IdentifierIndex<string>();
    index.add('Ana', { email: 'a@x.yz', employeeId: '1' });
    index.add('Ben', { email: 'a@x.yz', employeeId: '' });
    index.add('Cleo', { email: 'a@x.yz', employeeId: '1' });
    index.add('Dora', { email: '', employeeId: '' });
    expect(index.byEmail('a@x.yz')).toEqual(['Ana', 'Ben', 'Cleo']);
    expect(index.byId('1')).toEqual(['Ana', 'Cleo']);
    expect([index.byEmail(''), index.byId(''), index.byId('2')]).toEqual([[], [], []]);
  });

  it('forgets everybody when it is cleared', () => {
    const index = new IdentifierIndex<string>();
    for (const person of ['Ana', 'Ben']) index.add(person, { email: 'a@x.yz', employeeId: '1' });
    index.clear();
    expect([index.byEmail('a@x.yz'), index.byId('1')]).toEqual([[], []]);
    index.add('Cleo', { email: 'a@x.yz', employeeId: '1' });
    expect([index.byEmail('a@x.yz'), index.byId('1')]).toEqual([['Cleo'], ['Cleo']]);
  });
});

describe('PeopleByName', () => {
  const meant = (...people: [string, string, boolean][]): string | null => {
    const named = new PeopleByName();
    for (const [name, value, manages] of people) named.add(name, { value, person: { name } }, manages);
    return named.find('Ana Ruiz')?.value ?? null;
  };

  it('means the only one of a name, in whatever order and accents', () => {
    expect(meant(['Ruiz, Ána', 'a@x.yz', false])).toBe('a@x.yz');
    expect(meant(['Ana Berg', 'a@x.yz', false])).toBeNull();
  });

  it('means nobody where two people have it, and one who is there twice', () => {
    expect(meant(['Ana Ruiz', 'a@x.yz', true], ['Ana Ruiz', 'b@x.yz', true])).toBeNull();
    expect(meant(['Ana Ruiz', 'a@x.yz', true], ['Ana Ruiz', 'a@x.yz', true])).toBe('a@x.yz');
  });

  it('means the one who can manage teams, whoever came first', () => {
    expect(meant(['Ana Ruiz', 'a@x.yz', false], ['Ana Ruiz', 'b@x.yz', true])).toBe('b@x.yz');
    expect(meant(['Ana Ruiz', 'b@x.yz', true], ['Ana Ruiz', 'a@x.yz', false])).toBe('b@x.yz');
  });
});
