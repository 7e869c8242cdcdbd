import { describe, expect, it } from 'vitest';
import { readEmployee } from '../../../shared/team/read-employee.ts';

describe('someone as the API has them', () => {
  it.each<[string, object, object]>([
    ['numbers for texts', { custom_employee_id: 17, first_name: 7 }, { employeeId: '17', firstName: '7' }],
    ['spaces around what identifies', { email: ' a@b.example\n' }, { email: 'a@b.example' }],
    ['a boolean as text', { manage_team: 'true' }, { canManageTeams: true }],
    ['a boolean as a letter in capitals', { manage_team: 'Y' }, { canManageTeams: true }],
    ['a boolean as a number', { manage_team: 0 }, { canManageTeams: false }],
    ['groups as objects', { groups: [{ id: 1, name: 'Tier 2' }, 'Sales'] }, { groups: ['Tier 2', 'Sales'] }],
    ['groups as a cell has them', { groups: '{Tier 2, Sales}' }, { groups: ['Tier 2', 'Sales'] }],
    ['groups of an update', { reporting_groups: ['Tier 2'] }, { groups: ['Tier 2'] }],
    ['a role as an object', { role: { id: 4, name: 'Agent' } }, { role: 'Agent' }],
    [
      'channels in capitals',
      { channels: ['Chat', 'PHONE'] },
      { phoneChannel: true, chatChannel: true, emailChannel: false },
    ],
    [
      'channels in one text',
      { channels: 'email,phone' },
      { phoneChannel: true, chatChannel: false, emailChannel: true },
    ],
    [
      'channels as an object',
      { channels: { phone: true, chat: false } },
      { phoneChannel: true, chatChannel: false, emailChannel: false },
    ],
    ['nobody as leader', { team_leader_email: 'Unassigned' }, { teamLeader: '' }],
    ['a status that the answer has', { status: 'Deactivated' }, { deactivated: true }],
    ['a status that nobody documented', { status: 'Created' }, { deactivated: false }],
    [
      'an employment that nobody documented',
      { employment_status: 'Contractor' },
      { employmentStatus: 'Contractor' },
    ],
    ['nothing', { first_name: null, groups: null }, { firstName: '', groups: [] }],
  ])('is understood: %s', (_, employee, member) => {
    const read = readEmployee({ ...employee }, false);
    expect(read.member).toMatchObject(member);
    expect(read.odd).toEqual([]);
  });

  it('tells which fields are in a form that nobody can understand, and takes the others', () => {
    const read = readEmployee(
      {
        email: 'a@b.example',
        first_name: ['Ana'],
        manage_team: 'perhaps',
        groups: [['Sales']],
        channels: 7,
        role: {},
      },
      true,
    );
    expect(read.odd).toEqual(['role', 'manage_team', 'first_name', 'channels', 'groups']);
    expect([...read.told]).toEqual(['email']);
    expect(read.member).toMatchObject({ email: 'a@b.example', firstName: '', groups: [], deactivated: true });
  });

  it('takes nothing from what an object inherits', () => {
    const inherited = Object.create({ email: 'a@b.example' }) as Record<string, unknown>;
    expect(readEmployee(inherited, false).member.email).toBe('');
  });
});
