import type { ColumnFilter, ProblemFilter, RowFilter } from '../../shared/find/row-filter.ts';
import { ordinalOf } from '../../shared/find/found-cells.ts';
import { columnOf } from '../../shared/person/catalogue.ts';
import { headerAt } from '../../shared/roster/grid-layout.ts';
import type { Roster } from '../../shared/roster/roster.ts';
import { titleOf } from '../../shared/rules/messages.ts';
import { displayedIn } from '../app/session/displayed-rows.ts';
import type { CellPlace, Document } from '../app/session/document.ts';
import type { Find } from './find-state.ts';

/** What a search has come to, in a few words; rows that a filter hides are not searched, which is said. */
export function describeOutcome(
  { found, progress, query }: Pick<Find, 'found' | 'progress' | 'query'>,
  document: Pick<Document, 'roster' | 'shown'>,
  anchor: CellPlace | null,
): string {
  if (progress.kind === 'failed') return progress.why;
  if (query.text === '') return '';
  if (progress.kind === 'searching') return 'Searching…';
  const where = document.shown === null ? '' : ' in the rows shown';
  if (found.count === 0) return `Nothing found${where}`;
  const total = found.count.toLocaleString('en-US');
  const current = anchor === null ? 0 : ordinalOf(found, displayedIn(document), anchor);
  return current === 0 ? `${total} found${where}` : `${current.toLocaleString('en-US')} of ${total}${where}`;
}

/** What a filter asks of rows, such as “Role: Agent · Email Address contains “acme” · with errors”. */
export function describeFilter(
  roster: Pick<Roster, 'columns'>,
  { columns, problems, changed }: RowFilter,
): string {
  const parts = Array.from(columns, ([position, column]) =>
    describeColumn(headerAt(roster, position), column),
  );
  if (changed) parts.push('changed rows');
  if (problems !== null) parts.push(describeProblems(problems));
  return parts.join(' · ');
}

function describeColumn(header: string, { contains, values }: ColumnFilter): string {
  const text = contains === '' ? '' : ` contains “${contains}”`;
  if (values === null) return `${header}${text}`;
  const [only] = values;
  const which =
    values.size === 1
      ? only === ''
        ? 'empty'
        : (only ?? '')
      : `${values.size.toLocaleString('en-US')} values`;
  return `${header}${text}: ${which}`;
}

function describeProblems({ severity, code, column = null }: ProblemFilter): string {
  if (column !== null) return `${columnOf(column).header} is empty`;
  if (code !== null) return titleOf(code);
  return severity === null ? 'with problems' : severity === 'error' ? 'with errors' : 'with warnings';
}
