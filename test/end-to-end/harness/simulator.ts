import { startQuietSimulator } from '../../simulator/start-quiet-simulator.ts';
import type { Simulator } from '../../simulator/start-simulator.ts';
import { test as base } from './rollcall.ts';

/** The key and the secret that the simulators of these tests take, in a form that is found nowhere else. */
export const KEY = 'kEyOfTheTests4711';
export const SECRET = 'sEcReTofTheTests0815';

/** Playwright's `test` with the window and a stand-in for Agent Connect, of 45 people, that it may talk to. */
export const test = base.extend<{ simulator: Simulator }>({
  testServers: true,

  simulator: async ({}, use) => {
    const simulator = await startQuietSimulator({ key: KEY, secret: SECRET });
    await use(simulator);
    await simulator.close();
  },
});

export { expect } from './rollcall.ts';
