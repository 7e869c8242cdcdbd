import { describe, expect, it } from 'vitest';
import { isDeactivated } from '../../../../electron/agent-connect/client/is-deactivated.ts';
import { directoryOf } from '../../../simulator/seed-team.ts';
import { ask, simulatorHere } from '../../../simulator/simulator-here.ts';
import { connectHere } from '../connect-here.ts';

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
