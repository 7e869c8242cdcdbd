import { Command } from 'commander';
import { z } from 'zod';
import { checkDocument } from './check-document.ts';
import { describeVerdict, verdictOn } from './describe-verdict.ts';
import { describeFile } from './describe-file.ts';
import { Examination } from './examination.ts';
import { inspectRoster } from './inspect-roster.ts';
import { comparisonSentence, countsSentence, listProblems } from './print-problems.ts';
import { addModeOptions, modeOptions, requireTeam } from './rule-options.ts';
import { type ExitCode, type RunCommand, sayFailure, type Streams } from './streams.ts';

const checkOptions = modeOptions.extend({ json: z.boolean().optional() });

/** `rollcall check FILE`: reads a roster and lists its problems. */
export function checkCommand(run: RunCommand): Command {
  const command = new Command('check')
    .description('Read a roster and list its problems.')
    .argument('<file>', 'the roster: text of any kind that spreadsheets write, or .xlsx');
  return addModeOptions(command)
    .option('--json', 'print one JSON document on stdout; encoding and delimiter are null for a workbook')
    .action((file: string, options: unknown) => {
      const told = checkOptions.parse(options);
      requireTeam(command, told);
      return run((streams) => check(file, told, streams));
    });
}

async function check(
  file: string,
  options: z.infer<typeof checkOptions>,
  { out, err }: Streams,
): Promise<ExitCode> {
  const examination = new Examination();
  const inspected = await inspectRoster(file, options, null, examination.watch);
  if (!inspected.ok) {
    const exitCode = sayFailure(err, inspected.failure);
    for (const line of [...examination.describeForm(), ...examination.describeState()]) err.write(line);
    return exitCode;
  }
  const { opened, checker } = inspected.value;
  const verdict = verdictOn(inspected.value, null);
  for (const line of [...describeFile(opened), ...examination.describeState()]) err.write(line);
  if (options.json)
    for (const piece of checkDocument(opened, checker, examination.diagnosis(), verdict)) out.write(piece);
  else for (const line of listProblems(opened, checker, ['error', 'warning'])) err.write(line);
  err.write(`\n${countsSentence(checker.counts)}${comparisonSentence(checker)}\n`);
  for (const line of describeVerdict(verdict, inspected.value)) err.write(line);
  return checker.counts.error > 0 ? 1 : 0;
}
