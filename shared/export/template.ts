import { AT, type ColumnKey, columns as catalogue } from '../person/catalogue.ts';
import { headerKey, matchHeaders } from '../person/match-headers.ts';
import { type CarriedColumn, cellAt, type Roster } from '../roster/roster.ts';
import { type Delimiter, delimiterNames, WRITE_FORMATS, type WriteFormat } from '../text/formats.ts';
import type { ExportPlan } from './plan-export.ts';

/** One column of an organization's template: its header exactly, and the column of the catalogue that it names. */
export interface TemplateColumn {
  readonly header: string;
  readonly key: ColumnKey | null;
}

/** What is needed of a template to write a file in its form. */
export interface Template {
  readonly headers: readonly string[];
  readonly delimiter: Delimiter;
}

/** The columns of a template by their header texts, wherever they stand. */
export function templateColumns({ headers }: Pick<Template, 'headers'>): TemplateColumn[] {
  return matchHeaders(headers).map(({ header, key }) => ({ header, key }));
}

/** The columns of the catalogue that a template has. */
export function templateKeys(template: Pick<Template, 'headers'>): ColumnKey[] {
  return templateColumns(template).flatMap(({ key }) => key ?? []);
}

/** What separates the cells of a file: the template's delimiter wins over the form's, as its headers do. A workbook's text has tabs. */
export function delimiterOf(format: WriteFormat, template: Pick<Template, 'delimiter'> | null): Delimiter {
  const form = WRITE_FORMATS[format];
  return form.kind === 'workbook' ? '\t' : (template?.delimiter ?? form.delimiter);
}

/** Whether a template is of the generation that has no Role and no Can Manage Teams. */
export function isOlder(template: Pick<Template, 'headers'>): boolean {
  const keys = templateKeys(template);
  return !keys.includes('role') && !keys.includes('canManageTeams');
}

/** What to do in Agent Connect with a file of the older generation: its page asks for what the newer template has columns for. */
export const OLDER_SENTENCE =
  'The template is of the older kind, without Role and Can Manage Teams: Agent Connect asks first whether a file is for Team Members or for Team Leaders, so give it one file for each.';

/** The form of a template in a few words: “18 columns, separated by tabs”. */
export function describeForm({ headers, delimiter }: Template): string {
  const columns = headers.length === 1 ? '1 column' : `${headers.length} columns`;
  return `${columns}, separated by ${delimiterNames(delimiter)}`;
}

/** The headers of a template that name no column that Rollcall knows, or one that another of its headers has. */
export function unknownHeaders(template: Pick<Template, 'headers'>): string[] {
  return templateColumns(template).flatMap(({ header, key }) => (key === null ? [header] : []));
}

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
