import { AT } from '../person/catalogue.ts';
import type { Row } from '../roster/roster.ts';
import { inSlices, type SlicedWork } from '../roster/sliced-work.ts';
import { YES } from '../rules/assumptions.ts';
import { isBlank } from '../rules/cell-rules/clean-text.ts';
import { CellRules } from '../rules/column-rules.ts';
import { severityOf } from '../rules/rules.ts';
import type { Settings } from '../rules/settings.ts';
import { shortened } from './list-sources.ts';
import type { TextOf } from './make-text.ts';
import { EXCLUDED, type MappedKey } from './mapping.ts';

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

/** Rows between two pauses. */
const ROWS = 2000;

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
