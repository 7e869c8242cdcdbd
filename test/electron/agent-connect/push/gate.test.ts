import { describe, expect, it } from 'vitest';
import { lasting, NEVER_SENT, passing, UNKNOWN } from '../../../../electron/agent-connect/client/refusal.ts';
import { Gate, type Pass } from '../../../../electron/agent-connect/push/gate.ts';
import { failed, type Failure } from '../../../../shared/failures.ts';
import { JumpingClock } from './jumping-clock.ts';

const host = 'acme';
const BAD = passing(failed('connect.serverFailed', { host, status: 503, words: '' }), UNKNOWN);
const GONE = lasting(failed('connect.noSuchHost', { host }), NEVER_SENT);

function gateHere() {
  const clock = new JumpingClock();
  const given: Failure[] = [];
  const gate = new Gate(clock, (why) => {
    given.push(why);
    gate.close();
  });
  const passed = async (): Promise<Pass> => {
    const pass = await gate.pass();
    if (pass === null) throw new Error('closed');
    return pass;
  };
  const fail = async (times: number, refusal = BAD): Promise<void> => {
    for (let time = 0; time < times; time += 1) gate.report(await passed(), refusal);
  };
  return { clock, gate, given, passed, fail };
}

describe('security 23: the gate', () => {
  it('stays open for four failures in a row, and forgets them after an answer', async () => {
    const { gate, fail, passed } = gateHere();
    for (let round = 0; round < 3; round += 1) {
      await fail(4);
      gate.report(await passed(), null);
    }
    expect(gate.shut).toBeNull();
    expect(gate.shuts).toBe(0);
  });

  it('shuts at the fifth, lets one go alone after a while, and all when it does well', async () => {
    const { gate, fail, clock } = gateHere();
    await fail(5);
    expect(gate.shut).toMatchObject({ why: { code: 'connect.serverFailed' } });
    expect(gate.shuts).toBe(1);
    const passes: (Pass | null)[] = [];
    const waiting = [1, 2, 3].map(async () => passes.push(await gate.pass()));
    await waiting[0];
    expect(clock.waits).toHaveLength(1);
    const [probe] = passes;
    expect(passes).toHaveLength(1);
    expect(probe && gate.holds(probe)).toBe(true);
    expect(gate.holds({ isProbe: false })).toBe(false);
    if (probe) gate.report(probe, null);
    await Promise.all(waiting);
    expect(passes).toHaveLength(3);
    expect(gate.shut).toBeNull();
  });

  it('waits longer after each probe that fails, then gives up', async () => {
    const { gate, fail, given, clock, passed } = gateHere();
    await fail(5);
    for (let probe = 0; probe < 6; probe += 1) gate.report(await passed(), BAD);
    expect(given).toEqual([BAD.failure]);
    expect(clock.waits).toEqual(clock.waits.toSorted((one, other) => one - other));
    expect(clock.waits).toHaveLength(6);
    expect(await gate.pass()).toBeNull();
  });

  it('gives up at once where waiting does not help', async () => {
    const { gate, fail, given } = gateHere();
    await fail(5, GONE);
    expect(given).toEqual([GONE.failure]);
    expect(gate.isClosed).toBe(true);
  });

  it('takes what was under way when it shut for nothing new', async () => {
    const { gate, fail, passed } = gateHere();
    const late = await passed();
    await fail(5);
    gate.report(late, BAD);
    expect(gate.shuts).toBe(1);
    gate.report(late, null);
    expect(gate.shut).not.toBeNull();
  });

  it('sends away everybody who waits when it is closed', async () => {
    const { gate, fail } = gateHere();
    await fail(5);
    const waiting = [gate.pass(), gate.pass()];
    gate.close();
    expect(await Promise.all(waiting)).toEqual([null, null]);
  });
});
