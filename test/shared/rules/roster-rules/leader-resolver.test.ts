import { describe, expect, it } from 'vitest';
import { AT } from '../../../../shared/person/catalogue.ts';
import { applyChange, type Change } from '../../../../shared/roster/change.ts';
import { deleteRows, setCells } from '../../../../shared/roster/edits.ts';
import { finish } from '../../../../shared/roster/sliced-work.ts';
import { LeaderResolver, referenceTo } from '../../../../shared/rules/roster-rules/leader-resolver.ts';
import { makeRoster } from '../../roster/make-roster.ts';
import { OWNER } from '../build-roster.ts';

const TEAM = { takenAt: '2026-05-30T08:00:00Z', people: [OWNER], untold: [] };

function resolver(count: number) {
  const roster = makeRoster(
    Array.from({ length: count }, (_, at) => ({
      firstName: 'Ann',
      lastName: `Lee ${String.fromCharCode(97 + (at % 26))}`,
      email: `Ann${at}@acme.com`,
    })),
  );
  const leaders = new LeaderResolver(roster, { team: TEAM });
  const said = (reference: string): string => {
    const answer = leaders.find(reference);
    return answer.kind === 'sure' ? referenceTo(answer.match) : answer.kind;
  };
  const carryOut = (change: Change): void => {
    finish(applyChange(roster, change));
    leaders.follow(change);
  };
  return { roster, leaders, said, carryOut };
}

describe('LeaderResolver', () => {
  it('finds people of the roster and of the team, whether it was made in slices or when it was asked', () => {
    for (const isPrepared of [true, false]) {
      const { leaders, said } = resolver(20);
      if (isPrepared) finish(leaders.preparing());
      expect([said('Lee b, Ann'), said('Olga Owner'), said('Nobody')]).toEqual([
        'Ann1@acme.com',
        'owner@acme.com',
        'unknown',
      ]);
    }
  });

  it('pauses on the way, and is not made twice', () => {
    const { leaders } = resolver(3000);
    expect([...leaders.preparing()].length).toBe(2);
    expect([...leaders.preparing()]).toEqual([]);
  });

  it.each([
    ['somebody asks before', (leaders: LeaderResolver) => leaders.find('Ann0@acme.com').kind],
    ['nobody asks before', () => 'sure'],
  ])('follows what changes while it is made in slices, also where %s', (_when, ask) => {
    const { leaders, said, carryOut, roster } = resolver(3000);
    const work = leaders.preparing();
    work.next();
    expect(ask(leaders)).toBe('sure');
    carryOut(finish(setCells(roster, [{ row: 1, position: AT.email, to: 'zoe@acme.com' }])));
    finish(work);
    carryOut(finish(deleteRows(roster, [2])));
    expect([said('zoe@acme.com'), said('Ann0@acme.com'), said('Ann1@acme.com')]).toEqual([
      'zoe@acme.com',
      'unknown',
      'unknown',
    ]);
  });

  it('follows cells of few rows and of very many, and people who leave', () => {
    const { roster, said, carryOut } = resolver(2500);
    expect(said('ann7@acme.com')).toBe('Ann7@acme.com');
    carryOut(finish(setCells(roster, [{ row: 8, position: AT.email, to: 'zoe@acme.com' }])));
    expect(said('zoe@acme.com')).toBe('zoe@acme.com');
    expect(said('ann7@acme.com')).not.toBe('Ann7@acme.com');
    const all = roster.rows.map(({ id }) => ({ row: id, position: AT.email, to: `b${id}@acme.com` }));
    carryOut(finish(setCells(roster, all)));
    expect([said('zoe@acme.com'), said('b8@acme.com')]).toEqual(['unknown', 'b8@acme.com']);
    carryOut(finish(deleteRows(roster, [8])));
    expect(said('b8@acme.com')).not.toBe('b8@acme.com');
  });

  it('leaves what it answered as it is while only Team Leaders change', () => {
    const { roster, leaders, carryOut } = resolver(3);
    const before = leaders.find('Lee a, Ann');
    carryOut(finish(setCells(roster, [{ row: 1, position: AT.teamLeader, to: 'x' }])));
    expect(leaders.find('Lee a, Ann')).toBe(before);
    carryOut(finish(setCells(roster, [{ row: 1, position: AT.lastName, to: 'Moe' }])));
    expect(leaders.find('Lee a, Ann')).not.toEqual(before);
  });
});
