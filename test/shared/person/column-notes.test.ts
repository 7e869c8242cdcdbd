import { expect, it } from 'vitest';
import { columns } from '../../../shared/person/catalogue.ts';
import { COLUMN_NOTES, noteLines } from '../../../shared/person/column-notes.ts';

it.each(columns.map(({ key }) => key))(
  '%s is explained in whole sentences: what it is, and what is accepted',
  (key) => {
    const { what, accepted } = COLUMN_NOTES[key];
    for (const sentence of [what, accepted]) expect(sentence).toMatch(/^[A-Zy].{3,}\.$/);
  },
);

it('customers see the first name and the profile, not the last name, and the place where that is wanted', () => {
  const last = (key: keyof typeof COLUMN_NOTES): string | undefined => noteLines(key).at(-1);
  for (const key of ['firstName', 'profile'] as const) expect(last(key)).toBe('Customers see it.');
  for (const key of ['homeTown', 'stateOrCountry'] as const)
    expect(last(key)).toMatch(/^Customers see it if/);
  expect(last('lastName')).toBe('Customers do not see it.');
  const told = columns.filter(({ key }) => COLUMN_NOTES[key].customers !== null);
  // Of the others the vendor says nothing, and so does the note.
  expect(told).toHaveLength(5);
  expect(noteLines('email')).toHaveLength(2);
});
