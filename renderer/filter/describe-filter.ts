import { columnOf } from '../../shared/person/catalogue.ts';
import type { ColumnFilter, ProblemFilter, RowFilter } from '../../shared/filter/row-filter.ts';
import type { Roster } from '../../shared/roster/roster.ts';
import { titleOf } from '../../shared/rules/messages.ts';
import { headerAt } from '../../shared/roster/grid-layout.ts';

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
