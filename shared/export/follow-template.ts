import { AT, columns as catalogue } from '../person/catalogue.ts';
import { headerKey } from '../person/match-headers.ts';
import { type CarriedColumn, cellAt, type Roster } from '../roster/roster.ts';
import type { ExportPlan } from './plan-export.ts';
import type { TemplateColumn } from './template.ts';

type PlannedColumn = ExportPlan['columns'][number];

/** Of a column that the roster has no cells for. */
const NOWHERE = -1;

/**
 * The plan in the form of an organization's own template: exactly its headers in its order, whatever their places. A
 * column of it that the catalogue does not know holds what the roster carries under that header, or nothing. Columns of
 * the roster with text that it lacks are said to be left out or, where nothing may be lost, follow after its own.
 */
export function followTemplate(
  plan: ExportPlan,
  roster: Roster,
  template: readonly TemplateColumn[],
  lacking: 'leftOut' | 'written' = 'leftOut',
): ExportPlan {
  const planned = new Map(plan.columns.map((column) => [column.position, column]));
  const carried = [...roster.columns.carried];
  const columns = template.map(({ header, key }): PlannedColumn => {
    const column = key === null ? takeCarried(carried, header) : planned.get(AT[key]);
    return column ? { blank: false, ...column, header } : { header, position: NOWHERE, blank: true };
  });
  const taken = new Set(columns.map(({ position }) => position));
  const rest = ownColumns(roster).filter(
    ({ position }) =>
      !taken.has(position) && planned.get(position)?.blank !== true && holdsText(roster, position),
  );
  if (lacking === 'leftOut') return { ...plan, columns, carriedLeftOut: rest.map(({ header }) => header) };
  return { ...plan, columns: [...columns, ...rest.map((column) => ({ ...column, blank: false }))] };
}

/** The first of the carried columns that goes by a header, no longer among the others. */
function takeCarried(carried: CarriedColumn[], header: string): CarriedColumn | undefined {
  const place = carried.findIndex((column) => headerKey(column.header) === headerKey(header));
  return place < 0 ? undefined : carried.splice(place, 1)[0];
}

function ownColumns({ columns: { optional, carried } }: Roster): CarriedColumn[] {
  const known = catalogue.filter(({ key, standard }) => standard || optional.includes(key));
  return [...known.map(({ key, header }) => ({ position: AT[key], header })), ...carried];
}

function holdsText(roster: Roster, position: number): boolean {
  return roster.rows.some((row) => cellAt(row, position).trim() !== '');
}
