import { describe, expect, it } from 'vitest';
import { readEmployee } from '../../../../shared/team/read-employee.ts';
import { storedOtherwise } from '../../../../shared/upload/journal/outcome.ts';
import { storedDifferences } from '../../../../shared/upload/orders/stored-person.ts';
import type { EmployeeBody } from '../../../../shared/upload/plan/employee-body.ts';

const SENT: EmployeeBody = {
  email: 'Ana@acme.example',
  custom_employee_id: '0017',
  first_name: 'Maximiliana',
  last_name: 'Ruiz',
  temporary_password: 'Kx7!first',
  team_leader_email: 'lead@acme.example',
  role: 'Team Member',
  manage_team: true,
  license_type: 'flexible',
  channels: ['phone', 'chat'],
  employment_status: 'part-time',
  start_date: '2026-03-15',
  profile_text: 'One\nTwo',
  groups: ['Support', 'Tier 2'],
};

/** What is found to be stored otherwise where the answer is this. */
const differing = (stored: object, sent: EmployeeBody = SENT) =>
  storedDifferences(sent, readEmployee({ ...stored }, false));

describe('what was stored, against what was sent', () => {
  it('names each column that differs, as a roster has it', () => {
    expect(
      differing({
        ...SENT,
        custom_employee_id: 17,
        first_name: 'Maximil',
        manage_team: false,
        license_type: 'standard',
        channels: ['phone', 'email'],
        employment_status: 'temp',
        groups: ['Support'],
        team_leader_email: 'unassigned',
      }),
    ).toEqual([
      { column: 'canManageTeams', sent: 'y', stored: 'n' },
      { column: 'employeeId', sent: '0017', stored: '17' },
      { column: 'firstName', sent: 'Maximiliana', stored: 'Maximil' },
      { column: 'chatChannel', sent: 'y', stored: 'n' },
      { column: 'emailChannel', sent: 'n', stored: 'y' },
      { column: 'teamLeader', sent: 'lead@acme.example', stored: '' },
      { column: 'employmentStatus', sent: 'Part Time', stored: 'Temp' },
      { column: 'groups', sent: '{Support, Tier 2}', stored: '{Support}' },
      { column: 'licenseType', sent: 'Flexible', stored: 'Standard' },
    ]);
  });

  it.each<[string, object]>([
    ['the very same', SENT],
    ['the same in other forms', { email: ' ANA@acme.example', channels: 'chat, phone', manage_team: 'true' }],
    ['other line breaks and a time', { profile_text: 'One\r\nTwo', start_date: '2026-03-15T00:00:00Z' }],
    ['the same groups as PUT names them', { reporting_groups: [{ name: 'Tier 2' }, { name: 'Support' }] }],
    ['the role with its ending', { role: 'Team Member [Default]' }],
    ['a leader named by an ID', { team_leader_email: '9001' }],
    ['an answer that says nothing', {}],
    ['fields that nobody sent, or can read', { hometown: 'Austin', first_name: ['?'], permissions: [] }],
    ['a password in another form', { temporary_password: 'other' }],
  ])('takes %s for no difference', (_, stored) => {
    expect(differing(stored)).toEqual([]);
  });

  it('says that nothing was stored where the answer says so', () => {
    expect(differing({ last_name: null })).toEqual([{ column: 'lastName', sent: 'Ruiz', stored: '' }]);
  });

  it('compares no field that was not sent', () => {
    expect(differing({ first_name: 'Other', channels: [] }, { channels: [] })).toEqual([]);
  });

  it('can be written down whatever the length', () => {
    const [found] = differing({ first_name: `${'x'.repeat(199)}😀${'x'.repeat(1000)}` });
    expect(storedOtherwise.parse(found).stored).toBe(`${'x'.repeat(199)}…`);
  });
});
