import { describe, expect, it } from 'vitest';
import { lookUp } from '../../../../electron/agent-connect/client/look-up.ts';
import { unrepeatedFetch } from '../../../../electron/agent-connect/client/unrepeated-fetch.ts';
import { createPerson, setStatus } from '../../../../electron/agent-connect/client/write-person.ts';
import type { Simulator } from '../../../simulator/start-simulator.ts';
import { simulatorHere } from '../../../simulator/simulator-here.ts';
import { connectHere } from '../connect-here.ts';

const going = new AbortController().signal;
const body = (index: number) => ({ email: `new${index}@acme.example`, channels: [] });

/** Connections over rooms that note, by number, what happens in them. */
function rooms({ url }: Simulator) {
  const did: string[] = [];
  let made = 0;
  const fetchOf = unrepeatedFetch(
    (address, options) => {
      did.push('usual');
      return fetch(address, options);
    },
    () => {
      const room = (made += 1);
      return {
        closeAllConnections: () => Promise.resolve(void did.push(`close ${room}`)),
        fetch: (address, options) => {
          did.push(`${options.method ?? ''} ${room}`);
          return fetch(address, options);
        },
      };
    },
  );
  return { did, connection: connectHere(url, { fetch: fetchOf, deadline: 300 }) };
}

describe('what changes something', () => {
  it('goes over a connection of its own, and reading over any', async () => {
    const { did, connection } = rooms(await simulatorHere());
    await lookUp(connection, { email: 'new1@acme.example', employeeId: '' }, going);
    expect((await createPerson(connection, body(1), 'now', going)).ok).toBe(true);
    expect((await setStatus(connection, 'new1@acme.example', 'deactivate', going)).ok).toBe(true);
    expect(did).toEqual(['usual', 'close 1', 'POST 1', 'close 1', 'PUT 1']);
  });

  it('shares its room with nothing else at the same time', async () => {
    const { did, connection } = rooms(await simulatorHere({ latency: 20 }));
    const both = await Promise.all(
      [1, 2].map((index) => createPerson(connection, body(index), 'now', going)),
    );
    expect(both.every(({ ok }) => ok)).toBe(true);
    await createPerson(connection, body(3), 'now', going);
    const posts = did.filter((what) => what.startsWith('POST'));
    expect(new Set(posts.slice(0, 2))).toEqual(new Set(['POST 1', 'POST 2']));
    expect(posts.slice(0, 2)).toContain(posts[2]);
  });

  it.each(['drop', 'late', 'endless', 'html', 429] as const)(
    'is refused as ever, and goes on, after %s',
    async (kind) => {
      const simulator = await simulatorHere();
      const { did, connection } = rooms(simulator);
      simulator.faults.add({ kind });
      expect((await createPerson(connection, body(1), 'delayed', going)).ok).toBe(false);
      expect((await createPerson(connection, body(2), 'delayed', going)).ok).toBe(true);
      // The room of an answer that was not read to its end may still have its connection.
      expect(did.at(-1)).toBe(kind === 'endless' ? 'POST 2' : 'POST 1');
    },
  );
});
