import { type Column, columns } from '../../../shared/columns/catalogue.ts';
import { isRequired } from '../../../shared/rules/required-columns.ts';
import type { Document } from '../../session/state.ts';
import { headerAt } from './header-at.ts';

type Described = Pick<Document, 'roster' | 'checker'>;

/** What a column holds, in one sentence for its header's tooltip. */
export function describeColumn(document: Described, position: number): string {
  const column = columns[position];
  if (column === undefined)
    return `${headerAt(document.roster, position)}: a column that Agent Connect does not know. It is kept and saved, but not sent.`;
  return `${column.header}${isRequiredAt(document, position) ? ' (required)' : ''}: ${SENTENCES[column.key]}`;
}

/** Whether each person must have a text in a column, as the organization's template and the roster's purpose say. */
export function isRequiredAt({ checker }: Described, position: number): boolean {
  const column = columns[position];
  return column !== undefined && isRequired(column.key, checker.settings);
}

const YES_OR_NO = 'y or n. Press Space to switch.';

const SENTENCES: Record<Column['key'], string> = {
  role: 'the exact name of a role in Agent Connect.',
  canManageTeams: `whether the person can lead a team, ${YES_OR_NO}`,
  email: 'a unique address; the welcome email goes there. Every person needs this or an Employee ID.',
  employeeId: 'a unique ID, zeros at the start included. Every person needs this or an Email Address.',
  firstName: 'shown to customers.',
  lastName: 'not shown to customers.',
  homeTown: 'shown to customers, if you like.',
  stateOrCountry: 'shown to customers, if you like.',
  profile: 'a few words about the person, shown to customers. Alt+Enter breaks the line.',
  phoneChannel: `whether the person answers the phone, ${YES_OR_NO}`,
  chatChannel: `whether the person answers chats, ${YES_OR_NO}`,
  emailChannel: `whether the person answers emails, ${YES_OR_NO}`,
  teamLeader: 'the email address or the employee ID of someone who can manage teams.',
  employmentStatus: 'Full Time, Part Time or Temp.',
  startDate: 'written as YYYY-MM-DD.',
  groups: 'names in braces with commas between them, such as {Support, Tier 2}.',
  temporaryPassword: 'hidden here; shown only while you type in it.',
  licenseType: 'Standard or Flexible.',
  deactivated: 'y takes the person’s access away; for bulk updates only.',
  photoUrl: 'an https address of a PNG picture.',
};
