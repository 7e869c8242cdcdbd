import { withOptionals } from '../../shared/roster/edits.ts';
import type { Failure } from '../../shared/failures/failures.ts';
import { type Result, success } from '../../shared/failures/result.ts';
import type { CurrentTeam } from '../../shared/person/team-member.ts';
import { check, type Checker } from '../../shared/rules/checker.ts';
import { mapColumns } from './map-columns.ts';
import { type OpenedRoster, openRoster, type Watch } from './open-roster.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { type Known, readKnown } from './read-known.ts';
import type { ReadingOptions } from './reading-options.ts';
import { settingsFrom } from './rule-options.ts';

/** A roster that was opened and checked. */
export interface InspectedRoster {
  readonly opened: OpenedRoster;
  readonly checker: Checker;
  /** What the options have told the rules. */
  readonly settings: Settings;
  /** The template in whose form the roster is to be written; null for the standard one. */
  readonly template: Known['template'];
}

/** What is said of the columns of a file. */
interface MappingOptions {
  readonly mapping?: string | undefined;
  /** Leaders who are given by name are left to this, which says who each of them is. */
  readonly resolve?: 'leaders' | undefined;
}

/** Opens a file and maps its columns as `--mapping` says; fails if one of the files cannot be read. */
export async function openAndMap(
  file: string,
  options: ReadingOptions & MappingOptions,
  settings: Settings | null,
  watch?: Watch,
): Promise<Result<OpenedRoster, Failure>> {
  const opened = await openRoster(file, options, watch);
  if (!opened.ok || options.mapping === undefined) return opened;
  const { read, name } = opened.value;
  const mapped = await mapColumns(read, name, { ...options, mapping: options.mapping }, settings);
  if (!mapped.ok) return mapped;
  return success({ ...opened.value, read: mapped.value.read, mapped: mapped.value });
}

/**
 * Opens the file and checks it by the options; fails if it or the current team's, the profile's or the template's
 * file cannot be read.
 */
export async function inspectRoster(
  file: string,
  options: Parameters<typeof settingsFrom>[0] & Parameters<typeof readKnown>[0] & MappingOptions,
  pulled: CurrentTeam | null = null,
  watch?: Watch,
): Promise<Result<InspectedRoster, Failure>> {
  const known = await readKnown(options);
  if (!known.ok) return known;
  const settings = await settingsFrom(options, known.value, pulled);
  if (!settings.ok) return settings;
  const opened = await openAndMap(file, options, settings.value, watch);
  if (!opened.ok) return opened;
  const { roster } = opened.value.read;
  roster.columns = withOptionals(roster.columns, settings.value.template ?? []);
  const checker = check(roster, settings.value);
  const { template } = known.value;
  return success({ opened: opened.value, checker, settings: settings.value, template });
}
