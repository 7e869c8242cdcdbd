import type { Failure } from '../../shared/failures/failures.ts';
import { type Result, success } from '../../shared/failures/result.ts';
import type { CurrentTeam } from '../../shared/person/team-member.ts';
import { oddPeopleOf, oddPeopleSentence } from '../../shared/team/team-head.ts';
import type { Connection } from '../agent-connect/client/connection.ts';
import { pullTeam, type Watcher } from '../agent-connect/client/pull-team.ts';
import { countOf } from './print-problems.ts';
import { showText } from './show-text.ts';
import type { Streams } from './streams.ts';

/** People between two lines of progress. */
const STEP = 5000;

/** Pulls the team as Agent Connect has it now, telling how far it is. */
export async function pullHere(
  connection: Connection,
  err: Streams['err'],
  signal: AbortSignal,
): Promise<Result<CurrentTeam, Failure>> {
  const pulled = await pullTeam(connection, watcherOn(err), signal);
  if (!pulled.ok) return pulled;
  const { team, odd } = pulled.value;
  const oddPeople = oddPeopleOf(odd);
  if (connection.learned.tokenForm === 'bearer') err.write(`${BEARER_WORDS}\n`);
  if (oddPeople !== null) err.write(`${showText(oddPeopleSentence(oddPeople))}\n`);
  return success(team);
}

/** Said where the token has to be sent in another form than the assumed one. */
const BEARER_WORDS = 'Agent Connect takes the token only after the word “Bearer”, so Rollcall sends it so.';

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
      err.write(
        `  ${pauseWords(why)}; trying again in ${countOf(Math.ceil(milliseconds / 1000), 'second')}…\n`,
      );
    },
  };
}

/** Why something waits before it asks again. */
export function pauseWords({ code }: Failure): string {
  return code === 'connect.busy'
    ? 'Agent Connect is limiting requests'
    : 'Agent Connect gave no usable answer';
}

/** A number of people in words. */
export function peopleOf(count: number): string {
  return count === 1 ? '1 person' : `${count.toLocaleString('en-US')} people`;
}
