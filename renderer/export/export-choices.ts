import { type ExportOptions, type ExportPlan, planRows } from '../../shared/export/plan-export.ts';
import { delimiterOf, isOlder, OLDER_SENTENCE, type Template } from '../../shared/export/template.ts';
import { AT } from '../../shared/person/catalogue.ts';
import type { ExcludedRow } from '../../shared/roster/change.ts';
import type { Roster } from '../../shared/roster/roster.ts';
import { nameSome } from '../../shared/rules/messages/verdict-sentences.ts';
import { listed } from '../../shared/rules/messages/words.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import type { Verdict } from '../../shared/rules/verdict.ts';
import { WRITE_FORMATS, type WriteFormat } from '../../shared/text/formats.ts';
import { serialize } from '../../shared/text/serialize.ts';

/** What the user has chosen in the export dialog. */
export interface Choices extends Pick<ExportOptions, 'rows' | 'leadersFirst' | 'passwords'> {
  readonly format: WriteFormat;
  /** The organization's own, whose form the file is to have; null for the standard one. */
  readonly template: Template | null;
  /** Leaves out the rows of a bulk update that would change nothing. */
  readonly changedOnly: boolean;
}

/** What Agent Connect's article advises, and nothing left out. */
export const USUAL: Choices = {
  changedOnly: true,
  format: 'unicode-text',
  rows: 'all',
  leadersFirst: true,
  passwords: true,
  template: null,
};

/** The name that a file of the chosen form is offered, from the roster's. */
export function exportName(name: string, format: WriteFormat): string {
  return `${stemOf(name)}.${WRITE_FORMATS[format].extension}`;
}

function stemOf(name: string): string {
  const stem = name.replace(/\.(txt|csv|tsv|tab|xlsx|xls)$/i, '').trim();
  return stem === '' ? 'roster' : stem;
}

/** Rows of people in the preview. */
const MAX_ROWS = 8;
/** Characters of the preview, whatever the cells hold. */
const MAX_TEXT = 6000;

type Form = Pick<Choices, 'format' | 'template'>;

/** The header and the first rows of a planned file, cell by cell, but that temporary passwords are masked. */
export function previewRows(roster: Roster, plan: ExportPlan): string[][] {
  const first: string[][] = [];
  for (const row of planRows(roster, plan, 'written')) {
    first.push(first.length === 0 ? [...row] : row.map((text, place) => shown(plan, place, text)));
    if (first.length > MAX_ROWS) break;
  }
  return first;
}

/** The first lines of a planned file exactly as they will be written, but that temporary passwords are masked. */
export function previewText(roster: Roster, plan: ExportPlan, { format, template }: Form): string {
  return serialize(previewRows(roster, plan), delimiterOf(format, template)).slice(0, MAX_TEXT);
}

function shown({ columns }: ExportPlan, place: number, text: string): string {
  return text !== '' && columns[place]?.position === AT.temporaryPassword ? '••••••••' : text;
}

/** A piece of the preview: text as it stands, or a sign for something that a text editor does not show. */
interface Piece {
  readonly kind: 'text' | 'sign';
  readonly text: string;
}

const SIGNS: Readonly<Record<string, string>> = { '\t': '→\t', '\r\n': ' CR LF\n', '\n': ' LF\n' };

/** Makes the byte order mark, tabs and line ends of a preview visible; they stay where they are. */
export function markHidden(text: string, withMark: boolean): Piece[] {
  const pieces: Piece[] = withMark ? [{ kind: 'sign', text: 'BOM ' }] : [];
  for (const part of text.split(/(\t|\r\n|\n)/)) {
    const sign = SIGNS[part];
    if (sign !== undefined) pieces.push({ kind: 'sign', text: sign });
    else if (part !== '') pieces.push({ kind: 'text', text: part });
  }
  return pieces;
}

/** What becomes of rows with errors in Agent Connect, and what to do. */
export function errorsSentence(
  { refused }: Pick<Extract<Verdict, { kind: 'errors' }>, 'refused'>,
  mode: Settings['mode'],
): string {
  const done = mode === 'create' ? 'created from' : 'changed by';
  return refused === 1
    ? `Agent Connect would refuse this row. Fix it first, or leave it out: nobody can be ${done} it.`
    : `Agent Connect would refuse these rows. Fix them first, or leave them out: nobody can be ${done} them.`;
}

/** What of the roster is not in a planned file, and what else there is to know about the file, in sentences. */
export function describeOmissions(plan: ExportPlan, template: Template | null): string[] {
  const sentences: string[] = [];
  if (plan.excluded.length > 0) sentences.push(excludedSentence(plan.excluded));
  if (plan.carriedLeftOut.length > 0)
    sentences.push(
      template === null
        ? `Not in the file, because Agent Connect does not take it there: ${nameSome(plan.carriedLeftOut)}.`
        : `Not in the file, because the template has no column for it: ${nameSome(plan.carriedLeftOut)}.`,
    );
  if (template !== null && isOlder(template)) sentences.push(OLDER_SENTENCE);
  return sentences;
}

/** How many people a mapping leaves out, and why. */
function excludedSentence(excluded: readonly ExcludedRow[]): string {
  const headers = [...new Set(excluded.map(({ header }) => `“${header}”`))];
  const texts = [...new Set(excluded.map(({ text }) => `“${text}”`))];
  const one = excluded.length === 1;
  const who = one ? '1 person is' : `${excluded.length.toLocaleString('en-US')} people are`;
  return `${who} left out for what ${listed(headers)} ${headers.length === 1 ? 'says' : 'say'} (${nameSome(texts)}), and ${one ? 'goes' : 'go'} to a second file beside it.`;
}
