import { Command } from 'commander';
import { z } from 'zod';
import type { CurrentTeam } from '../../shared/person/team-member.ts';
import { teamRows } from '../../shared/team/current-team.ts';
import { serialize } from '../../shared/text/serialize.ts';
import { checkTarget } from '../files/write-roster.ts';
import { addAddressOptions, addressOptions, connectionFor } from './connect.ts';
import { peopleOf, pullHere, untilStopped } from './pull-here.ts';
import { showText } from './show-text.ts';
import { writeOut } from './write-out.ts';
import { type ExitCode, type RunCommand, sayFailure, type Streams } from './streams.ts';

const teamOptions = addressOptions.extend({ out: z.string() });
type TeamOptions = z.infer<typeof teamOptions>;

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
  const refusal = await checkTarget(options.out, 'unicode-text', false);
  if (refusal !== null) return sayFailure(err, refusal);
  const { host } = connection.value.address;
  return untilStopped(async (signal) => {
    const pulled = await pullHere(connection.value, err, signal);
    if (!pulled.ok) return sayFailure(err, pulled.failure);
    const team = pulled.value;
    const text = serialize(teamRows(team), '\t');
    const written = await writeOut(options.out, 'unicode-text', text, { signal });
    if (!written.ok) return sayFailure(err, written.failure);
    err.write(`Wrote ${describeTeam(team)} of ${host} to ${showText(options.out)}.\n`);
    return 0;
  });
}

function describeTeam({ people }: CurrentTeam): string {
  const deactivated = people.filter((member) => member.deactivated).length;
  return `${peopleOf(people.length)} (${deactivated} deactivated)`;
}
