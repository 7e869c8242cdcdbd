import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNames } from '../../../shared/organization/profile.ts';

describe('readNames', () => {
  it('takes a line or a cell for a name, each once and without the spaces around it', () => {
    expect(readNames('Team Leader\tCoach\r\n  Admin [Default] \n\nCoach\n', 'roles')).toEqual([
      'Team Leader',
      'Coach',
      'Admin [Default]',
    ]);
  });

  it('leaves a comma in the name of a role, and takes the quotes of a spreadsheet away', () => {
    expect(readNames('"Lead, ""Night"""\nLead, Day', 'roles')).toEqual(['Lead, "Night"', 'Lead, Day']);
  });

  it('leaves a quote that does not enclose a name', () => {
    expect(readNames('"\n"Night\nNight"\n""', 'roles')).toEqual(['"', '"Night', 'Night"']);
  });

  it('takes groups apart as a cell of a roster has them', () => {
    expect(readNames('{Support, Tier 2}\n{Tier 2,Billing}\nNight', 'groups')).toEqual([
      'Support',
      'Tier 2',
      'Billing',
      'Night',
    ]);
  });

  it('finds two spellings of one letter to be one name, and differing case to be two', () => {
    expect(readNames('Zoe\u0308\nZo\u00eb\nzo\u00eb', 'roles')).toEqual(['Zo\u00eb', 'zo\u00eb']);
  });

  it('reads the names that it answered as themselves', () => {
    const named = fc.string().map((text) => text.replaceAll(/[\n\r\t,{}"]/g, ''));
    fc.assert(
      fc.property(fc.array(named), fc.constantFrom('roles', 'groups'), (names, of) => {
        const read = readNames(names.join('\n'), of);
        expect(readNames(read.join('\n'), of)).toEqual(read);
      }),
    );
  });
});
