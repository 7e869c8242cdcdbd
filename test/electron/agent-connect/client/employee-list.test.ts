import { describe, expect, it } from 'vitest';
import type { Address } from '../../../../electron/agent-connect/client/address.ts';
import { memberOf } from '../../../../electron/agent-connect/client/employee.ts';
import {
  firstPage,
  isDeactivated,
  listPage,
  nextPage,
} from '../../../../electron/agent-connect/client/employee-list.ts';
import { operationOf } from '../../../simulator/description.ts';
import { directoryOf } from '../../../simulator/seed-team.ts';
import { ask, simulatorHere } from '../../../simulator/simulator-here.ts';
import { connectHere } from '../connect-here.ts';

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
    ['?after=7&number_of_employees=9&other=1', 'after=7'],
    ['after=a%20b', 'after=a+b'],
    ['https://acme.api.stellaconnect.net/employees/v3/list?after=7&external_id=8', 'after=7&external_id=8'],
  ])('%s is a cursor alone', (next, query) => {
    expect(nextPage(next, firstPage(null), acme)).toEqual({
      ok: true,
      value: `/v2/employees?number_of_employees=500&${query}`,
    });
  });

  it.each([
    'https://elsewhere.example/v2/employees?after=7',
    'http://acme.api.stellaconnect.net:8443/v2/employees?after=7',
    'https://me:pass@acme.api.stellaconnect.net/v2/employees?after=7',
    'https://acme.api.stellaconnect.net/v2/employees/../../other?after=7',
    '//elsewhere.example/v2/employees?after=7',
  ])('security 21: %s leads nowhere else', (next) => {
    expect(nextPage(next, firstPage(null), acme)).toMatchObject({
      value: '/v2/employees?number_of_employees=500&after=7',
    });
  });

  it('replaces the cursor before, and keeps the filter, which the example of the description does not have', () => {
    const second = '/v2/employees?number_of_employees=50&status=deactivated&external_id=3';
    expect(nextPage('/v2/employees?after=7', second, acme)).toMatchObject({
      value: '/v2/employees?number_of_employees=50&status=deactivated&after=7',
    });
  });

  it.each([
    'https://acme.api.stellaconnect.net/v2/employees',
    '/v2/employees?after=',
    'http://[',
    '2',
    'x'.repeat(5000),
  ])('is not where %s says', (next) => {
    const following = nextPage(next, firstPage(null), acme);
    expect(following).toMatchObject({ failure: { code: 'connect.noNextPage' } });
    expect(JSON.stringify(following).length).toBeLessThan(300);
  });
});

describe('a page', () => {
  it('may leave out or empty any field of a person', () => {
    const read = listPage.parse({
      employees: [{}, { email: null, custom_employee_id: 17, channels: 'phone, chat' }],
    });
    expect(read.employees.map((found) => memberOf(found, false))).toMatchObject([
      {
        email: '',
        employeeId: '',
        phoneChannel: false,
        chatChannel: false,
        emailChannel: false,
        groups: [],
        canManageTeams: false,
      },
      { email: '', employeeId: '17', phoneChannel: true, chatChannel: true, emailChannel: false },
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

const going = new AbortController().signal;

/** People whose addresses and IDs are parts of one another. */
const people = Array.from({ length: 600 }, (_, index) => ({
  email: `ana${index}@acme.example`,
  custom_employee_id: `E${index}`,
  status: index % 2 === 0 ? ('deactivated' as const) : ('active' as const),
}));

describe('whether someone is deactivated', () => {
  it('is told by email or ID, whoever else has a part of it', async () => {
    const simulator = await simulatorHere({ directory: directoryOf(people) });
    const connection = connectHere(simulator.url);
    for (const index of [2, 3, 20, 21]) {
      const value = index % 2 === 0;
      const byEmail = { email: `ANA${index}@acme.example`, employeeId: '' };
      expect(await isDeactivated(connection, byEmail, going)).toEqual({ ok: true, value });
      const byId = { email: '', employeeId: `E${index}` };
      expect(await isDeactivated(connection, byId, going)).toEqual({ ok: true, value });
    }
    await ask(simulator, 'PUT /v2/employees/E2/activate');
    const reactivated = { email: 'ana2@acme.example', employeeId: 'E2' };
    expect(await isDeactivated(connection, reactivated, going)).toEqual({ ok: true, value: false });
  });

  it('is not guessed where more people are found than are on a page', async () => {
    const many = people.flatMap((person) => [
      { ...person, status: 'deactivated' as const },
      { ...person, email: `more-${person.email}`, custom_employee_id: `M${person.custom_employee_id}` },
    ]);
    const simulator = await simulatorHere({ directory: directoryOf(many) });
    const nobody = { email: 'a', employeeId: '' };
    expect(await isDeactivated(connectHere(simulator.url), nobody, going)).toMatchObject({
      ok: false,
      failure: { failure: { code: 'connect.unreadable' } },
    });
  });
});
