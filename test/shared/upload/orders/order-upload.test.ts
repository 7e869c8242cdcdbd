import { describe, expect, it } from 'vitest';
import { AT } from '../../../../shared/person/catalogue.ts';
import type { TeamMember } from '../../../../shared/person/team-member.ts';
import { cellAt, lineOf, type Roster } from '../../../../shared/roster/roster.ts';
import { finish } from '../../../../shared/roster/sliced-work.ts';
import { check } from '../../../../shared/rules/checker.ts';
import { orderingUpload } from '../../../../shared/upload/orders/order-upload.ts';
import { uploadOrder } from '../../../../shared/upload/orders/upload-order.ts';
import { planningUpload } from '../../../../shared/upload/plan/plan-upload.ts';
import type { UploadMode } from '../../../../shared/upload/plan/upload-plan.ts';
import { type Cells, OWNER, settingsWith } from '../../rules/build-roster.ts';
import { memberWith, newRoster } from '../plan/plan-people.ts';

const LEADS: Cells = { canManageTeams: 'y', role: 'Team Leader' };

function ordersOf(roster: Roster, mode: UploadMode = 'create', members: readonly TeamMember[] = []) {
  const team = { takenAt: '2026-05-30T08:00:00Z', people: [OWNER, ...members], untold: [] };
  const checker = check(roster, settingsWith({ mode, team }));
  const problemsOf = checker.problemsOf.bind(checker);
  const plan = finish(planningUpload({ roster, team, problemsOf, mode }));
  const row = (id: number) => {
    const found = roster.byId.get(id);
    if (!found) throw new Error(`no row ${id}`);
    return found;
  };
  const people = {
    lineOf: (id: number) => lineOf(row(id)),
    nameOf: (id: number) => cellAt(row(id), AT.lastName),
  };
  const maker = finish(orderingUpload({ plan, roster, team, problemsOf, people }));
  const orders = roster.rows.map(({ index }) => maker.orderOf(index));
  for (const order of orders) expect(uploadOrder.parse(JSON.parse(JSON.stringify(order)))).toEqual(order);
  return { orders, passwords: roster.rows.map(({ index }) => maker.passwordOf(index)) };
}

describe('the orders of a plan', () => {
  it('security 18: create someone with all that the row says, but for the password, which is kept apart', () => {
    const { orders, passwords } = ordersOf(
      newRoster({
        employeeId: 'E1',
        temporaryPassword: ' s3cret word ',
        groups: '{Billing}',
        startDate: '2026-03-01',
      }),
    );
    expect(orders).toEqual([
      {
        kind: 'create',
        place: 0,
        line: 2,
        name: 'Bob New1',
        email: 'new1@acme.com',
        employeeId: 'E1',
        wave: 1,
        leader: null,
        hasPassword: true,
        body: {
          role: 'Team Member',
          manage_team: false,
          email: 'new1@acme.com',
          custom_employee_id: 'E1',
          first_name: 'Bob',
          last_name: 'New1',
          channels: ['phone'],
          team_leader_email: 'owner@acme.com',
          start_date: '2026-03-01',
          groups: ['Billing'],
        },
      },
    ]);
    expect(passwords).toEqual([{ place: 0, password: ' s3cret word ' }]);
    expect(JSON.stringify(orders)).not.toContain('s3cret');
  });

  it('name the leader by place, and in the request by email', () => {
    const { orders, passwords } = ordersOf(
      newRoster({ teamLeader: 'L1' }, { ...LEADS, employeeId: 'L1', email: 'Lead@acme.com' }),
    );
    expect(orders).toMatchObject([
      { wave: 2, leader: 1, body: { team_leader_email: 'Lead@acme.com' }, hasPassword: false },
      { wave: 1, leader: null },
    ]);
    expect(passwords).toEqual([null, null]);
  });

  it('name a leader who is left as they are by the address that Agent Connect has', () => {
    const lead = memberWith({
      employeeId: 'L1',
      email: 'old@acme.com',
      canManageTeams: true,
      role: 'Team Leader',
    });
    const rows = newRoster(
      { ...LEADS, employeeId: 'L1', email: 'new@acme.com' },
      { teamLeader: 'new@acme.com' },
    );
    expect(ordersOf(rows, 'create', [lead]).orders).toMatchObject([
      { kind: 'skip' },
      { kind: 'create', leader: null, body: { team_leader_email: 'old@acme.com' } },
    ]);
    expect(ordersOf(rows, 'update', [lead]).orders).toMatchObject([
      { kind: 'update', member: { email: 'old@acme.com', employeeId: 'L1' } },
      { kind: 'create', leader: 0, body: { team_leader_email: 'new@acme.com' } },
    ]);
  });

  it('change what the plan shows, the status by a request of its own', () => {
    const member = memberWith({
      email: 'new1@acme.com',
      firstName: 'Bob',
      lastName: 'Old',
      role: 'Team Member',
    });
    const gone = { ...member, email: 'new2@acme.com', lastName: 'New2' };
    const back = { ...gone, email: 'new3@acme.com', lastName: 'New3', deactivated: true };
    const { orders } = ordersOf(
      newRoster({}, { deactivated: 'y' }, { deactivated: 'n', homeTown: 'Porto' }),
      'update',
      [member, gone, back],
    );
    expect(orders).toMatchObject([
      {
        kind: 'update',
        member: { email: 'new1@acme.com', employeeId: '' },
        body: { last_name: 'New1', channels: ['phone'] },
        status: null,
        changes: [{ column: 'lastName', from: 'Old', to: 'New1' }],
      },
      { status: 'deactivate', body: null, changes: [{ column: 'deactivated', from: 'n', to: 'y' }] },
      { status: 'activate', body: { hometown: 'Porto' } },
    ]);
  });

  it('say why nothing is sent for a row', () => {
    const { orders } = ordersOf(newRoster({ ...LEADS, employeeId: 'L1', role: '' }, { teamLeader: 'L1' }));
    expect(orders).toMatchObject([
      { kind: 'blocked', reason: expect.stringMatching(/^[A-Z].*\.$/) as string },
      { kind: 'held', reason: expect.stringMatching(/^The Team Leader, .* blocked/) as string },
    ]);
  });
});
