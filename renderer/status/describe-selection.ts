import { columnOf, keyAt } from '../../shared/columns/catalogue.ts';
import { lineOf } from '../../shared/roster/roster.ts';
import type { Document, Selection } from '../session/state.ts';

/** What is selected, in a few words: “Line 3, Email Address” or “4 rows selected”; empty for nothing. */
export function describeSelection(document: Document, selection: Selection | null): string {
  if (selection === null) return '';
  const { roster } = document;
  const anchor = roster.byId.get(selection.anchor.row);
  const head = roster.byId.get(selection.head.row);
  if (!anchor || !head) return '';
  const rows = Math.abs(anchor.index - head.index) + 1;
  if (selection.kind === 'columns')
    return selection.anchor.position === selection.head.position
      ? `${headerAt(document, selection.head.position)}, the whole column`
      : 'Several columns selected';
  if (selection.kind === 'rows')
    return rows === 1 ? `Line ${count(lineOf(head))}` : `${count(rows)} rows selected`;
  const isOne = rows === 1 && selection.anchor.position === selection.head.position;
  if (isOne) return `Line ${count(lineOf(head))}, ${headerAt(document, selection.head.position)}`;
  return `${count(rows)} ${rows === 1 ? 'row' : 'rows'} selected`;
}

function headerAt({ roster }: Document, position: number): string {
  const key = keyAt(position);
  if (key !== null) return columnOf(key).header;
  return roster.columns.carried.find((column) => column.position === position)?.header ?? '';
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
