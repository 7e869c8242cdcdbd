import { Command, CommanderError } from 'commander';
import { VERSION } from '../system/version.ts';
import { checkCommand } from './check.ts';
import { exportCommand } from './export.ts';
import { planCommand } from './plan.ts';
import type { ExitCode, RunCommand, Streams } from './streams.ts';
import { teamCommand } from './team.ts';
import { templateCommand } from './template.ts';
import { uploadCommand } from './upload.ts';

/** Runs the command line `rollcall` with its arguments (without `node` and the script) and answers the exit code. */
export async function run(argv: readonly string[], streams: Streams): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = createProgram(streams, async (work) => {
    exitCode = await work(streams);
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Commander ends a wrong call with 1, which is for rosters with errors here; help that was asked for ends with 0.
    return error.exitCode === 0 ? 0 : 2;
  }
  return exitCode;
}

function createProgram(streams: Streams, runCommand: RunCommand): Command {
  const program = new Command('rollcall')
    .description('Prepares staff rosters for Medallia Agent Connect, offline.')
    .version(VERSION, '--version', 'print the version')
    .addHelpText(
      'after',
      '\nExit codes: 0 fine, 1 the roster has errors or some rows failed, 2 the call or a file is unusable.',
    );
  for (const create of [
    checkCommand,
    exportCommand,
    templateCommand,
    teamCommand,
    planCommand,
    uploadCommand,
  ])
    program.addCommand(create(runCommand));
  for (const command of [program, ...program.commands])
    command.exitOverride().configureOutput({
      writeOut: (text) => {
        streams.out.write(text);
      },
      writeErr: (text) => {
        streams.err.write(text);
      },
      outputError: (text, write) => {
        write(sentence(text));
      },
    });
  return program;
}

/** Commander's “error: missing required argument 'file'” as the sentence that every failure here is. */
function sentence(error: string): string {
  const text = error
    .replace(/^error: /, '')
    .trim()
    .replace(/([^.?)])$/, '$1.');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}\n`;
}
