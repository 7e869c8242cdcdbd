import { describe, expect, it } from 'vitest';
import { IdentifierIndex } from '../../../shared/rules/identifier-index.ts';

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
