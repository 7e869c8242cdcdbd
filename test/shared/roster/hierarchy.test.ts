import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLeaders, orderingLeadersFirst } from '../../../shared/roster/hierarchy.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import { makeRoster, type Person } from './make-roster.ts';
import { runs } from '../../tier.ts';

const orderOf = (people: readonly Person[]) =>
  finish(orderingLeadersFirst(makeRoster(people))).map(({ id }) => id);

describe('findLeaders', () => {
  it('finds leaders by email address in any case, and by ID as it is written', () => {
    const people = [
      { email: 'Ana@Acme.com', employeeId: '007' },
      { teamLeader: ' ana@acme.COM ' },
      { teamLeader: '007' },
      { teamLeader: '7' },
      { teamLeader: '' },
      { email: 'zoe\u0308@acme.com', teamLeader: 'nobody' },
      { teamLeader: 'zo\u00eb@acme.com' },
    ];
    expect([...finish(findLeaders(makeRoster(people)))]).toEqual([-1, 0, 0, -1, -1, -1, 5]);
  });

  it('finds leaders as the rules do: by an ID with decimals, and by no word for no value', () => {
    const people = [
      { employeeId: '1001', email: 'N/A' },
      { employeeId: '1002.0' },
      { employeeId: 'N/A' },
      { teamLeader: '1001.0' },
      { teamLeader: '1002' },
      { teamLeader: 'N/A' },
    ];
    expect([...finish(findLeaders(makeRoster(people)))]).toEqual([-1, -1, -1, 0, 1, -1]);
  });

  it('finds nobody by an empty cell, and the first of two with one ID', () => {
    const people = [{ employeeId: '' }, { employeeId: '1' }, { employeeId: '1' }, { teamLeader: '1' }];
    expect([...finish(findLeaders(makeRoster(people)))]).toEqual([-1, -1, -1, 1]);
  });
});

describe('orderingLeadersFirst', () => {
  it('is one wave after the other, each in the order of the roster', () => {
    expect(
      orderOf([
        { employeeId: '1', teamLeader: '4' },
        { employeeId: '2', teamLeader: '3' },
        { employeeId: '3', teamLeader: '5' },
        { employeeId: '4', teamLeader: '5' },
        { employeeId: '5' },
        { employeeId: '6', teamLeader: 'elsewhere' },
      ]),
    ).toEqual([5, 6, 3, 4, 1, 2]);
  });

  it('takes someone who leads themself for a leader', () => {
    expect(orderOf([{ teamLeader: '2' }, { employeeId: '2', teamLeader: '2' }])).toEqual([2, 1]);
  });

  it('puts the rows of a cycle last, in their order, and then their teams', () => {
    expect(
      orderOf([
        { employeeId: '1', teamLeader: '3' },
        { employeeId: '2', teamLeader: '4' },
        { employeeId: '3', teamLeader: '2' },
        { employeeId: '4', teamLeader: '3' },
        { employeeId: '5' },
        { employeeId: '6', teamLeader: '5' },
      ]),
    ).toEqual([5, 6, 2, 3, 4, 1]);
  });

  it('follows a chain of 100,000 people', () => {
    const people = Array.from({ length: 100_000 }, (_, index) => ({
      employeeId: String(index),
      teamLeader: String(index + 1),
    }));
    const order = orderOf(people);
    expect(order[0]).toBe(100_000);
    expect(order.at(-1)).toBe(1);
  });

  it('keeps every row and puts each after its leader, unless the chain comes back', () => {
    const anyLeaders = fc.array(fc.option(fc.nat(15)), { maxLength: 16 });
    fc.assert(
      fc.property(anyLeaders, (leaders) => {
        const people = leaders.map((leader, index) => ({
          employeeId: String(index),
          teamLeader: leader === null ? '' : String(leader),
        }));
        const order = orderOf(people).map((id) => id - 1);
        expect([...order].sort((a, b) => a - b)).toEqual(people.map((_, index) => index));
        order.forEach((row, place) => {
          const leader = leaders[row];
          if (leader === undefined || leader === null || leader >= people.length || comesBack(leaders, row))
            return;
          expect(order.indexOf(leader)).toBeLessThan(place);
        });
      }),
      { numRuns: runs(1000) },
    );
  });
});

/** Whether a row is one of those whose chain of leaders comes back to itself. */
function comesBack(leaders: readonly (number | null)[], row: number): boolean {
  let leader = leaders[row];
  for (let steps = 0; leader !== undefined && leader !== null && steps <= leaders.length; steps += 1) {
    if (leader === row) return true;
    leader = leaders[leader];
  }
  return false;
}
