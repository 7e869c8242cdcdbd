import { basename } from 'node:path';
import { failed, type Failure } from '../../shared/failures.ts';
import { applyMapping } from '../../shared/mapping/apply-mapping.ts';
import { listSources } from '../../shared/mapping/list-sources.ts';
import { recall, recalledMapping, shapeOf } from '../../shared/mapping/remember-mapping.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import { apply } from '../../shared/roster/apply.ts';
import type { ReadRoster } from '../../shared/roster/read-roster.ts';
import { finish } from '../../shared/roster/sliced-work.ts';
import { readProfileFile } from '../organization/read-profile-file.ts';

/**
 * Maps the columns of a roster as an exported profile has it for files with the same headers; `name` is the roster's
 * file. Fails where the profile cannot be read or has nothing for such files.
 */
export async function mapColumns(
  read: ReadRoster,
  name: string,
  profilePath: string,
): Promise<Result<ReadRoster, Failure>> {
  const profile = await readProfileFile(profilePath);
  if (!profile.ok) return profile;
  const { roster, columns } = read;
  const remembered = recall(profile.value.profile.mappings, shapeOf(columns));
  if (remembered === null)
    return failure(failed('profile.noMapping', { name: basename(profilePath), roster: name }));
  const sources = listSources(roster, columns);
  apply(roster, finish(applyMapping(roster, sources, recalledMapping(remembered, sources))));
  const after = new Map(listSources(roster, columns).map((source) => [source.place, source]));
  const mapped = columns.map((column, place) => ({ ...column, key: after.get(place)?.key ?? null }));
  return success({ ...read, columns: mapped });
}
