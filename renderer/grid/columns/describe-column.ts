import { columns } from '../../../shared/person/catalogue.ts';
import { noteLines } from '../../../shared/person/column-notes.ts';
import { isRequired } from '../../../shared/rules/required-columns.ts';
import type { Document } from '../../app/session/document.ts';
import { headerAt } from './header-at.ts';

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
