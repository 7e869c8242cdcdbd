import { noticeSentence, standingNotices } from '../../shared/roster/notices.ts';
import { encodingSentence, sheetCount, type SourceForm, whySheet } from '../../shared/text/source-form.ts';
import { ENCODINGS } from '../../shared/text/encodings.ts';
import { delimiterNames } from '../../shared/text/formats.ts';
import type { OpenedRoster } from './open-roster.ts';
import { describeMapping } from './map-columns.ts';
import { countOf } from './print-problems.ts';
import { showText } from './show-text.ts';

/** Where columns can be named for the command line, as the end of a sentence. */
const COLUMNS = 'under Columns… in the window, export its profile there, and give it with --profile.';

/** What was understood of a file, and each notice about it, one a line. */
export function* describeFile({ name, read, form, delimiter, mapped }: OpenedRoster): Generator<string> {
  const people = countOf(read.roster.rows.length, 'row');
  const what =
    form.kind === 'workbook'
      ? `sheet “${form.sheet}”`
      : `${describeEncoding(form)}, ${delimiterNames(delimiter ?? '\t')}`;
  yield `${showText(`${name}: ${people}, ${what}`)}\n`;
  const doubt = encodingSentence(form);
  if (doubt !== null) yield `  ${showText(`${doubt} ${otherEncodings(form)}`)}\n`;
  const sheets = describeSheets(form);
  if (sheets !== null) yield `  ${showText(sheets)}\n`;
  for (const notice of standingNotices(read.notices, read.roster.columns))
    yield `  ${showText(noticeSentence(notice, COLUMNS))}\n`;
  if (mapped) for (const line of describeMapping(mapped)) yield `  ${showText(line)}\n`;
}

function describeEncoding({ encoding, bom }: Extract<SourceForm, { kind: 'text' }>): string {
  const { kind, name } = ENCODINGS[encoding];
  return kind === 'legacy' ? name : `${encoding.toUpperCase()}${bom ? '' : ' without byte order mark'}`;
}

function otherEncodings(form: SourceForm): string {
  const others = form.kind === 'text' ? form.others : [];
  return others.length === 0 ? '' : `If names are misspelled, try --encoding ${others.join(', ')}.`;
}

/** Which sheets there are beside the one that was read, and why that; null where there are none. */
function describeSheets(form: SourceForm): string | null {
  if (form.kind !== 'workbook' || form.sheets.length + form.hidden.length === 1) return null;
  const others = [...form.sheets, ...form.hidden].filter((name) => name !== form.sheet);
  const why = whySheet(form);
  return `The workbook has ${sheetCount(form)}.${why === null ? '' : ` ${why}`} For another, say --sheet ${others.join(', ')}.`;
}
