import { columns } from '../../../../shared/person/catalogue.ts';
import { applyMapping } from '../../../../shared/import/mapping/apply-mapping.ts';
import type { Judge } from '../../../../shared/import/mapping/tally-values.ts';
import { listSources, type Source } from '../../../../shared/import/mapping/sources.ts';
import type { ColumnMapping } from '../../../../shared/import/mapping/mapping.ts';
import { applyChange, type Change } from '../../../../shared/roster/change.ts';
import { createRosterReader, type ReadRoster } from '../../../../shared/roster/read-roster.ts';
import { cellAt, type Roster } from '../../../../shared/roster/roster.ts';
import { finish } from '../../../../shared/roster/sliced-work.ts';
import { CellRules } from '../../../../shared/rules/column-rules.ts';
import type { Settings } from '../../../../shared/rules/settings.ts';
import { SETTINGS } from '../../rules/build-roster.ts';

/** A roster read from the rows of a file, the header first, with its sources. */
export function openSources(
  header: readonly string[],
  ...rows: readonly (readonly string[])[]
): ReadRoster & { readonly sources: readonly Source[] } {
  const reader = createRosterReader('people.csv');
  reader.add([header, ...rows]);
  const read = reader.finish();
  if (!read.ok) throw new Error(read.failure.code);
  return { ...read.value, sources: listSources(read.value.roster, read.value.columns) };
}

/** Maps a roster at once and answers the change. */
export function map(roster: Roster, sources: readonly Source[], mapping: ColumnMapping): Change {
  const change = finish(applyMapping(roster, sources, mapping));
  finish(applyChange(roster, change));
  return change;
}

export function judgeWith(some: Partial<Settings> = {}): Judge {
  const settings = { ...SETTINGS, ...some };
  return { settings, rules: new CellRules(settings, () => null) };
}

/** All texts of a roster as they are seen: by header and row; columns without text are left out. */
export function tableOf({ rows, columns: { carried, optional } }: Roster): Record<string, string[]> {
  const known = columns.flatMap(({ key, header, standard }, position) =>
    standard || optional.includes(key) ? [{ header, position }] : [],
  );
  const all = [...known, ...carried].map(
    ({ header, position }) => [header, rows.map((row) => cellAt(row, position))] as const,
  );
  return Object.fromEntries(all.filter(([, texts]) => texts.some((text) => text !== '')));
}
