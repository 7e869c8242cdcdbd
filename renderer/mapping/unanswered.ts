import { columns } from '../../shared/person/catalogue.ts';
import { matchHeaders } from '../../shared/person/match-headers.ts';
import { columnsOf, isDecision, useOf } from '../../shared/mapping/assign-source.ts';
import type { Fit } from '../../shared/mapping/count-fit.ts';
import type { Source } from '../../shared/mapping/list-sources.ts';
import {
  columnEntries,
  type ColumnEntry,
  type ColumnMapping,
  type MappedColumn,
  type MappedKey,
} from '../../shared/mapping/mapping.ts';
import { isChoice } from '../../shared/mapping/tally-values.ts';

/** Something that the user has not said yet, and the id of the control where they say it. */
export interface Unanswered {
  readonly id: string;
  readonly text: string;
}

/** The id of the control that says what a source becomes. */
export function sourceId({ position }: Source): string {
  return `mapping-source-${position}`;
}

/** The id of the control that says what a column is made of. */
export function madeId(target: MappedKey): string {
  return `mapping-made-${target}`;
}

/**
 * What still needs an answer: required columns that nothing is made of, headers that name a column which another has,
 * and texts of choices that mean nothing yet. Cells that are only mistyped are no question about columns.
 */
export function findUnanswered(
  sources: readonly Source[],
  mapping: ColumnMapping,
  fits: ReadonlyMap<MappedColumn, Fit>,
): Unanswered[] {
  return [
    ...missingOf(mapping, sources),
    ...sources.flatMap((source, index) => claimOf(source, useOf(mapping, index).kind === 'none')),
    ...columnEntries(mapping).flatMap((entry) => unfitOf(entry, sources, fits.get(entry))),
  ];
}

function missingOf(mapping: ColumnMapping, sources: readonly Source[]): Unanswered[] {
  const isMade = ({ from }: MappedColumn): boolean => from.kind !== 'constant' || from.text !== '';
  const there = new Set<MappedKey>(mapping.filter(isMade).map(({ key }) => key));
  const missing = columns.filter(({ key, required }) => required && !there.has(key));
  const [first] = sources.filter((_, index) => useOf(mapping, index).kind === 'none');
  const answers = missing.map(({ key, header }) => ({
    // A name is in a column of the file or nowhere.
    id: (key === 'firstName' || key === 'lastName') && first ? sourceId(first) : madeId(key),
    text: header,
  }));
  if (there.has('email') || there.has('employeeId')) return answers;
  return [...answers, { id: first ? sourceId(first) : '', text: 'Email Address or Employee ID' }];
}

function claimOf(source: Source, isUnused: boolean): Unanswered[] {
  const claims = isUnused && source.key === null ? matchHeaders([source.header])[0]?.claims : null;
  const column = columns.find(({ key }) => key === claims);
  return column ? [{ id: sourceId(source), text: `“${source.header}”, another ${column.header}` }] : [];
}

function unfitOf(entry: ColumnEntry, sources: readonly Source[], fit: Fit | undefined): Unanswered[] {
  const source = sources[columnsOf(entry.from)[0] ?? -1];
  // Of a list of channels one entry speaks for all three.
  const isOneOfThree = entry.from.kind === 'listed' && entry.key !== 'phoneChannel';
  const isAsked = isChoice(entry.key) && !isDecision(entry.from) && !isOneOfThree;
  if (!isAsked || source === undefined || fit === undefined || fit.fits === fit.filled) return [];
  const count = fit.filled - fit.fits;
  return [
    {
      id: sourceId(source),
      text: `“${source.header}”: ${count.toLocaleString('en-US')} ${count === 1 ? 'text' : 'texts'} not understood`,
    },
  ];
}
