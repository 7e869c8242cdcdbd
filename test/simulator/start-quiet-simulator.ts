import type { Credentials } from './check-token.ts';
import { madeUpTeam } from './seed-team.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from './start-simulator.ts';

/** Starts a simulator that answers at once, refuses nothing and keeps the right time; 45 people unless told. */
export function startQuietSimulator(options: Credentials & Partial<SimulatorOptions>): Promise<Simulator> {
  return startSimulator({
    directory: madeUpTeam(45),
    port: 0,
    latency: 0,
    rate: 0,
    clock: 0,
    token: 'alone',
    ...options,
  });
}
