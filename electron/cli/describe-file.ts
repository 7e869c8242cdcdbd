import { noticeSentence } from '../../shared/roster/notices.ts';
import type { OpenedRoster } from './open-roster.ts';
import { countOf } from './print-problems.ts';
import { showText } from './show-text.ts';

const DELIMITERS = { '\t': 'tabs', ',': 'commas', ';': 'semicolons', '|': 'vertical bars' } as const;

/** What was understood of a file, and each notice about it, one a line. */
export function* describeFile({ name, read, form, delimiter }: OpenedRoster): Generator<string> {
  const people = countOf(read.roster.rows.length, 'row');
  const what =
    form.kind === 'workbook'
      ? `sheet “${form.sheet}”`
      : `${form.encoding.toUpperCase()}${form.bom ? '' : ' without byte order mark'}, ${DELIMITERS[delimiter ?? '\t']}`;
  yield `${showText(`${name}: ${people}, ${what}`)}\n`;
  for (const notice of read.notices) yield `  ${showText(noticeSentence(notice))}\n`;
}
