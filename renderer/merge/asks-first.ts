import { changesNothing } from '../../shared/mapping/apply-mapping.ts';
import { listSources } from '../../shared/mapping/list-sources.ts';
import { isIdentifier } from '../../shared/merge/merge-columns.ts';
import type { RememberedMapping } from '../../shared/mapping/mapping.ts';
import { recall, recalledMapping, shapeOf } from '../../shared/mapping/remember-mapping.ts';
import type { ReadRoster } from '../../shared/roster/read-roster.ts';

/**
 * Whether it is asked which column of a file is what before its people are compared: where such a file was mapped
 * before, two columns claim one, one holds something else than its header says, or none names the people. That columns
 * are missing is no doubt here: most files bring a few of them.
 */
export function asksFirst(mappings: readonly RememberedMapping[], read: ReadRoster): boolean {
  const { roster, columns, notices } = read;
  const remembered = recall(mappings, shapeOf(columns));
  if (remembered === null && roster.columns.carried.length === 0) return false;
  const sources = listSources(roster, columns);
  if (remembered !== null) return !changesNothing(roster, sources, recalledMapping(remembered, sources));
  if (notices.some(({ kind }) => kind === 'claimedTwice' || kind === 'contactColumn')) return true;
  return !sources.some(isIdentifier) && sources.some(({ key }) => key === null);
}
