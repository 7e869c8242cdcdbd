import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addressOfTestServer } from '../../electron/agent-connect/client/address.ts';
import {
  type Connection,
  learnedBefore,
  systemClock,
} from '../../electron/agent-connect/client/connection.ts';

const KEY = 'key-of-the-measure';
const SECRET = 'secret-of-the-measure';

/**
 * Does some work with the simulator as a process of its own, so that its time is not the app's; it begins with a team.
 * `build/bench.mjs` puts its code beside the measure's.
 */
export async function withSimulator<Found>(
  team: readonly object[],
  work: (connection: Connection) => Promise<Found>,
): Promise<Found> {
  const code = fileURLToPath(new URL('simulator.js', import.meta.url));
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-bench-'));
  const file = join(folder, 'team.json');
  await writeFile(file, JSON.stringify(team));
  const given = ['--port', '0', '--team', file, '--key', KEY, '--secret', SECRET];
  const child = spawn(process.execPath, [code, ...given], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    const address = addressOfTestServer(/http:\S+?:\d+/.exec(said.toString())?.[0] ?? '');
    if (!address.ok) throw new Error(`The simulator says: ${said.toString()}`);
    const credentials = { key: KEY, secret: SECRET };
    return await work({
      address: address.value,
      credentials,
      fetch,
      learned: learnedBefore(),
      clock: systemClock,
      deadline: 60_000,
    });
  } finally {
    child.kill();
    await rm(folder, { recursive: true });
  }
}
