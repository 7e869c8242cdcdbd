import type { z } from 'zod';
import type { CurrentTeam } from '../../shared/current-team/current-team.ts';
import type { Failure } from '../../shared/failures.ts';
import { type Result, success } from '../../shared/result.ts';
import { pullTeam, type Watcher } from '../agent-connect/client/pull-team.ts';
import { type addressOptions, connectionFor } from './connect.ts';
import { countOf } from './print-problems.ts';
import type { Streams } from './streams.ts';

/** People between two lines of progress. */
const STEP = 5000;

/** A team as Agent Connect has it now, and the host that it came from. */
interface PulledTeam {
  readonly team: CurrentTeam;
  readonly host: string;
}

/** Pulls the current team of the address in the options, telling how far it is; the key comes from the environment. */
export async function pullHere(
  options: z.infer<typeof addressOptions>,
  err: Streams['err'],
  signal: AbortSignal,
): Promise<Result<PulledTeam, Failure>> {
  const connection = connectionFor(options, process.env);
  if (!connection.ok) return connection;
  const team = await pullTeam(connection.value, watcherOn(err), signal);
  return team.ok ? success({ team: team.value, host: connection.value.address.host }) : team;
}

/** Does some work that Ctrl+C ends in order, with nothing half written; pressed again, it ends the process. */
export async function untilStopped<Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
  const stopping = new AbortController();
  const stop = (): void => {
    stopping.abort();
  };
  process.once('SIGINT', stop);
  try {
    return await work(stopping.signal);
  } finally {
    process.removeListener('SIGINT', stop);
  }
}

function watcherOn(err: Streams['err']): Watcher {
  let next = STEP;
  return {
    onPeople: (count) => {
      if (count < next) return;
      err.write(`  ${peopleOf(count)} so far…\n`);
      next = count - (count % STEP) + STEP;
    },
    onPause: (milliseconds, why) => {
      const what =
        why.code === 'connect.busy' ? 'Agent Connect has had many requests' : 'No good answer came';
      err.write(`  ${what}; trying again in ${countOf(Math.ceil(milliseconds / 1000), 'second')}…\n`);
    },
  };
}

/** A number of people in words. */
export function peopleOf(count: number): string {
  return count === 1 ? '1 person' : `${count.toLocaleString('en-US')} people`;
}
