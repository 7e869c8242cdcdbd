import { describe, expect, it } from 'vitest';
import type { ColumnKey } from '../../../shared/person/catalogue.ts';
import type { Settings } from '../../../shared/rules/settings.ts';
import { type Cells, problemsOf } from './build-roster.ts';

/** The columns of a person in which a text is asked for. */
function asked(
  template: Settings['template'],
  cells: Cells,
  mode: Settings['mode'] = 'create',
): (ColumnKey | null)[] {
  return problemsOf({ role: '', canManageTeams: '', firstName: '', ...cells }, { template, mode })
    .filter(({ code }) => code === 'required')
    .map(({ column }) => column);
}

describe('required', () => {
  it('required: without a template as the newer generation has it', () => {
    expect(asked(null, {})).toEqual(['role', 'canManageTeams', 'firstName']);
  });

  it('required: a license type where the template has one, and no role where it has none', () => {
    const older: ColumnKey[] = ['firstName', 'lastName', 'licenseType'];
    expect(asked(older, {})).toEqual(['firstName', 'licenseType']);
    expect(asked(older, { licenseType: 'Standard' })).toEqual(['firstName']);
    expect(asked(['role', 'canManageTeams', 'firstName'], {})).toEqual([
      'role',
      'canManageTeams',
      'firstName',
    ]);
  });

  it('required: a name even where the template has no column for it', () => {
    expect(asked(['role', 'canManageTeams', 'email'], {})).toContain('firstName');
  });

  it('required: a leader of whom is created, but not in an update of who leads everybody', () => {
    expect(asked(null, { teamLeader: '' })).toContain('teamLeader');
    expect(asked(null, { teamLeader: '' }, 'update')).toEqual(['role', 'canManageTeams', 'firstName']);
  });
});
