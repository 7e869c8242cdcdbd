import { describe, expect, it } from 'vitest';
import type { Address } from '../../../../electron/agent-connect/client/address.ts';
import { memberOf } from '../../../../electron/agent-connect/client/employee.ts';
import { firstPage, listPage, nextPage } from '../../../../electron/agent-connect/client/list-page.ts';
import { operationOf } from '../../../simulator/description.ts';

const acme: Address = {
  origin: 'https://acme.api.stellaconnect.net',
  host: 'acme.api.stellaconnect.net',
  subdomain: 'acme',
};

describe('the first page', () => {
  it.each([null, 'pending review'])('asks for what the description knows (%s)', (status) => {
    const url = new URL(firstPage(status), acme.origin);
    const { query = [] } = operationOf('GET', url.pathname) ?? {};
    expect(query).toEqual(expect.arrayContaining([...url.searchParams.keys()]));
    expect(url.searchParams.get('number_of_employees')).toBe('500');
    expect(url.searchParams.get('status')).toBe(status);
  });
});

describe('the next page', () => {
  it.each([
    ['https://acme.api.stellaconnect.net/v2/employees?after=7', 'after=7'],
    ['/v2/employees?external_id=a%2Fb', 'external_id=a%2Fb'],
    ['https://acme.stellaconnect.net/api/v2/employees?after=7', 'after=7'],
  ])('%s is asked for on the same address', (next, query) => {
    expect(nextPage(next, firstPage(null), acme)).toEqual({
      ok: true,
      value: `/v2/employees?${query}&number_of_employees=500`,
    });
  });

  it('keeps the filter, which the example of the description does not have', () => {
    const next = nextPage(
      'https://acme.api.stellaconnect.net/v2/employees?after=7',
      firstPage('deactivated'),
      acme,
    );
    expect(next).toMatchObject({ value: expect.stringContaining('status=deactivated') as string });
  });

  it.each([
    'https://elsewhere.example/v2/employees?after=7',
    'https://other.api.stellaconnect.net/v2/employees?after=7',
    'https://other.stellaconnect.net/api/v2/employees?after=7',
    'https://acme.api.stellaconnect.net:8443/v2/employees',
    'http://acme.api.stellaconnect.net/v2/employees',
    'https://me:pass@acme.api.stellaconnect.net/v2/employees',
    'https://acme.api.stellaconnect.net/v2/employees/../../other',
    '//elsewhere.example/v2/employees',
    'https://acme.api.stellaconnect.net.example/v2/employees',
    'http://[',
  ])('%s is refused', (next) => {
    expect(nextPage(next, firstPage(null), acme)).toMatchObject({ failure: { code: 'connect.ledAway' } });
  });
});

describe('a page', () => {
  it('may leave out or empty any field of a person', () => {
    const read = listPage.parse({
      employees: [{}, { email: null, custom_employee_id: 17, channels: 'phone, chat' }],
    });
    expect(read.employees.map((found) => memberOf(found, false))).toMatchObject([
      { email: '', employeeId: '', channels: [], groups: [], canManageTeams: false },
      { email: '', employeeId: '17', channels: ['phone', 'chat'] },
    ]);
  });

  it('is in the words of a roster', () => {
    const said = {
      employment_status: 'full-time',
      license_type: 'flexible',
      start_date: '2026-03-15T00:00:00Z',
      team_leader_email: 'unassigned',
    };
    const { employees } = listPage.parse({ employees: [said] });
    expect(employees.map((found) => memberOf(found, true))[0]).toMatchObject({
      deactivated: true,
      employmentStatus: 'Full Time',
      licenseType: 'Flexible',
      startDate: '2026-03-15',
      teamLeader: '',
    });
  });
});
