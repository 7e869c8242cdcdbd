import type { Column } from './catalogue.ts';

/** What a column of the catalogue is for, in sentences for people. */
export interface ColumnNote {
  readonly what: string;
  /** What Agent Connect takes in its cells. */
  readonly accepted: string;
  /** Whether customers see it; null where the vendor does not say. */
  readonly customers: 'shown' | 'chosen' | 'hidden' | null;
}

const YES_OR_NO = 'y or n. Space switches it.';
const ONE_OF_TWO = 'Each person needs an Email Address or an Employee ID.';

/** The notes by their columns. Sources: the vendor’s articles on creating and updating users in bulk, and its API. */
export const COLUMN_NOTES: Readonly<Record<Column['key'], ColumnNote>> = {
  role: {
    what: 'What the person does in Agent Connect.',
    accepted: 'The exact name of a role that your organization has.',
    customers: null,
  },
  canManageTeams: {
    what: 'Whether the person can lead a team.',
    accepted: YES_OR_NO,
    customers: null,
  },
  email: {
    what: 'Where the welcome email goes.',
    accepted: `An address that nobody else has. ${ONE_OF_TWO}`,
    customers: null,
  },
  employeeId: {
    what: 'How your own systems know the person.',
    accepted: `An ID that nobody else has, with its zeros at the start. ${ONE_OF_TWO}`,
    customers: null,
  },
  firstName: { what: 'The person’s first name.', accepted: 'Any text.', customers: 'shown' },
  lastName: { what: 'The person’s last name.', accepted: 'Any text.', customers: 'hidden' },
  homeTown: { what: 'The town that the person is from.', accepted: 'Any text.', customers: 'chosen' },
  stateOrCountry: {
    what: 'The state or country that the person is from.',
    accepted: 'Any text.',
    customers: 'chosen',
  },
  profile: {
    what: 'A few words about the person.',
    accepted: 'Any text. Alt+Enter begins a new line.',
    customers: 'shown',
  },
  phoneChannel: { what: 'Whether the person answers the phone.', accepted: YES_OR_NO, customers: null },
  chatChannel: { what: 'Whether the person answers chats.', accepted: YES_OR_NO, customers: null },
  emailChannel: { what: 'Whether the person answers emails.', accepted: YES_OR_NO, customers: null },
  teamLeader: {
    what: 'Who leads the person.',
    accepted: 'The email address or employee ID of somebody who can manage teams.',
    customers: null,
  },
  employmentStatus: {
    what: 'How the person is employed.',
    accepted: 'Full Time, Part Time or Temp.',
    customers: null,
  },
  startDate: { what: 'The person’s first day.', accepted: 'A date written as YYYY-MM-DD.', customers: null },
  groups: {
    what: 'The groups that the person belongs to.',
    accepted: 'Names in braces with commas between them, such as {Support, Tier 2}.',
    customers: null,
  },
  temporaryPassword: {
    what: 'The password for the first time.',
    accepted: 'Any text. It is hidden here, and shown only while you type in it.',
    customers: null,
  },
  licenseType: {
    what: 'Which kind of license the person takes.',
    accepted: 'Standard or Flexible.',
    customers: null,
  },
  deactivated: {
    what: 'Whether the person’s access is taken away.',
    accepted: 'y, in bulk updates only, and not for somebody who can manage teams.',
    customers: null,
  },
  photoUrl: {
    what: 'The person’s picture.',
    accepted: 'The https address of a PNG picture. Only an upload sends it.',
    customers: null,
  },
};

const CUSTOMERS = {
  shown: 'Customers see it.',
  chosen: 'Customers see it if your organization wants that.',
  hidden: 'Customers do not see it.',
} as const;

/** The note of a column as lines: what it is, what is accepted, and whether customers see it where that is known. */
export function noteLines(key: Column['key']): string[] {
  const { what, accepted, customers } = COLUMN_NOTES[key];
  return [what, accepted, ...(customers === null ? [] : [CUSTOMERS[customers]])];
}
