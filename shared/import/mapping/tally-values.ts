import { AT, type ColumnKey, columnOf, type FieldKind } from '../../person/catalogue.ts';
import { cellAt, type Row } from '../../roster/roster.ts';
import { inSlices, type SlicedWork } from '../../roster/sliced-work.ts';
import { YES } from '../../rules/assumptions.ts';
import { comparable, isBlank } from '../../rules/cell-rules/clean-text.ts';
import { formatGroups } from '../../rules/cell-rules/groups.ts';
import { CellRules } from '../../rules/column-rules.ts';
import { severityOf } from '../../rules/rules.ts';
import type { Settings } from '../../rules/settings.ts';
import { isDecision } from './assign-source.ts';
import { channelsOf, listEntries, standingOf } from './known-words.ts';
import { namesIn, textMaker, type TextOf } from './make-text.ts';
import { EXCLUDED, MAX_REMEMBERED_LENGTH, type MappedColumn, type MappedKey, MAX_MAPPED } from './mapping.ts';
import { shortened, type Source } from './sources.ts';

/** One of the different texts of a column, or one of the names of its groups. */
export interface ValueCount {
  /** Without spaces around it; empty for the rows that have none. */
  readonly text: string;
  readonly count: number;
  readonly fits: boolean;
  /** What the rules take it for; `safe` where nothing else can be meant. */
  readonly meant: { readonly to: string; readonly safe: boolean } | null;
}

/** The different texts of a column: those that nobody can tell first, those that fit last, then the most frequent. */
export interface ValueTally {
  readonly values: readonly ValueCount[];
  /** Whether there are more than can be mapped one by one. */
  readonly isCut: boolean;
}

/** Columns that have a few texts for all. */
const CHOICES: ReadonlySet<FieldKind> = new Set([
  'role',
  'yesNo',
  'employmentStatus',
  'licenseType',
  'deactivated',
  'groups',
]);

/** Whether everyone has one of a few texts in a column, so that they can be mapped one by one. */
export function isChoice(key: MappedKey): boolean {
  return key === EXCLUDED || CHOICES.has(columnOf(key).field);
}

/** Rows between two pauses. */
const ROWS = 2000;

/**
 * Counts the different texts of a choice column before any of them is mapped: of the column that decides, where one
 * does, and of a list its entries.
 */
export function* tallyValues(
  rows: readonly Row[],
  entry: MappedColumn,
  sources: readonly Source[],
  judge: Judge,
): SlicedWork<ValueTally> {
  const { key, from } = entry;
  const column = deciderOf(from);
  const position = column === null ? undefined : sources[column]?.position;
  const made = textMaker({ ...entry, values: [] }, sources);
  const textOf = position === undefined ? made : (row: Row) => cellAt(row, position);
  const ofGroups = key === 'groups' && position === undefined;
  const counts = new Map<string, number>();
  let isCut = false;
  const count = (text: string): void => {
    const before = counts.get(text) ?? 0;
    if (before === 0 && counts.size === MAX_MAPPED) isCut = true;
    else counts.set(text, before + 1);
  };
  yield* inSlices(rows, ROWS, (row) => {
    const text = textOf(row);
    if (ofGroups) namesIn(text).forEach(count);
    else if (from.kind === 'listed') listEntries(text).forEach(count);
    else count(comparable(text).slice(0, MAX_REMEMBERED_LENGTH));
  });
  const values = [...counts].map(([text, times]) => judged(entry, text, times, judge));
  return { values: values.sort((a, b) => rankOf(a) - rankOf(b) || b.count - a.count), isCut };
}

/** The source whose texts are counted as they are, rather than what is made of them; null for none. */
function deciderOf(from: MappedColumn['from']): number | null {
  if (from.kind === 'left') return from.by;
  return from.kind === 'by' || from.kind === 'listed' ? from.column : null;
}

function rankOf({ fits, meant }: ValueCount): number {
  return fits ? 2 : meant?.safe === true ? 1 : 0;
}

function judged({ key, from }: MappedColumn, text: string, count: number, judge: Judge): ValueCount {
  if (from.kind === 'listed') return { text, count, fits: channelsOf(text) !== null, meant: null };
  if (key === EXCLUDED || isDecision(from)) return { text, count, fits: true, meant: null };
  const ofGroups = key === 'groups';
  const cell = ofGroups ? formatGroups([text]) : text;
  const fits = fitsColumn(key, cell, judge);
  const [fix] = fits ? [] : judge.rules.check(AT[key], cell).flatMap(({ fixes }) => fixes);
  if (fix === undefined) return { text, count, fits, meant: withoutMeaning(key, text) };
  const to = ofGroups ? (namesIn(fix.to)[0] ?? '') : fix.to;
  return { text, count, fits, meant: { to, safe: fix.safe } };
}

/** “Active” and “on leave” say nothing of full time or part time: the cell is empty then. */
function withoutMeaning(key: ColumnKey, text: string): ValueCount['meant'] {
  return key === 'employmentStatus' && standingOf(text) !== null ? { to: '', safe: true } : null;
}

/** The texts that can only mean one thing, as values of a mapping. */
export function sureValues({ values }: ValueTally): MappedColumn['values'] {
  return values.flatMap(({ text, meant }) => (meant?.safe === true ? [{ from: text, to: meant.to }] : []));
}

/** What texts are judged by: the rules of each column's cells, and what is known beside the roster. */
export interface Judge {
  readonly rules: CellRules;
  readonly settings: Settings;
}

/** What the texts of a file are judged by under some settings. */
export function judgeBy(settings: Settings): Judge {
  return { settings, rules: new CellRules(settings, () => settings.dayOrder) };
}

/** How many texts of a column fit the rules of its cells. */
export interface Fit {
  /** Rows with a text. */
  readonly filled: number;
  readonly fits: number;
  /** Rows with `y`. */
  readonly yes: number;
  /** The first text that does not fit, as it can be shown; null where all fit, and in a secret column. */
  readonly unfit: string | null;
}

/** Counts how many texts fit a column of the roster; each different text is judged once. */
export function* countFit(
  rows: readonly Row[],
  key: MappedKey,
  textOf: TextOf,
  judge: Judge,
): SlicedWork<Fit> {
  const found = { filled: 0, fits: 0, yes: 0 };
  const unfit: string[] = [];
  yield* inSlices(rows, ROWS, (row) => {
    const text = textOf(row);
    if (isBlank(text)) return;
    found.filled += 1;
    if (text === YES) found.yes += 1;
    if (fitsColumn(key, text, judge)) found.fits += 1;
    else if (unfit.length === 0) unfit.push(text);
  });
  const [first] = key === 'temporaryPassword' ? [] : unfit;
  return { ...found, unfit: first === undefined ? null : shortened(first) };
}

/** A name of several words, where an address or an ID belongs. */
const WORDS = /\S\s+\S/;

/** Whether Agent Connect would take a text in a column, as far as the text alone tells. */
export function fitsColumn(key: MappedKey, text: string, { rules, settings }: Judge): boolean {
  if (key === EXCLUDED) return true;
  if (key === 'teamLeader' && WORDS.test(text)) return false;
  return rules.check(AT[key], text).every(({ code }) => severityOf(code, settings) !== 'error');
}
