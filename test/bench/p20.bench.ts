import type { Connection } from '../../electron/agent-connect/client/connection.ts';
import { pullTeam } from '../../electron/agent-connect/client/pull-team.ts';
import { signToken } from '../../electron/agent-connect/client/ask.ts';
import { newcomers } from './newcomers.ts';
import { milliseconds, report } from './report.ts';
import { withSimulator } from './simulator-process.ts';

const PEOPLE = 50_000;
const ROUNDS = 7;

const PROFILE = 'Answers “how”, "why"\nand where, and likes the mountains.';

/** The lists that a pull asks for. */
const LISTS = ['', 'created', 'unapproved', 'confirmed', 'pending review', 'deactivated'];

const team = newcomers(PEOPLE, 'team').map(({ body }, place) => ({
  ...body,
  profile_text: PROFILE,
  status: place % 8 === 5 ? 'deactivated' : 'active',
}));
report(await withSimulator(team, measure));

/** Pulling a large team against the same requests, whose answers are parsed and nothing else. */
async function measure(connection: Connection) {
  const times = { app: [] as number[], bare: [] as number[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const bare = await timeOf(() => bareLoop(connection));
    const app = await timeOf(async () => {
      const quiet = { onPeople: () => undefined, onPause: () => undefined };
      const pulled = await pullTeam(connection, quiet, new AbortController().signal);
      if (!pulled.ok || pulled.value.team.people.length !== PEOPLE) throw new Error('The pull has failed');
    });
    // Round 0 warms up.
    if (round === 0) continue;
    times.app.push(app);
    times.bare.push(bare);
  }
  // The best round of each: whatever else the machine does only adds.
  const [app, bare] = [Math.min(...times.app), Math.min(...times.bare)];
  return { figure: app / bare, details: `${milliseconds(app)} against ${milliseconds(bare)}` };
}

async function bareLoop({ address, credentials }: Connection): Promise<void> {
  for (const status of LISTS) {
    const filter = status === '' ? '' : `&status=${encodeURIComponent(status)}`;
    let next: string | undefined = `${address.origin}/v2/employees?number_of_employees=500${filter}`;
    while (next !== undefined) {
      const headers = {
        'x-api-key': credentials.key,
        authorization: signToken(credentials.secret, Date.now()),
      };
      const response: Response = await fetch(next, { headers });
      // What the simulator answers.
      const page = (await response.json()) as { meta: { next_page?: string } };
      next = page.meta.next_page;
    }
  }
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  globalThis.gc?.();
  const began = performance.now();
  await work();
  return performance.now() - began;
}
