import { describe, expect, it } from 'vitest';
import { EMPTY_PROFILE } from '../../../../shared/organization/profile.ts';
import { currentSettings, isSameKnowledge } from '../../../../renderer/app/session/settings.ts';
import { initialState } from '../../../../renderer/app/session/state.ts';

function settingsWith(profile: Partial<typeof EMPTY_PROFILE>, roles: readonly string[] | null) {
  const known = roles && {
    team: { takenAt: '2026-03-01T00:00:00Z', people: [], untold: [] },
    roles,
    groups: [],
  };
  const organizations = { ...initialState.organizations, profile: { ...EMPTY_PROFILE, ...profile }, known };
  return currentSettings({ organizations, mode: 'create' });
}

describe('currentSettings', () => {
  it('knows nothing of an organization that nobody has described', () => {
    expect(settingsWith({}, null)).toMatchObject({ roles: null, groups: null, team: null, dayOrder: null });
  });

  it('knows the roles that are listed and those that people of the current team have, each once', () => {
    expect(settingsWith({ roles: ['Agent', 'Coach'] }, ['Agent', 'Admin']).roles).toEqual([
      'Agent',
      'Coach',
      'Admin',
    ]);
    expect(settingsWith({ roles: ['Agent'] }, null).roles).toEqual(['Agent']);
    expect(settingsWith({}, ['Admin']).roles).toEqual(['Admin']);
  });

  it('reads days and months as the organization does', () => {
    expect(settingsWith({ dayOrder: 'dmy' }, null).dayOrder).toBe('dmy');
  });
});

describe('isSameKnowledge', () => {
  it('sees every difference that the rules would, and none in the day or in another list of the same names', () => {
    const settings = settingsWith({ roles: ['Agent'], groups: ['A'] }, null);
    expect(isSameKnowledge(settings, settingsWith({ roles: ['Agent'], groups: ['A'] }, null))).toBe(true);
    expect(isSameKnowledge(settings, { ...settings, today: '2001-01-01' })).toBe(true);
    for (const other of [
      settingsWith({ roles: ['Agent '], groups: ['A'] }, null),
      settingsWith({ roles: ['Agent'], groups: [] }, null),
      settingsWith({ roles: ['Agent'], groups: ['A', 'B'] }, null),
      settingsWith({ roles: ['Agent'], groups: ['A'], dayOrder: 'mdy' }, null),
      settingsWith({ roles: ['Agent'], groups: ['A'] }, []),
      { ...settings, mode: 'update' } as const,
    ])
      expect(isSameKnowledge(settings, other)).toBe(false);
  });
});
