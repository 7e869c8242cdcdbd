import {
  columnsOf,
  isDecision,
  type SourceUse,
  useOf,
} from '../../../shared/import/mapping/assign-source.ts';
import { type Fit, isChoice } from '../../../shared/import/mapping/tally-values.ts';
import type { FoundNamed } from '../../../shared/import/mapping/find-named.ts';
import { shortened, type Source } from '../../../shared/import/mapping/sources.ts';
import {
  columnEntries,
  type ColumnEntry,
  type ColumnMapping,
  type MappedColumn,
  type MappedKey,
} from '../../../shared/import/mapping/mapping.ts';
import { type ColumnKey, columnOf, columns } from '../../../shared/person/catalogue.ts';
import { matchHeaders } from '../../../shared/person/match-headers.ts';

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

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What a source can be used for, as a list to choose from; each says what it would take the place of. */
export function sourceChoices(mapping: ColumnMapping, sources: readonly Source[], index: number) {
  const headersOf = (entry: MappedColumn): string => {
    // What another column only decides gives way without a word: it is not lost.
    const others = isDecision(entry.from) ? [] : columnsOf(entry.from).filter((column) => column !== index);
    const [only, ...more] = others;
    if (only === undefined) return '';
    return more.length === 0 ? `“${shortHeader(sources[only]?.header ?? '')}”` : `${others.length} others`;
  };
  const items = columns.flatMap(({ key, header, short = header }): Choice[] => {
    const others = mapping.filter((entry) => entry.key === key).map(headersOf);
    const [other = ''] = others;
    if (other === '') return [{ value: valueOf({ kind: 'column', key }), label: header }];
    const joined = { value: valueOf({ kind: 'joined', key }), label: `${short} with ${other}` };
    if (columnOf(key).field === 'groups') return [joined];
    const instead = { value: valueOf({ kind: 'column', key }), label: `${header} instead of ${other}` };
    return canJoin(key) ? [instead, joined] : [instead];
  });
  return [
    { value: valueOf({ kind: 'none' }), label: 'Not needed' },
    { value: valueOf({ kind: 'name' }), label: 'First and last name' },
    { value: valueOf({ kind: 'channels' }), label: 'Phone, chat and email' },
    { group: 'A column of Agent Connect', items },
  ];
}

/** Characters of a header in a list of choices, which is as wide as a short name. */
const LONGEST_HEADER = 16;

/** A header as it is named in a list of choices. */
export function shortHeader(header: string): string {
  return header.length > LONGEST_HEADER ? `${header.slice(0, LONGEST_HEADER - 1)}…` : header;
}

/** Columns whose texts make sense with others after them. */
function canJoin(key: ColumnKey): boolean {
  const { field } = columnOf(key);
  return field === 'text' || field === 'longText';
}

/** The value of a choice. */
export function valueOf(use: SourceUse): string {
  return 'key' in use ? `${use.kind} ${use.key}` : use.kind;
}

/** The choice of a value. */
export function chosenUse(value: string): SourceUse {
  const [kind, name] = value.split(' ');
  const key = columns.find((column) => column.key === name)?.key;
  if (key !== undefined && (kind === 'column' || kind === 'joined')) return { kind, key };
  return { kind: kind === 'name' || kind === 'channels' ? kind : 'none' };
}

interface SaidFit {
  readonly text: string;
  readonly isWhole: boolean;
  readonly example: string | null;
}

/** How many texts fit, in a few words; null while it is counted. */
export function sayFit(fits: readonly Fit[]): SaidFit | null {
  const worst = fits.toSorted((a, b) => a.fits - a.filled - (b.fits - b.filled))[0];
  if (worst === undefined) return null;
  const { filled, fits: fit, unfit } = worst;
  const isWhole = fit === filled;
  const example = unfit === null ? null : `Not “${unfit}”.`;
  if (filled === 0) return { text: 'No text', isWhole: true, example };
  const text = isWhole ? `All ${count(filled)} fit` : `${count(fit)} of ${count(filled)} fit`;
  return { text, isWhole, example };
}

/** In how many rows a list names phone, chat and email, in this order; null while that is counted. */
export function sayListed(fits: readonly Fit[]): SaidFit | null {
  const said = sayFit(fits);
  const [phone, chat, email] = fits;
  if (said === null || phone === undefined || chat === undefined || email === undefined) return null;
  const text = `Phone ${count(phone.yes)}, chat ${count(chat.yes)}, email ${count(email.yes)}`;
  return said.isWhole ? { ...said, text } : { ...said, text: `${text}; ${said.text}` };
}

/** How many leaders who are given by name were found. */
export function sayNamed({
  given,
  found,
  unfound,
}: Pick<FoundNamed, 'given' | 'found' | 'unfound'>): SaidFit {
  const [first] = unfound;
  return {
    text: `Given by name: ${found === given ? `all ${count(given)}` : `${count(found)} of ${count(given)}`} found`,
    isWhole: found === given,
    example: first === undefined ? null : `Not “${shortened(first.text)}”.`,
  };
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
