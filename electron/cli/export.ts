import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { z } from 'zod';
import { describeLoss, lossInPlace } from '../../shared/export/describe-loss.ts';
import { type ExportPlan, leftOutCount, planExport } from '../../shared/export/plan-export.ts';
import { delimiterOf, followTemplate, type Template, templateColumns } from '../../shared/export/template.ts';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import { finish } from '../../shared/roster/sliced-work.ts';
import type { Checker } from '../../shared/rules/checker.ts';
import { formatFor } from '../../shared/text/file-endings.ts';
import { WRITE_FORMAT_NAMES } from '../../shared/text/formats.ts';
import { freePath, isSameFile } from '../files/file-version.ts';
import { applySafeFixes } from './apply-safe-fixes.ts';
import { describeExport, exportDocument, type Outcome } from './describe-export.ts';
import { describeFile } from './describe-file.ts';
import { type InspectedRoster, inspectRoster } from './inspect-roster.ts';
import type { OpenedRoster } from './open-roster.ts';
import { peopleOfFile } from './people-of-file.ts';
import { listProblems } from './print-problems.ts';
import { resolveLeaders } from './resolve-leaders.ts';
import { addModeOptions, modeOptions, requireTeam } from './rule-options.ts';
import { type ExitCode, type RunCommand, sayFailure, type Streams } from './streams.ts';
import { type Target, writePlan, type Written } from './write-plan.ts';

const exportOptions = modeOptions.extend({
  changedOnly: z.boolean().default(false),
  out: z.string(),
  format: z.enum(WRITE_FORMAT_NAMES).optional(),
  template: z.string().optional(),
  resolve: z.literal('leaders').optional(),
  fix: z.literal('safe').optional(),
  leadersFirst: z.boolean().default(false),
  withoutPasswords: z.boolean().default(false),
  allowErrors: z.boolean().default(false),
  validOnly: z.boolean().default(false),
  json: z.boolean().default(false),
});
type ExportOptions = z.infer<typeof exportOptions>;

/** `rollcall export FILE --out FILE`: converts a roster to what Agent Connect takes, unless it has errors. */
export function exportCommand(run: RunCommand): Command {
  const command = new Command('export')
    .description('Convert a roster, by default to the Unicode text that Agent Connect takes.')
    .argument('<file>', 'the roster: text of any kind that spreadsheets write, or .xlsx')
    .requiredOption('--out <file>', 'the file to write; one that is there is replaced in one step')
    .addOption(
      new Option(
        '--format <name>',
        'the form (default: that of the ending of --out, else unicode-text)',
      ).choices(WRITE_FORMAT_NAMES),
    )
    .option(
      '--template <file>',
      'write the headers, the order and the delimiter of this file, not those of the profile’s template',
    )
    .addOption(
      new Option('--resolve <which>', 'name the team leaders who are sure by address or ID').choices([
        'leaders',
      ]),
    )
    .addOption(new Option('--fix <which>', 'apply all safe fixes first').choices(['safe']))
    .option('--leaders-first', 'write team leaders before their teams')
    .option('--without-passwords', 'leave the temporary passwords empty')
    .addOption(new Option('--allow-errors', 'write although there are errors').conflicts('validOnly'))
    .option(
      '--valid-only',
      'leave out the rows with errors: list them, and write them to a file of their own',
    )
    .option('--changed-only', 'with --mode update: leave out the rows that say what Agent Connect has');
  return addModeOptions(command)
    .option('--json', 'print one JSON document on stdout')
    .action((file: string, options: unknown) => {
      const told = exportOptions.parse(options);
      requireTeam(command, told);
      if (told.changedOnly && told.mode !== 'update')
        command.error(
          "option '--changed-only' goes with '--mode update': what creates people has no unchanged rows",
        );
      return run((streams) => exportRoster(file, told, streams));
    });
}

