import { type ColumnKey, columns } from '../person/catalogue.ts';
import type { Notice } from '../roster/notices.ts';
import { cellAt, type Roster } from '../roster/roster.ts';
import { changesNothing } from './apply-mapping.ts';
import { isAway } from './known-words.ts';
import { isAnybodyGone } from './leaving-date.ts';
import type { Source } from './list-sources.ts';
import type { RememberedMapping } from './mapping.ts';
import { namesPeople } from './propose-mapping.ts';
import { recalledMapping } from './remember-mapping.ts';

/**
 * Whether a file’s columns must be asked about before its roster is worth a look: two claim one column, one holds
 * something else than its header says, leaders are given by name, a status or a leaving date says that somebody is gone, or a column that
 * is required is missing while others are not known. What was used for a file of the same shape answers all of that, and
 * is asked about only where it would change something.
 */
export function columnsInDoubt(
  roster: Roster,
  sources: readonly Source[],
  notices: readonly Notice[],
  remembered: RememberedMapping | null,
  today: string,
): boolean {
  if (roster.rows.length === 0) return false;
  if (remembered !== null)
    return !changesNothing(roster, sources, recalledMapping(remembered, sources, today));
  if (notices.some(({ kind }) => kind === 'claimedTwice' || kind === 'contactColumn')) return true;
  if (needWork(roster, sources) || sources.some((source) => hasGone(roster, source, today))) return true;
  return missingColumns(sources).length > 0 && sources.some((source) => isUnknownText(roster, source));
}

/** The required columns that no source stands for; an email address or an employee ID is enough. */
function missingColumns(sources: readonly Source[]): ColumnKey[] {
  const there = new Set(sources.map(({ key }) => key));
  const missing = columns.filter(({ key, required }) => required && !there.has(key)).map(({ key }) => key);
  return there.has('email') || there.has('employeeId') ? missing : [...missing, 'email'];
}

/** Whether a column that is known by its header says something else than Agent Connect takes. */
export function needWork(roster: Roster, columns: readonly Pick<Source, 'key' | 'position'>[]): boolean {
  return columns.some((column) => {
    if (column.key === 'teamLeader') return namesPeople(roster, column);
    if (column.key !== 'employmentStatus') return false;
    const texts = new Set(roster.rows.map((row) => cellAt(row, column.position).trim()));
    return [...texts].some(isAway);
  });
}

/** Whether a column that is not known has last days of people, and one of them has come. */
function hasGone(roster: Roster, source: Source, today: string): boolean {
  return source.key === null && isAnybodyGone(roster, source, today);
}

function isUnknownText({ rows }: Roster, { key, position }: Source): boolean {
  return key === null && rows.some((row) => cellAt(row, position).trim() !== '');
}
