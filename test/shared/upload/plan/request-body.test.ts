import { describe, expect, it } from 'vitest';
import { readMember } from '../../../../shared/team/member-cells.ts';
import { employeeBody } from '../../../../shared/upload/plan/employee-body.ts';
import { bodyToCreate, bodyToUpdate } from '../../../../shared/upload/plan/request-body.ts';
import description from '../../../fixtures/agent-connect/description.json' with { type: 'json' };
import type { FieldChange } from '../../../../shared/team/find-changes.ts';
import type { Cells } from '../../rules/build-roster.ts';
import { newRoster } from './plan-people.ts';

const LEADER = 'lea@acme.com';

function personOf(cells: Cells) {
  const [row] = newRoster(cells).rows;
  if (row === undefined) throw new Error('No row');
  return readMember(row);
}

const change = (column: FieldChange['column']): FieldChange => ({
  column,
  from: '',
  to: '',
  permanent: false,
});

describe('bodyToCreate', () => {
  it('says everything in the words of the API', () => {
    const person = personOf({
      employeeId: '007',
      canManageTeams: 'y',
      homeTown: 'Ghent',
      stateOrCountry: 'Belgium',
      profile: 'One\nTwo',
      emailChannel: 'y',
      employmentStatus: 'Full Time',
      startDate: '2026-03-15',
      groups: '{Support, Tier 2, Support}',
      licenseType: 'Flexible',
      photoUrl: 'https://acme.com/bob.png',
    });
    expect(bodyToCreate(person, LEADER, ' a b ')).toEqual({
      ok: true,
      value: {
        role: 'Team Member',
        manage_team: true,
        email: 'new1@acme.com',
        custom_employee_id: '007',
        first_name: 'Bob',
        last_name: 'New1',
        hometown: 'Ghent',
        state_or_country: 'Belgium',
        profile_text: 'One\nTwo',
        channels: ['phone', 'email'],
        team_leader_email: 'lea@acme.com',
        employment_status: 'full-time',
        start_date: '2026-03-15',
        groups: ['Support', 'Tier 2'],
        license_type: 'flexible',
        image: 'https://acme.com/bob.png',
        temporary_password: ' a b ',
      },
    });
  });

  it('leaves out what is empty, but never the channels', () => {
    const body = bodyToCreate(personOf({ phoneChannel: 'n' }), LEADER, '');
    expect(body).toEqual({
      ok: true,
      value: {
        role: 'Team Member',
        manage_team: false,
        email: 'new1@acme.com',
        first_name: 'Bob',
        last_name: 'New1',
        channels: [],
        groups: [],
        team_leader_email: 'lea@acme.com',
      },
    });
  });

  it('names the columns that no request can hold', () => {
    const person = personOf({ startDate: 'soon', licenseType: 'Gold', employeeId: '.', photoUrl: 'me.png' });
    expect(bodyToCreate(person, '..', '')).toEqual({
      ok: false,
      failure: ['employeeId', 'teamLeader', 'startDate', 'licenseType', 'photoUrl'],
    });
  });
});

describe('bodyToUpdate', () => {
  it('says what changes, and always the channels', () => {
    const person = personOf({ homeTown: 'Ghent', profile: 'Old' });
    expect(bodyToUpdate(person, LEADER, [change('homeTown'), change('deactivated')])).toEqual({
      ok: true,
      value: { hometown: 'Ghent', channels: ['phone'] },
    });
    expect(bodyToUpdate(person, LEADER, [change('teamLeader')])).toEqual({
      ok: true,
      value: { team_leader_email: 'lea@acme.com', channels: ['phone'] },
    });
  });

  it('sends no groups as an empty list', () => {
    expect(bodyToUpdate(personOf({ groups: '{}' }), LEADER, [change('groups')])).toEqual({
      ok: true,
      value: { groups: [], channels: ['phone'] },
    });
  });
});

describe('employeeBody', () => {
  it.each(['POST /v2/employees', 'POST /v2/employees/invite', 'PUT /v2/employees/{id}'] as const)(
    'has the fields that the API’s description has for %s, but for a number that nobody here knows',
    (operation) => {
      expect([...Object.keys(employeeBody.shape), 'team_leader_id'].sort()).toEqual(
        Object.keys(description.operations[operation].request).sort(),
      );
    },
  );

  it('takes no body without channels and no field that the API does not know', () => {
    expect(employeeBody.safeParse({ email: 'a@b.co' }).success).toBe(false);
    expect(employeeBody.safeParse({ channels: [] }).success).toBe(true);
    expect(employeeBody.safeParse({ channels: [], nickname: 'Bo' }).success).toBe(false);
  });
});
