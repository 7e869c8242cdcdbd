import { addressOfTestServer } from '../../../electron/agent-connect/client/address.ts';
import { type Connection, learnedBefore } from '../../../electron/agent-connect/client/connection.ts';
import { KEY, SECRET } from '../../simulator/simulator-here.ts';

/** A connection to a test server, with Node's fetch and a clock that waits no time; what it would have waited is kept. */
export function connectHere(
  url: string,
  options: Partial<Connection> & { readonly secondsAhead?: number } = {},
): Connection & { readonly waits: readonly number[] } {
  const address = addressOfTestServer(url);
  if (!address.ok) throw new Error(`${url} is no test server`);
  const waits: number[] = [];
  const { secondsAhead = 0, ...rest } = options;
  return {
    address: address.value,
    credentials: { key: KEY, secret: SECRET },
    fetch,
    learned: learnedBefore(),
    deadline: 10_000,
    clock: {
      now: () => Date.now() + secondsAhead * 1000,
      wait: (milliseconds, signal) => {
        waits.push(milliseconds);
        return signal.aborted ? Promise.reject(new Error('stopped')) : Promise.resolve();
      },
      random: () => 0.5,
    },
    waits,
    ...rest,
  };
}