async function exportRoster(file: string, options: ExportOptions, streams: Streams): Promise<ExitCode> {
  const { out, err } = streams;
  const inspected = await inspectRoster(file, options);
  if (!inspected.ok) return sayFailure(err, inspected.failure);
  const { opened, checker } = inspected.value;
  for (const line of describeFile(opened)) err.write(line);
  const fixed = options.fix === 'safe' ? applySafeFixes(opened.read.roster, checker) : null;
  const resolved = options.resolve === 'leaders' ? resolveLeaders(opened.read, checker) : null;
  const refused = isRefused(checker, options);
  const plan = planExportFor(inspected.value, options);
  const files = refused
    ? success({ written: null, leftOut: null })
    : await writeFiles(inspected.value, plan, file, options);
  if (!files.ok) return sayFailure(err, files.failure);
  const outcome = { plan, fixed, resolved, ...files.value };
  if (refused) for (const line of listProblems(opened, checker, ['error'])) err.write(line);
  for (const line of describeExport(inspected.value, outcome)) err.write(line);
  if (options.json) out.write(exportDocument(inspected.value, outcome));
  return refused || outcome.leftOut?.ok === false ? 1 : 0;
}

/** Writes the planned file and, where rows are left out of it, the second; fails with nothing written where the first cannot be. */
async function writeFiles(
  inspected: InspectedRoster,
  plan: ExportPlan,
  source: string,
  options: ExportOptions,
): Promise<Result<Pick<Outcome, 'written' | 'leftOut'>, Failure>> {
  const { opened, template } = inspected;
  const loss = await lossAt(options.out, source, opened, plan);
  if (loss !== null) return failure(loss);
  const written = await writePlan(opened.read.roster, plan, targetFor(options, template));
  if (!written.ok) return written;
  return success({ written: written.value, leftOut: await writeLeftOut(options, inspected, plan) });
}

/**
 * Writes the rows that are left out of the export to a file of their own beside it, under a name that is free, as the
 * window does; null where there are none.
 */
async function writeLeftOut(
  options: ExportOptions,
  { opened, template }: InspectedRoster,
  plan: ExportPlan,
): Promise<Result<Written, Failure> | null> {
  if (leftOutCount(plan) === 0) return null;
  const out = await freePath(options.out, 'left out', '.txt');
  const target = targetFor({ ...options, out, format: 'unicode-text' }, template);
  return writePlan(opened.read.roster, plan, target, 'leftOut');
}

/** Whether there are errors, and nobody has said what becomes of rows with errors. */
function isRefused({ counts }: Checker, { allowErrors, validOnly }: ExportOptions): boolean {
  return counts.error > 0 && !allowErrors && !validOnly;
}

/** Why a plan may not be written: it would take the place of the file that was read and lose something of it. */
async function lossAt(
  out: string,
  source: string,
  { name, read, form }: OpenedRoster,
  plan: ExportPlan,
): Promise<Failure | null> {
  const loss = lossInPlace(plan, read.roster, form);
  if (loss === null || !(await isSameFile(out, source))) return null;
  const people = peopleOfFile(read);
  return failed('write.overSource', { name, what: describeLoss(loss, (row) => people.lineOf(row)) });
}

function planExportFor({ opened, checker, template }: InspectedRoster, options: ExportOptions): ExportPlan {
  const { roster } = opened.read;
  const plan = finish(
    planExport(roster, (row) => checker.problemsOf(row), {
      rows: options.validOnly ? 'valid' : 'all',
      leadersFirst: options.leadersFirst,
      passwords: !options.withoutPasswords,
      carried: false,
      excluded: opened.mapped?.excluded ?? [],
      changedBy: options.changedOnly ? (checker.comparison ?? undefined) : undefined,
    }),
  );
  return template ? followTemplate(plan, roster, templateColumns(template)) : plan;
}

function targetFor({ out, format }: ExportOptions, template: Template | null): Target {
  const hasTemplate = template !== null;
  const chosen = format ?? formatFor(basename(out), 'unicode-text', hasTemplate);
  return { path: out, format: chosen, delimiter: delimiterOf(chosen, template), hasTemplate };
}
