import { Command } from 'commander';
import { z } from 'zod';
import { columns } from '../../shared/person/catalogue.ts';
import { serialize } from '../../shared/text/serialize.ts';
import { writeOut } from './write-out.ts';
import { type ExitCode, type RunCommand, sayFailure, type Streams } from './streams.ts';

const templateOptions = z.object({ out: z.string() });

/** `rollcall template --out FILE`: writes the empty template, the header of the standard columns as Unicode text. */
export function templateCommand(run: RunCommand): Command {
  return new Command('template')
    .description('Write the empty template: the header row, as Unicode text.')
    .requiredOption('--out <file>', 'the file to write; one that is there is replaced')
    .action((options: unknown) =>
      run((streams) => writeTemplate(templateOptions.parse(options).out, streams)),
    );
}

async function writeTemplate(path: string, { err }: Streams): Promise<ExitCode> {
  const header = columns.filter((column) => column.standard).map((column) => column.header);
  const written = await writeOut(path, 'unicode-text', serialize([header], '\t'));
  if (!written.ok) return sayFailure(err, written.failure);
  err.write(`Wrote the template with ${header.length} columns to ${path}.\n`);
  return 0;
}
