import { describe, expect, it } from 'vitest';
import { compareMember } from '../../../../shared/upload/orders/compare-member.ts';
import type { UpdateOrder } from '../../../../shared/upload/orders/upload-order.ts';
import { OWNER } from '../../rules/build-roster.ts';

type Changes = UpdateOrder['changes'];

/** An order that changes somebody so; `leader` is the address that is sent as their leader’s. */
function order(changes: Changes, leader?: string): UpdateOrder {
  return {
    kind: 'update',
    place: 0,
    line: 2,
    name: 'Olga Owner',
    email: OWNER.email,
    employeeId: OWNER.employeeId,
    wave: 1,
    leader: null,
    member: { email: OWNER.email, employeeId: OWNER.employeeId },
    body: leader === undefined ? null : { channels: [], team_leader_email: leader },
    status: null,
    changes,
  };
}

/** What somebody is found to be whose cell was `from`, is to be `to`, and is something now. */
const compared = (
  column: Changes[number]['column'],
  from: string | null,
  to: string,
  now: Partial<typeof OWNER>,
) => compareMember(order([{ column, from, to }]), { ...OWNER, ...now });

describe('what somebody has, against an order', () => {
  it('is as wanted, as before, or something else, which is named', () => {
    expect(compared('role', 'Agent', 'Admin', { role: 'Admin' })).toEqual({ kind: 'asWanted' });
    expect(compared('role', 'Agent', 'Admin', { role: 'Agent' })).toEqual({ kind: 'asBefore' });
    expect(compared('role', 'Agent', 'Admin', { role: 'Coach' })).toEqual({
      kind: 'changedSince',
      columns: ['Role'],
    });
    expect(compared('role', 'Agent', 'Admin', { role: 'admin' }).kind).toBe('changedSince');
  });

  it('is as before where the snapshot did not tell, and needs no status', () => {
    expect(compared('role', null, 'Admin', { role: 'Coach' })).toEqual({ kind: 'asBefore' });
    expect(compared('deactivated', 'n', 'y', { deactivated: false })).toEqual({ kind: 'asWanted' });
  });

  it('is as before where some is done already, and names only what is neither', () => {
    const two = order([
      { column: 'firstName', from: 'Olga', to: 'Helga' },
      { column: 'lastName', from: 'Owner', to: 'Boss' },
    ]);
    expect(compareMember(two, { ...OWNER, lastName: 'Boss' })).toEqual({ kind: 'asBefore' });
    expect(compareMember(two, { ...OWNER, firstName: 'Anna' })).toEqual({
      kind: 'changedSince',
      columns: ['First Name'],
    });
  });

  it('takes addresses for the same in any case, groups in any order, and line breaks of any system', () => {
    expect(compared('email', 'a@b.c', 'O@Acme.com', { email: 'o@acme.COM' }).kind).toBe('asWanted');
    expect(compared('groups', '', '{B, A, A}', { groups: ['A', 'B'] }).kind).toBe('asWanted');
    expect(compared('groups', '', '{A, B}', { groups: ['A', 'C'] }).kind).toBe('changedSince');
    expect(compared('groups', '', '{A, B}', { groups: [] }).kind).toBe('asBefore');
    expect(compared('profile', '', 'a\r\nb', { profile: 'a\nb' }).kind).toBe('asWanted');
    expect(compared('profile', '', 'a b', { profile: 'a\nb' }).kind).toBe('changedSince');
  });

  it('knows a leader by the address that is sent, since an answer tells nothing else', () => {
    const to = (from: string, leader: string | undefined, now: string) =>
      compareMember(order([{ column: 'teamLeader', from, to: 'L7' }], leader), { ...OWNER, teamLeader: now })
        .kind;
    expect(to('a@x.y', 'lea@x.y', 'LEA@x.y')).toBe('asWanted');
    expect(to('a@x.y', 'lea@x.y', 'A@x.y')).toBe('asBefore');
    expect(to('a@x.y', 'lea@x.y', 'bo@x.y')).toBe('changedSince');
    // A snapshot from a file may name the leader before by an ID, which nothing can be compared with.
    expect(to('L1', 'lea@x.y', 'bo@x.y')).toBe('asBefore');
    // Where no leader is sent, none is there as wanted, not even where there is none.
    expect(to('a@x.y', undefined, '')).toBe('changedSince');
    expect(to('a@x.y', '', '')).toBe('changedSince');
  });
});
