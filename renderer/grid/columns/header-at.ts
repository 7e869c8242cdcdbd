import { columns } from '../../../shared/person/catalogue.ts';
import type { Roster } from '../../../shared/roster/roster.ts';

/** The full header of the column at a position of `Row.cells`. */
export function headerAt({ columns: { carried } }: Pick<Roster, 'columns'>, position: number): string {
  return columns[position]?.header ?? carried.find((column) => column.position === position)?.header ?? '';
}
