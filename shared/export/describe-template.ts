import { delimiterNames } from '../text/formats.ts';
import { type Template, templateColumns, templateKeys } from './template.ts';

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
