import { columns, type FieldKind } from '../../../shared/person/catalogue.ts';
import { noteLines } from '../../../shared/person/column-notes.ts';
import { headerAt } from '../../../shared/roster/grid-layout.ts';
import { isRequired } from '../../../shared/rules/required-columns.ts';
import type { Document } from '../../app/session/document.ts';

/** The grid's id of the gutter's column. */
export const GUTTER = 'gutter';

/** The grid's id of the column at a position of `Row.cells`. */
export function columnIdOf(position: number): string {
  return `cell-${position}`;
}

/** The position in `Row.cells` that a grid's column shows; null for the gutter. */
export function positionOfColumn(columnId: string): number | null {
  return columnId.startsWith('cell-') ? Number(columnId.slice('cell-'.length)) : null;
}

type Described = Pick<Document, 'roster' | 'checker'>;

/** What a column is, what is accepted in it and whether customers see it: lines for its header's tooltip. */
export function describeColumn(document: Described, position: number): string {
  const column = columns[position];
  if (column === undefined)
    return `${headerAt(document.roster, position)}: a column that Agent Connect does not know. It is kept and saved, but not sent.`;
  const required = isRequiredAt(document, position) ? ' (required)' : '';
  return [`${column.header}${required}`, ...noteLines(column.key)].join('\n');
}

/** Whether each person must have a text in a column, as the organization's template and the roster's purpose say. */
export function isRequiredAt({ checker }: Described, position: number): boolean {
  const column = columns[position];
  return column !== undefined && isRequired(column.key, checker.settings);
}

/** What stands for a temporary password: always as long, so that it does not even tell its length. */
const MASK = '••••••••';

const SHOWN: Partial<Record<FieldKind, (text: string) => string>> = {
  password: (text) => (text === '' ? '' : MASK),
  yesNo: (text) => (text === 'y' ? '✓' : text === 'n' ? '–' : text),
  deactivated: (text) => (text === 'y' ? '✓' : text),
};

/** Characters of a text that a cell shows: more than the widest one has room for, and few enough to draw at once. */
const LONGEST_SHOWN = 5000;

/** A cell's text as the grid shows it: line breaks as a sign, y and n as marks, temporary passwords never. */
export function shownText(position: number, text: string): string {
  const field = columns[position]?.field;
  const show = field && SHOWN[field];
  if (show) return show(text);
  const start = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
  return LINE_BREAK.test(start) ? start.replace(LINE_BREAKS, ' ↵ ') : start;
}

const LINE_BREAK = /[\r\n]/;
const LINE_BREAKS = /\r\n|\r|\n/g;
