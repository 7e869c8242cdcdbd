import { AT } from '../../shared/person/catalogue.ts';
import { type ExportPlan, planRows } from '../../shared/export/plan-export.ts';
import { delimiterOf } from '../../shared/export/template.ts';
import type { Roster } from '../../shared/roster/roster.ts';
import { serialize } from '../../shared/text/serialize.ts';
import type { Choices } from './choices.ts';

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
export interface Piece {
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
