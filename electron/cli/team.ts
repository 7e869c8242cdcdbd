import { Command } from 'commander';
import { z } from 'zod';
import type { CurrentTeam } from '../../shared/current-team/current-team.ts';
import { teamRows } from '../../shared/current-team/team-rows.ts';
import { serialize } from '../../shared/text/serialize.ts';
import { pullTeam, type Watcher } from '../agent-connect/pull-team.ts';
import { writeRoster } from '../files/write-roster.ts';
import { addAddressOptions, addressOptions, connectionFor } from './connect.ts';
import { countOf } from './print-problems.ts';
import { showText } from './show-text.ts';
import { type ExitCode, type RunCommand, sayFailure, type Streams } from './streams.ts';

const teamOptions = addressOptions.extend({ out: z.string() });
type TeamOptions = z.infer<typeof teamOptions>;

/** People between two lines of progress. */
const STEP = 5000;

/** `rollcall team --out FILE`: saves everyone in Agent Connect as a file that `--team` takes. */
export function teamCommand(run: RunCommand): Command {
  const command = new Command('team')
    .description(
      'Save the current team, as Agent Connect has it now, to a file that --team takes. Only reads.',
    )
    .requiredOption(
      '--out <file>',
      'the file to write, as Unicode text; one that is there is replaced in one step',
    );
  return addAddressOptions(command).action((options: unknown) => {
    const told = teamOptions.parse(options);
    if (told.subdomain === undefined && told.baseUrl === undefined)
      command.error("required option '--subdomain <name>' or '--base-url <url>' not specified");
    return run((streams) => saveTeam(told, streams));
  });
}

async function saveTeam(options: TeamOptions, { err }: Streams): Promise<ExitCode> {
  const connection = connectionFor(options, process.env);
  if (!connection.ok) return sayFailure(err, connection.failure);
  const stopping = new AbortController();
  const stop = (): void => {
    stopping.abort();
  };
  // Ctrl+C ends the pull in order; nothing has been written by then. Pressed again, it ends the process.
  process.once('SIGINT', stop);
  try {
    const team = await pullTeam(connection.value, watcherOn(err), stopping.signal);
    if (!team.ok) return sayFailure(err, team.failure);
    const text = serialize(teamRows(team.value), '\t');
    const written = await writeRoster(options.out, 'unicode-text', text, {
      overwrite: true,
      signal: stopping.signal,
    });
    if (!written.ok) return sayFailure(err, written.failure);
    err.write(
      `Wrote ${describeTeam(team.value)} of ${connection.value.address.host} to ${showText(options.out)}.\n`,
    );
    return 0;
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

function describeTeam({ people }: CurrentTeam): string {
  const deactivated = people.filter((member) => member.deactivated).length;
  return `${peopleOf(people.length)} (${deactivated} deactivated)`;
}

function peopleOf(count: number): string {
  return count === 1 ? '1 person' : `${count.toLocaleString('en-US')} people`;
}
