import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { readCurrentTeam } from '../../shared/team/current-team.ts';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import type { CurrentTeam } from '../../shared/person/team-member.ts';
import { createRosterReader } from '../../shared/roster/read-roster.ts';
import type { SlicedWork } from '../../shared/roster/sliced-work.ts';
import { resolveDialect, TABS } from '../../shared/text/dialect.ts';
import { createTextParser } from '../../shared/text/parse-text.ts';
import { readSource } from '../files/read-source.ts';

/** Characters parsed between two pauses: some milliseconds of a process that has a window to serve. */
const SLICE = 1 << 17;

/**
 * Reads the file of “Download Current Team”; the time of its last change is taken for the team's. Fails as opening a
 * roster does, and with `team.noPeople`.
 */
export async function readTeamFile(
  path: string,
  signal?: AbortSignal,
): Promise<Result<CurrentTeam, Failure>> {
  const source = await readSource(path, signal === undefined ? {} : { signal });
  if (!source.ok) return source;
  const { text, form } = source.value;
  const name = basename(path);
  const { delimiter, quote, wrapped } = form.kind === 'workbook' ? TABS : resolveDialect(text);
  const parser = createTextParser(delimiter, quote, wrapped);
  const reader = createRosterReader(name);
  for (let from = 0; from < text.length; from += SLICE) {
    reader.add(parser.push(text.slice(from, from + SLICE)));
    await breathe();
  }
  reader.add(parser.end());
  const read = reader.finish(parser.problems);
  if (!read.ok) return read;
  const { mtime } = await stat(path);
  const team = await breathing(readCurrentTeam(read.value, mtime.toISOString()));
  return team.people.length === 0 ? failure(failed('team.noPeople', { name })) : success(team);
}

/** Runs sliced work with a pause after each slice. */
async function breathing<Value>(work: SlicedWork<Value>): Promise<Value> {
  for (;;) {
    const slice = work.next();
    if (slice.done === true) return slice.value;
    await breathe();
  }
}
