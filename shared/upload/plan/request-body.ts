import { type ColumnKey, columnOf, columns } from '../../columns/catalogue.ts';
import type { TeamMember } from '../../current-team/current-team.ts';
import { failure, type Result, success } from '../../result.ts';
import { type EmployeeBody, employeeBody } from './employee-body.ts';
import type { FieldChange } from './upload-plan.ts';

/** How a request names a leader: by email address where there is one, else by employee ID. */
export type LeaderName = Pick<TeamMember, 'email' | 'employeeId'>;

/** A body, or the columns whose texts no request can hold. */
type BodyResult = Result<EmployeeBody, readonly ColumnKey[]>;

type Field = keyof EmployeeBody;

/** The body of the request that creates someone; what the roster leaves empty is left out. */
export function bodyToCreate(person: TeamMember, leader: LeaderName, password: string): BodyResult {
  return bodyOf({ ...fieldsOf(person, leader), temporary_password: password });
}

/**
 * The body of the request that makes the changes: their fields alone, and the channels, which Agent Connect resets
 * where they are left out.
 */
export function bodyToUpdate(
  person: TeamMember,
  leader: LeaderName,
  changes: readonly FieldChange[],
): BodyResult {
  const sent = new Set(changes.map(({ column }) => columnOf(column).apiField));
  const isSent = (name: string): boolean => name === 'channels' || sent.has(columnField(name));
  const fields = Object.entries(fieldsOf(person, leader)).filter(([name]) => isSent(name));
  return bodyOf(Object.fromEntries(fields));
}

/** Every field that a row can fill, in the words of the API; empty texts are fields that are not sent. */
function fieldsOf(
  person: TeamMember,
  leader: LeaderName,
): Record<Exclude<Field, 'temporary_password'>, unknown> {
  return {
    role: person.role,
    manage_team: person.canManageTeams,
    email: person.email,
    custom_employee_id: person.employeeId,
    first_name: person.firstName,
    last_name: person.lastName,
    hometown: person.homeTown,
    state_or_country: person.stateOrCountry,
    profile_text: person.profile,
    channels: person.channels,
    team_leader_email: leader.email,
    team_leader_id: leader.email === '' ? leader.employeeId : '',
    employment_status: hyphenated(person.employmentStatus),
    start_date: person.startDate,
    groups: [...new Set(person.groups)],
    license_type: hyphenated(person.licenseType),
    image: person.photoUrl,
  };
}

/** “Full Time” as the API has it: `full-time`. */
function hyphenated(words: string): string {
  return words.toLowerCase().replaceAll(' ', '-');
}

/** The field that the catalogue names for the column of a field: a leader's ID stands in for the email address. */
function columnField(name: string): string {
  return name === 'team_leader_id' ? 'team_leader_email' : name;
}

function bodyOf(fields: Readonly<Record<string, unknown>>): BodyResult {
  const filled = Object.entries(fields).filter(([, value]) => value !== '');
  const parsed = employeeBody.safeParse(Object.fromEntries(filled));
  if (parsed.success) return success(parsed.data);
  const wrong = new Set(parsed.error.issues.map(({ path: [name] }) => columnField(String(name))));
  return failure(
    columns.filter(({ apiField }) => apiField !== null && wrong.has(apiField)).map(({ key }) => key),
  );
}
