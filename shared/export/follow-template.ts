import { AT } from '../columns/catalogue.ts';
import type { SourceColumn } from '../roster/column-layout.ts';
import { cellAt, type Roster } from '../roster/roster.ts';
import type { ExportPlan } from './plan-export.ts';

/** Of a column that the roster has no cells for. */
const NOWHERE = -1;

/**
 * The plan in the form of an organization's own template: exactly its headers in its order. A column of it that the
 * roster does not have stays empty; one of the roster with text that it lacks joins those that are said to be left out.
 */
export function followTemplate(
  plan: ExportPlan,
  roster: Roster,
  template: readonly SourceColumn[],
): ExportPlan {
  const planned = new Map(plan.columns.map((column) => [column.position, column]));
  const columns = template.map(({ header, key }) => {
    const column = key === null ? undefined : planned.get(AT[key]);
    return column ? { ...column, header } : { header, position: NOWHERE, blank: true };
  });
  const taken = new Set(columns.map(({ position }) => position));
  const lacking = plan.columns.filter(
    ({ position, blank }) => !taken.has(position) && !blank && holdsText(roster, position),
  );
  return {
    ...plan,
    columns,
    carriedLeftOut: [...lacking.map(({ header }) => header), ...plan.carriedLeftOut],
  };
}

function holdsText(roster: Roster, position: number): boolean {
  return roster.rows.some((row) => cellAt(row, position).trim() !== '');
}
