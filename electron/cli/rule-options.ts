import { type Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import type { Failure } from '../../shared/failures/failures.ts';
import { type Result, success } from '../../shared/failures/result.ts';
import { localDay } from '../../shared/rules/cell-rules/calendar.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { templateKeys } from '../../shared/export/template.ts';
import type { CurrentTeam } from '../../shared/person/team-member.ts';
import { readTeamFile } from '../organization/read-team-file.ts';
import type { Known } from './read-known.ts';
import { addReadingOptions, readingOptions } from './reading-options.ts';

/** The options of `addRosterOptions`, and the current team's file. */
export function addRuleOptions(command: Command): Command {
  return addRosterOptions(command).addOption(
    new Option(
      '--team <file>',
      'the current team, as saved by “Download Current Team” in Agent Connect',
    ).conflicts(['subdomain', 'baseUrl']),
  );
}

/** The options of `addRuleOptions`, and what the roster is for: to create people, or to change those of the current team. */
export function addModeOptions(command: Command): Command {
  return addRuleOptions(command).addOption(
    new Option(
      '--mode <mode>',
      'whether it is to create people or to change those of the current team in bulk',
    )
      .choices(['create', 'update'])
      .default('create'),
  );
}

/** Ends the call with a sentence where a bulk update is asked for and nothing says who is in Agent Connect. */
export function requireTeam(command: Command, { mode, team }: z.infer<typeof modeOptions>): void {
  if (mode === 'update' && team === undefined)
    command.error("required option '--team <file>' not specified: a bulk update changes the current team");
}

/**
 * The options that tell the rules what they cannot know from the roster alone, and how to read the file; every command
 * that checks a roster takes them.
 */
export function addRosterOptions(command: Command): Command {
  return addReadingOptions(command)
    .option(
      '--profile <file>',
      'an organization’s profile, exported from the window: its roles, groups, day order and template',
    )
    .option(
      '--mapping <how>',
      'proposed: map the columns as the window would propose; else a profile, exported from the window: map them as there for a file with the same headers',
    )
    .option('--roles <names>', 'the active roles, separated by commas', names)
    .option('--groups <names>', 'the groups, separated by commas', names)
    .addOption(
      new Option(
        '--day-order <order>',
        'how to read 03/04/2026 where the dates of the file do not tell',
      ).choices(['dmy', 'mdy']),
    )
    .option('--today <date>', 'the day to judge dates by, as YYYY-MM-DD (default: the local date)', date);
}

/** What commander hands over for the options of `addRosterOptions`. */
export const rosterOptions = readingOptions.extend({
  profile: z.string().optional(),
  mapping: z.string().optional(),
  roles: z.array(z.string()).optional(),
  groups: z.array(z.string()).optional(),
  dayOrder: z.enum(['dmy', 'mdy']).optional(),
  today: z.string().optional(),
});

/** What commander hands over for these options, with the rest left alone. */
export const ruleOptions = rosterOptions.extend({ team: z.string().optional() });

/** The same with what the roster is for. */
export const modeOptions = ruleOptions.extend({ mode: z.enum(['create', 'update']).default('create') });

export type RuleOptions = z.infer<typeof ruleOptions>;

/**
 * The settings of the rules for these options, what files tell of the organization, and a team that was pulled; fails if
 * the team's file cannot be read. What an option says wins over the profile.
 */
export async function settingsFrom(
  options: RuleOptions & Partial<Pick<Settings, 'mode'>>,
  { profile, template }: Known,
  pulled: CurrentTeam | null = null,
): Promise<Result<Settings, Failure>> {
  const team = options.team === undefined ? success(pulled) : await readTeamFile(options.team);
  if (!team.ok) return team;
  return success({
    today: options.today ?? localDay(new Date()),
    dayOrder: options.dayOrder ?? profile?.dayOrder ?? null,
    mode: options.mode ?? 'create',
    roles: options.roles ?? listed(profile?.roles),
    groups: options.groups ?? listed(profile?.groups),
    team: team.value,
    template: template && templateKeys(template),
  });
}

/** An empty list is one that nobody has filled. */
function listed(names: readonly string[] = []): readonly string[] | null {
  return names.length === 0 ? null : names;
}

function names(text: string, before: readonly string[] = []): string[] {
  const found = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (found.length === 0) throw new InvalidArgumentError('Name at least one.');
  return [...before, ...found];
}

function date(text: string): string {
  if (!z.iso.date().safeParse(text).success)
    throw new InvalidArgumentError('It must be a date such as 2026-03-31.');
  return text;
}
