import { basename } from 'node:path';
import { columnOf } from '../../shared/person/catalogue.ts';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { columnsOf } from '../../shared/import/mapping/assign-source.ts';
import { judgeBy } from '../../shared/import/mapping/tally-values.ts';
import { FILE_ALONE, findNamed, type FoundNamed } from '../../shared/import/mapping/find-named.ts';
import { listSources, type Source } from '../../shared/import/mapping/sources.ts';
import { type MappedRead, mapRead } from '../../shared/import/mapping/apply-mapping.ts';
import { type ColumnMapping, EXCLUDED, type MappedColumn } from '../../shared/import/mapping/mapping.ts';
import { proposeMapping } from '../../shared/import/mapping/propose-mapping.ts';
import { recall, recalledMapping, shapeOf } from '../../shared/import/mapping/remember-mapping.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import type { ReadRoster } from '../../shared/roster/read-roster.ts';
import { finish } from '../../shared/roster/sliced-work.ts';
import { localDay } from '../../shared/rules/cell-rules/calendar.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { readProfileFile } from '../organization/read-profile-file.ts';

/** The word that stands for the mapping which the window would propose. */
export const PROPOSED = 'proposed';

/** A roster whose columns were mapped, and by what. */
export interface MappedFile extends MappedRead {
  readonly sources: readonly Source[];
  readonly mapping: ColumnMapping;
  readonly named: FoundNamed;
}

/**
 * Maps the columns of a roster: as the window would propose by these settings (`proposed`), or as an exported profile has
 * it for files with the same headers; `name` is the roster’s file. Leaders who are given by name are looked for in the
 * file alone, so that an upload that is resumed finds the same. Fails where the profile cannot be read or has nothing
 * for such files.
 */
export async function mapColumns(
  read: ReadRoster,
  name: string,
  { mapping: how, resolve }: { readonly mapping: string; readonly resolve?: 'leaders' | undefined },
  settings: Settings | null,
): Promise<Result<MappedFile, Failure>> {
  const sources = listSources(read.roster, read.columns);
  const today = settings?.today ?? localDay(new Date());
  const mapping =
    settings !== null && how === PROPOSED ? success(propose(read, sources, settings)) : await recallFrom(how);
  if (!mapping.ok) return mapping;
  const taken = resolve === undefined ? mapping.value : mapping.value.map(asNamed);
  const named = finish(findNamed(read.roster, sources, mapping.value, FILE_ALONE));
  return success({ ...finish(mapRead(read, taken)), sources, mapping: taken, named });

  async function recallFrom(profilePath: string): Promise<Result<ColumnMapping, Failure>> {
    const profile = await readProfileFile(profilePath);
    if (!profile.ok) return profile;
    const remembered = recall(profile.value.profile.mappings, shapeOf(read.columns));
    return remembered === null
      ? failure(failed('profile.noMapping', { name: basename(profilePath), roster: name }))
      : success(recalledMapping(remembered, sources, today));
  }
}

/** The people whom a column names as they are named there, for those who resolve them afterwards. */
function asNamed(entry: MappedColumn): MappedColumn {
  const { from } = entry;
  return from.kind === 'person' ? { ...entry, from: { kind: 'column', column: from.column } } : entry;
}

function propose({ roster }: ReadRoster, sources: readonly Source[], settings: Settings): ColumnMapping {
  return finish(proposeMapping(roster, sources, judgeBy(settings))).mapping;
}

/** What became of the columns of a file, a line for each column of the roster that is not as it stood. */
export function* describeMapping({ sources, mapping, named, excluded }: MappedFile): Generator<string> {
  for (const entry of mapping) {
    const how = howMade(entry, sources, named);
    if (how !== null) yield `${nameOf(entry)}: ${how}`;
  }
  for (const { line, header, text } of excluded) yield `line ${line} left out: ${header} says “${text}”`;
}

/** The same for machines. */
export function mappingDocument({ sources, mapping, named }: MappedFile) {
  return mapping.map((entry) => ({
    column: entry.key,
    from: columnsOf(entry.from).map((column) => sources[column]?.header ?? ''),
    how: entry.from.kind,
    ...(entry.from.kind === 'constant' && { text: entry.from.text }),
    ...(entry.from.kind === 'by' && { rest: entry.from.rest }),
    ...(entry.from.kind === 'left' && { day: entry.from.day }),
    ...(entry.from.kind === 'person' && { given: named.given, found: named.found }),
    values: entry.values,
  }));
}

function nameOf({ key }: MappedColumn): string {
  return key === EXCLUDED ? 'Left out' : columnOf(key).header;
}

function howMade(entry: MappedColumn, sources: readonly Source[], named: FoundNamed): string | null {
  const { from, values } = entry;
  const headers = columnsOf(from).map((column) => `“${sources[column]?.header ?? ''}”`);
  const all = headers.join(' and ');
  const become = values.map(({ from: text, to }) => `“${text}” becomes “${to}”`).join(', ');
  switch (from.kind) {
    case 'constant':
      return `“${from.text}” for everybody`;
    case 'namePart':
      return `the ${from.part} name in ${all}`;
    case 'joined':
      return `${all} together${become === '' ? '' : `; ${become}`}`;
    case 'by':
      return entry.key === EXCLUDED
        ? `where ${all} says ${values.map(({ from: text }) => `“${text}”`).join(' or ')}`
        : `by ${all}: ${become}${become === '' ? '' : ', '}else “${from.rest}”`;
    case 'left': {
      const [date = '', status] = headers;
      const texts = values.map(({ from: text }) => `“${text}”`).join(' or ');
      const away = status === undefined || texts === '' ? '' : `, or where ${status} says ${texts}`;
      return `${entry.key === EXCLUDED ? '' : 'y '}where ${date} is ${from.day} or earlier${away}`;
    }
    case 'listed':
      return `y where ${all} names it`;
    case 'person':
      return `the people whom ${all} names (${named.found} of ${named.given} given by name found)`;
    case 'leads':
      return `y for the ${named.leaders} who are somebody’s Team Leader, else n`;
    case 'column':
      return become === '' && sources[from.column]?.key === entry.key
        ? null
        : `${all}${become === '' ? '' : `; ${become}`}`;
  }
}
