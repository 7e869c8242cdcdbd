import { Command } from 'commander';
import { z } from 'zod';
import type { Failure } from '../../shared/failures/failures.ts';
import { type Result, success } from '../../shared/failures/result.ts';
import type { CurrentTeam } from '../../shared/person/team-member.ts';
import { planSheet } from '../../shared/upload/report/sheets.ts';
import { uploadCost, USUAL_RATE } from '../../shared/upload/orders/upload-cost.ts';
import { costWords } from './confirm-upload.ts';
import { addAddressOptions, addressOptions, connectionFor } from './connect.ts';
import { describeFile } from './describe-file.ts';
import { modeOption } from './mode-option.ts';
import { peopleOfFile } from './people-of-file.ts';
import { planDocument } from './plan-document.ts';
import { planRoster } from './plan-roster.ts';
import { printPlanCounts, printPlanRows } from './print-plan.ts';
import { pullHere, untilStopped } from './pull-here.ts';
import { addRuleOptions, ruleOptions } from './rule-options.ts';
import { saveRows } from './save-rows.ts';
import { showText } from './show-text.ts';
import { type ExitCode, type RunCommand, sayFailure, type Streams } from './streams.ts';

const planOptions = ruleOptions.extend({
  ...addressOptions.shape,
  mode: z.enum(['create', 'update']).default('create'),
  out: z.string().optional(),
  json: z.boolean().default(false),
});

type PlanOptions = z.infer<typeof planOptions>;

/**
 * `rollcall plan FILE (--team FILE | --subdomain NAME | --base-url URL)`: says what an upload of a roster would do,
 * and sends nothing.
 */
export function planCommand(run: RunCommand): Command {
  const command = new Command('plan')
    .description('Say what an upload would do, row by row; nothing is sent.')
    .argument('<file>', 'the roster: text of any kind that spreadsheets write, or .xlsx');
  return addAddressOptions(addRuleOptions(command))
    .addOption(modeOption())
    .option(
      '--out <file>',
      'save the plan, too: a row for each of the roster, as .csv, .xlsx or Unicode text',
    )
    .option('--json', 'print one JSON document on stdout')
    .action((file: string, options: unknown) => {
      const told = planOptions.parse(options);
      if (told.team === undefined && told.subdomain === undefined && told.baseUrl === undefined)
        command.error(
          "required option '--team <file>', '--subdomain <name>' or '--base-url <url>' not specified",
        );
      return run((streams) => plan(file, told, streams));
    });
}

async function plan(file: string, options: PlanOptions, { out, err }: Streams): Promise<ExitCode> {
  const pulled = await teamNow(options, err);
  if (!pulled.ok) return sayFailure(err, pulled.failure);
  const made = await planRoster(file, options, pulled.value);
  if (!made.ok) return sayFailure(err, made.failure);
  const { opened, team, plan: planned } = made.value;
  if (options.out !== undefined) {
    const rows = planSheet(planned, opened.read.roster, peopleOfFile(opened.read));
    const saved = await saveRows(options.out, rows);
    if (!saved.ok) return sayFailure(err, saved.failure);
  }
  for (const line of describeFile(opened)) err.write(line);
  for (const line of printPlanCounts(planned, opened.read, team)) err.write(line);
  if (options.json) for (const piece of planDocument(planned, opened.read, team)) out.write(piece);
  else for (const line of printPlanRows(planned, opened.read)) err.write(line);
  const cost = uploadCost(planned, team.people.length, USUAL_RATE);
  if (cost.usual.requests > 0) err.write(`\n${costWords(cost, { rate: USUAL_RATE, careful: false })}\n`);
  if (options.out !== undefined) err.write(`\nWrote the plan to ${showText(options.out)}.\n`);
  err.write('\nNothing was sent: this is a plan.\n');
  return planned.counts.blocked + planned.counts.held > 0 ? 1 : 0;
}

/** The team as Agent Connect has it now; null where a file says it. */
async function teamNow(
  options: PlanOptions,
  err: Streams['err'],
): Promise<Result<CurrentTeam | null, Failure>> {
  if (options.team !== undefined) return success(null);
  const connection = connectionFor(options, process.env);
  if (!connection.ok) return connection;
  return untilStopped((signal) => pullHere(connection.value, err, signal));
}
