import { describe, expect, it } from 'vitest';
import { isBlankRow, knownColumns } from '../../../shared/roster/find-header.ts';

describe('knownColumns', () => {
  it('counts the columns that a row names, each once, blank cells put aside', () => {
    expect(knownColumns(['Role', ' ', 'Email', 'E-mail Address'])).toBe(2);
    expect(knownColumns(['Shift', 'Desk'])).toBe(0);
  });

  it('takes “Team Leader” for a header where it stands alone, and for a role among other texts', () => {
    expect(knownColumns(['Team Leader'])).toBe(1);
    expect(knownColumns(['Team Leader', ''])).toBe(1);
    expect(knownColumns(['Team Leader', 'Cork'])).toBe(0);
    expect(knownColumns(['Team Leader', 'Role'])).toBe(2);
    expect(knownColumns(['Role', 'Cork'])).toBe(1);
  });

  it.each(['ana@acme.example', '42', ' y ', 'N'])(
    'takes no row for a header that has %j, which is a person’s',
    (text) => {
      expect(knownColumns(['Role', 'Email', text])).toBe(0);
    },
  );
});

describe('isBlankRow', () => {
  it('is one in which nothing can be read', () => {
    expect([[], [''], [' ', '\t']].map(isBlankRow)).toEqual([true, true, true]);
    expect(isBlankRow(['', 'x'])).toBe(false);
  });
});
