import { describe, expect, it } from 'vitest';
import { findHeader, headerRows, isBlankRow, knownColumns } from '../../../shared/roster/find-header.ts';

describe('knownColumns', () => {
  it('counts the columns that a row names, each once, blank cells put aside', () => {
    expect(knownColumns(['Role', ' ', 'Email', 'E-mail Address'])).toBe(2);
    expect(knownColumns(['Shift', 'Desk'])).toBe(0);
  });

  it('takes “Team Leader” for a header where it stands alone, and for a role among other texts', () => {
    expect(knownColumns(['Team Leader'])).toBe(1);
    expect(knownColumns(['Team Leader', '', ' '])).toBe(1);
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

describe('findHeader', () => {
  it('is the row that names most columns, the first of several', () => {
    expect(findHeader([])).toBe(-1);
    expect(findHeader([['Shift', 'Desk']])).toBe(-1);
    expect(findHeader([['Role'], ['Role', 'Email'], ['Role', 'Email']])).toBe(1);
  });

  it('is else the row that hints at most, at three columns and in most of its texts', () => {
    const people = ['Ann Lee', 'Sales', 'Active'];
    expect(findHeader([['Staff'], ['Name', 'Department', 'Status'], people])).toBe(1);
    expect(findHeader([['Name', 'Department', 'Shift'], people])).toBe(-1);
    expect(findHeader([['Name', 'Full Name', 'Department', 'Shift'], people])).toBe(-1);
    expect(findHeader([['Name', 'Department', 'Status', 'Shift', 'Desk'], people])).toBe(0);
    expect(findHeader([['Name', 'Department', 'Status', 'Shift', 'Desk', 'Floor'], people])).toBe(-1);
    expect(findHeader([['Name', 'Department', 'Status', ' ', '', '\t', ' '], people])).toBe(0);
    expect(
      findHeader([['Name', 'Department', 'Status'], ['Name', 'Department', 'Status', 'Start'], people]),
    ).toBe(-1);
  });

  it('takes no hint from a word that comes again below, or from a row with a sentence or a number', () => {
    const header = ['Name', 'Department', 'Status'];
    expect(findHeader([header, ['Ann Lee', 'Sales', 'Status']])).toBe(-1);
    expect(findHeader([header, ['Status', 'Sales', 'Active']])).toBe(0);
    expect(findHeader([[...header, 'x'.repeat(100)]])).toBe(0);
    expect(findHeader([[...header, 'x'.repeat(101)]])).toBe(-1);
    expect(findHeader([[...header, '42']])).toBe(-1);
  });
});

describe('headerRows', () => {
  const PERSON = ['Agent', 'a@x.y', 'Ann', 'Lee', 'y', 'n'];

  it('joins two rows where they name more columns together, whichever names more', () => {
    const upper = ['Role', 'Email', 'Name', '', 'Channels', ''];
    const joined = ['Role', 'Email', 'First Name', 'Last Name', 'Phone Channel', 'Email Channel'];
    expect(headerRows([['Our team'], upper, ['', '', 'First', 'Last', 'Phone', 'Email'], PERSON])).toEqual({
      from: 1,
      to: 2,
      header: joined,
    });
    const lower = ['', '', 'First Name', 'Last Name', 'Phone Channel', 'Chat Channel'];
    expect(headerRows([upper, lower, PERSON])).toMatchObject({ from: 0, to: 1 });
    expect(headerRows([['Role', '', 'Name'], lower, PERSON])).toEqual({
      from: 0,
      to: 1,
      header: ['Role', '', 'First Name', 'Last Name', 'Phone Channel', 'Chat Channel'],
    });
  });

  it('reads names below their heading as they stand there, spaces put aside, and others as they are', () => {
    expect(
      headerRows([
        ['', 'Email', 'Name'],
        ['Role', '', ' First ', 'Last', '', ''],
      ]),
    ).toEqual({ from: 0, to: 1, header: ['Role', 'Email', 'First Name', 'Last Name', '', ''] });
    expect(
      headerRows([['Role', 'Email', 'Name'], ['', 'Manager', 'First', 'Last', 'Phone'], PERSON]),
    ).toEqual({ from: 0, to: 1, header: ['Role', 'Manager', 'First Name', 'Last Name', 'Phone'] });
  });

  it('takes nobody for the second line of a header whose texts name no column by themselves', () => {
    const header = ['Role', 'Leader'];
    expect(headerRows([header, ['Agent', 'Team']])).toEqual({ from: 0, to: 0, header });
  });

  it('leaves a header in one row alone, above people, below a title and where it is said twice', () => {
    const header = ['Role', 'Email', 'First Name'];
    expect(headerRows([['Our team'], header, PERSON])).toEqual({ from: 1, to: 1, header });
    expect(headerRows([header, header, PERSON])).toEqual({ from: 0, to: 0, header });
    expect(headerRows([header])).toEqual({ from: 0, to: 0, header });
    expect(headerRows([PERSON])).toBeNull();
  });
});

describe('isBlankRow', () => {
  it('is one in which nothing can be read', () => {
    expect([[], [''], [' ', '\t']].map(isBlankRow)).toEqual([true, true, true]);
    expect(isBlankRow(['', 'x'])).toBe(false);
  });
});
