import { describe, expect, it } from 'vitest';
import {
  chosenGroups,
  completeText,
  knownChoices,
  nameAtCaret,
  plainChoice,
  rankChoices,
  toggleGroup,
} from '../../../../renderer/grid/popups/choices.ts';
import { currentSettings } from '../../../../renderer/app/session/settings.ts';
import { initialState } from '../../../../renderer/app/session/state.ts';
import { AT } from '../../../../shared/person/catalogue.ts';
import { makeRoster } from '../../../shared/roster/make-roster.ts';

describe('rankChoices', () => {
  const choices = ['Sub-lead', 'Misleading', 'Lead', 'Leader', 'Équipe'].map((name) => plainChoice(name));
  const names = (typed: string, most = 9) =>
    rankChoices(choices, typed, most).choices.map(({ name }) => name);

  it('puts the exact before beginnings, beginnings before words, words before middles', () => {
    expect(names('lead')).toEqual(['Lead', 'Leader', 'Sub-lead', 'Misleading']);
  });

  it('looks past case, accents and spaces around', () => {
    expect(names(' EQUI ')).toEqual(['Équipe']);
  });

  it('offers all in their order where nothing is typed, and counts what it leaves off', () => {
    expect(names('')).toHaveLength(5);
    expect(rankChoices(choices, 'lead', 3)).toMatchObject({ more: 1 });
  });
});

describe('completeText', () => {
  const roles = ['Team Leader', 'Team Member', 'Admin'];

  it('finds the only value that is meant', () => {
    expect(completeText(roles, 'team l')).toBe('Team Leader');
    expect(completeText(roles, 'A')).toBe('Admin');
  });

  it('leaves alone what may mean several, none, or is a value itself', () => {
    for (const typed of ['', ' ', 'Team', 'Team Leaders', 'Team Leader', 'admin', 'min'])
      expect(completeText(roles, typed)).toBeNull();
    expect(completeText(['Temp', 'Temporary'], 'Temp')).toBeNull();
  });
});

describe('groups', () => {
  it('reads the name at the caret', () => {
    expect(nameAtCaret('{Support, Tie', 13)).toBe('Tie');
    expect(nameAtCaret('{Support, Tier 2}', 4)).toBe('Support');
    expect(nameAtCaret('', 0)).toBe('');
  });

  it('puts a group in and takes it out, in the form of the article', () => {
    expect(toggleGroup('', 0, 'Support')).toBe('{Support}');
    expect(toggleGroup('{Support}', 9, 'Tier 2')).toBe('{Support, Tier 2}');
    expect(toggleGroup('{Support, Tier 2}', 3, 'Support')).toBe('{Tier 2}');
    expect(toggleGroup('{Tier 2}', 8, 'Tier 2')).toBe('');
  });

  it('replaces what was typed to find the group, and nothing else', () => {
    expect(toggleGroup('{Support, tie', 13, 'Tier 2')).toBe('{Support, Tier 2}');
    expect(toggleGroup('sup', 3, 'Support')).toBe('{Support}');
    expect(toggleGroup('{Night, }', 8, 'Support')).toBe('{Night, Support}');
    expect(toggleGroup('{Night', 6, 'Support')).toBe('{Night, Support}');
  });

  it('takes an unfinished name for none that is chosen', () => {
    expect(chosenGroups('{Support, Tier 2', 16)).toEqual(['Support']);
    expect(chosenGroups('{Support, Tier 2}', 16)).toEqual(['Support', 'Tier 2']);
  });
});

describe('knownChoices', () => {
  const roster = makeRoster([
    { role: 'Coach', groups: '{B, A}' },
    { role: 'Team Member', groups: '{A}' },
    { role: ' Team Member ', groups: '{{broken' },
  ]);
  const valuesIn = (position: number, settings = currentSettings(initialState)) =>
    knownChoices(roster, settings, position).map(({ value }) => value);

  it('has the roles of the roster, most used first, then the vendor’s', () => {
    expect(valuesIn(AT.role)).toEqual(['Team Member', 'Coach', 'Team Leader', 'Admin']);
  });

  it('has the organization’s roles and groups alone where they are known', () => {
    const settings = { ...currentSettings(initialState), roles: ['Agent'], groups: ['Z'] };
    expect(valuesIn(AT.role, settings)).toEqual(['Agent']);
    expect(valuesIn(AT.groups, settings)).toEqual(['Z']);
  });

  it('has the groups that are well written somewhere', () => {
    expect(valuesIn(AT.groups)).toEqual(['A', 'B']);
  });

  it('has the article’s words for the employment status, and none for free text', () => {
    expect(valuesIn(AT.employmentStatus)).toEqual(['Full Time', 'Part Time', 'Temp']);
    expect(valuesIn(AT.homeTown)).toEqual([]);
  });
});
