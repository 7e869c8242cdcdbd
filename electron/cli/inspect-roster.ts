import type { CurrentTeam } from '../../shared/current-team/current-team.ts';
import type { Failure } from '../../shared/failures.ts';
import { type Result, success } from '../../shared/result.ts';
import { check, type Checker } from '../../shared/rules/checker.ts';
import { type OpenedRoster, openRoster, type Watch } from './open-roster.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { settingsFrom } from './rule-options.ts';

/** A roster that was opened and checked. */
export interface InspectedRoster {
  readonly opened: OpenedRoster;
  readonly checker: Checker;
  /** What the options have told the rules. */
  readonly settings: Settings;
}

/** Opens the file and checks it by the options; fails if it or the current team's file cannot be read. */
export async function inspectRoster(
  file: string,
  options: Parameters<typeof settingsFrom>[0],
  pulled: CurrentTeam | null = null,
  watch?: Watch,
): Promise<Result<InspectedRoster, Failure>> {
  const settings = await settingsFrom(options, pulled);
  if (!settings.ok) return settings;
  const opened = await openRoster(file, options, watch);
  if (!opened.ok) return opened;
  const checker = check(opened.value.read.roster, settings.value);
  return success({ opened: opened.value, checker, settings: settings.value });
}
