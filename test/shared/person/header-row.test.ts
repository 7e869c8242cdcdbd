import { describe, expect, it } from 'vitest';
import { headersOf } from '../../../shared/person/match-headers.ts';

describe('headersOf', () => {
  const person = ['Ana', 'Ruiz', 'ana@acme.example'];

  it('knows a header row by two columns that it names', () => {
    const headers = headersOf([['Given Name', 'Surname', 'Shoe size'], person]);
    expect(headers?.map(({ key }) => key)).toEqual(['firstName', 'lastName', null]);
  });

  it('takes a person for no header row', () => {
    expect(headersOf([person, person])).toBeNull();
    expect(headersOf([['Role', 'Ruiz', 'x'], person])).toBeNull();
    expect(headersOf([['First Name', 'Last Name', 'a', 'b', 'c'], person])).toBeNull();
  });

  it('needs rows below', () => {
    expect(headersOf([['First Name', 'Last Name']])).toBeNull();
    expect(headersOf([])).toBeNull();
  });
});
