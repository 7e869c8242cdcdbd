import { describe, expect, it } from 'vitest';
import { lookUp } from '../../../../electron/agent-connect/client/look-up.ts';
import type { Refusal } from '../../../../electron/agent-connect/client/refusal.ts';
import type { Fault } from '../../../simulator/faults.ts';
import { directoryOf } from '../../../simulator/seed-team.ts';
import { simulatorHere } from '../../../simulator/simulator-here.ts';
import { connectHere } from '../connect-here.ts';

const going = new AbortController().signal;
const ANA = {
  email: 'Ana@acme.example',
  custom_employee_id: 'a/1',
  first_name: 'Ana',
  status: 'active' as const,
};
const BO = {
  email: 'bo@acme.example',
  custom_employee_id: 'B2',
  first_name: 'Bo',
  status: 'deactivated' as const,
};
const CY = { email: 'cy@acme.example', first_name: 'Cy', status: 'active' as const };
const DI = { custom_employee_id: 'D4', first_name: 'Di', status: 'active' as const };

async function looked(email: string, employeeId: string, ...faults: Pick<Fault, 'kind'>[]) {
  const simulator = await simulatorHere({ directory: directoryOf([ANA, BO, CY, DI]) });
  for (const fault of faults) simulator.faults.add(fault);
  const found = await lookUp(connectHere(simulator.url, { deadline: 300 }), { email, employeeId }, going);
  return { found, paths: simulator.log.map(({ method, path }) => `${method} ${path}`) };
}

/** Who was found, by first name. */
async function verdict(email: string, employeeId: string) {
  const { found } = await looked(email, employeeId);
  if (!found.ok) throw new Error(found.failure.failure.code);
  const answer = found.value;
  if (answer.kind === 'same') return `same ${answer.member.firstName}`;
  return answer.kind === 'different'
    ? `different ${answer.members.map(({ firstName }) => firstName).join(', ')}`
    : answer.kind;
}

describe('looking a person up', () => {
  it.each([
    ['both are of one person', 'ana@ACME.example', 'a/1', 'same Ana'],
    ['a deactivated person', 'bo@acme.example', 'B2', 'same Bo'],
    ['only an email address is asked for', 'ana@acme.example', '', 'same Ana'],
    ['only an ID is asked for', '', 'a/1', 'same Ana'],
    ['nobody has either', 'eve@acme.example', 'E5', 'absent'],
    ['nobody has the email address', 'eve@acme.example', '', 'absent'],
    ['an ID is the same but for its case', '', 'A/1', 'absent'],
    ['the email address is theirs, the ID nobody’s', 'ana@acme.example', 'a/2', 'different Ana'],
    ['the ID is theirs, the email address nobody’s', 'ana@new.example', 'a/1', 'different Ana'],
    ['two people have one each', 'ana@acme.example', 'B2', 'different Ana, Bo'],
    ['they have no ID yet', 'cy@acme.example', 'C3', 'different Cy'],
    ['they have no email address yet', 'di@acme.example', 'D4', 'different Di'],
  ])('%s', async (_, email, employeeId, expected) => {
    expect(await verdict(email, employeeId)).toBe(expected);
  });

  it('asks by each identifier that there is', async () => {
    expect((await looked('ana@acme.example', 'a/1')).paths).toEqual([
      'GET /v2/employees/ana%40acme.example',
      'GET /v2/employees/a%2F1',
    ]);
    expect((await looked('', 'B2')).paths).toEqual(['GET /v2/employees/B2']);
  });

  it('security 21: never asks for what a path cannot hold', async () => {
    const { found, paths } = await looked('', '..');
    expect(found).toMatchObject({
      failure: { kind: 'notAccepted', status: null, failure: { code: 'connect.unnameable' } },
    });
    expect(paths).toEqual([]);
  });

  it.each<[Fault['kind'], Refusal['kind'], boolean]>([
    ['drop', 'unknown', true],
    ['lose', 'unknown', true],
    ['late', 'unknown', true],
    ['html', 'unknown', false],
    ['redirect', 'unknown', false],
    ['endless', 'unknown', false],
    ['garbage', 'unknown', false],
    ['stranger', 'notAccepted', false],
    [429, 'busy', true],
    [403, 'forbidden', false],
    [422, 'notAccepted', false],
    [500, 'unknown', true],
    [503, 'unknown', true],
  ])('does not take %s for an answer', async (kind, fate, passing) => {
    for (const faults of [[{ kind }], [{ kind, after: 1 }]]) {
      const { found } = await looked('ana@acme.example', 'a/1', ...faults);
      if (kind === 'stranger' && faults[0] !== undefined && 'after' in faults[0])
        expect(found).toMatchObject({ value: { kind: 'different' } });
      else expect(found).toMatchObject({ failure: { kind: fate, passing } });
    }
  });
});
