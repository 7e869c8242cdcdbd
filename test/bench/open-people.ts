import { readSource } from '../../electron/files/read-source.ts';
import { createRosterReader, type ReadRoster } from '../../shared/roster/read-roster.ts';
import { check, type Checker } from '../../shared/rules/checker.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { detectDelimiter } from '../../shared/text/dialect.ts';
import { createTextParser } from '../../shared/text/parse-text.ts';
import { TEXT_SLICE } from '../../shared/text/plain-text.ts';
import { teamOf } from './team-of.ts';

/** What the roster is for: new people, or a bulk update of a current team whose people these are. */
export type OpenedFor = Settings['mode'];

/** The settings of the benchmarks: a fixed day, nothing known of the organization. */
const SETTINGS: Settings = {
  today: '2026-06-30',
  dayOrder: null,
  mode: 'create',
  roles: null,
  groups: null,
  team: null,
  template: null,
};

/** A roster that is ready for editing. */
interface OpenPeople {
  readonly read: ReadRoster;
  readonly checker: Checker;
}

/** Opens a file all the way, as the window does: read, decode, parse in slices, map, check, build the indexes. */
export async function openPeople(path: string, mode: OpenedFor = 'create'): Promise<OpenPeople> {
  const read = await readPeople(path);
  const team = mode === 'update' ? teamOf(read.roster) : null;
  return { read, checker: check(read.roster, { ...SETTINGS, mode, team }) };
}

async function readPeople(path: string): Promise<ReadRoster> {
  const source = await readSource(path);
  if (!source.ok) throw new Error(source.failure.code);
  const { text } = source.value;
  const parser = createTextParser(detectDelimiter(text));
  const reader = createRosterReader(path);
  for (let from = 0; from < text.length; from += TEXT_SLICE)
    reader.add(parser.push(text.slice(from, from + TEXT_SLICE)));
  reader.add(parser.end());
  const read = reader.finish(parser.problems);
  if (!read.ok) throw new Error(read.failure.code);
  return read.value;
}
