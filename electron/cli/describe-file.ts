import type { SourceForm } from '../../shared/contract.ts';
import { noticeSentence } from '../../shared/roster/notices.ts';
import { encodingSentence } from '../../shared/text/encoding-sentence.ts';
import { ENCODINGS } from '../../shared/text/encodings.ts';
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
      : `${describeEncoding(form)}, ${DELIMITERS[delimiter ?? '\t']}`;
  yield `${showText(`${name}: ${people}, ${what}`)}\n`;
  const doubt = encodingSentence(form);
  if (doubt !== null) yield `  ${showText(`${doubt} ${otherEncodings(form)}`)}\n`;
  for (const notice of read.notices) yield `  ${showText(noticeSentence(notice))}\n`;
}

function describeEncoding({ encoding, bom }: Extract<SourceForm, { kind: 'text' }>): string {
  const { kind, name } = ENCODINGS[encoding];
  return kind === 'legacy' ? name : `${encoding.toUpperCase()}${bom ? '' : ' without byte order mark'}`;
}

function otherEncodings(form: SourceForm): string {
  const others = form.kind === 'text' ? form.others : [];
  return others.length === 0 ? '' : `If names are misspelled, try --encoding ${others.join(', ')}.`;
}
