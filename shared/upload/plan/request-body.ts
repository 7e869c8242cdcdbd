import { type ColumnKey, columnOf, columns } from '../../columns/catalogue.ts';
import type { FieldChange } from '../../comparison/field-change.ts';
import type { TeamMember } from '../../current-team/current-team.ts';
import { failure, type Result, success } from '../../result.ts';
import { type EmployeeBody, employeeBody } from './employee-body.ts';

/** A body, or the columns whose texts no request can hold. */
type BodyResult = Result<EmployeeBody, readonly ColumnKey[]>;

type Field = keyof EmployeeBody;

/** The body of the request that creates someone; what the roster leaves empty is left out. */
export function bodyToCreate(person: TeamMember, leaderEmail: string, password: string): BodyResult {
  return bodyOf({ ...fieldsOf(person, leaderEmail), temporary_password: password });
}

/**
 * The body of the request that makes the changes: their fields alone, and the channels, which Agent Connect resets
 * where they are left out.
 */
export function bodyToUpdate(
  person: TeamMember,
  leaderEmail: string,
  changes: readonly FieldChange[],
): BodyResult {
  const sent = new Set(changes.map(({ column }) => columnOf(column).apiField));
  const isSent = (name: string): boolean => name === 'channels' || sent.has(name);
  const fields = Object.entries(fieldsOf(person, leaderEmail)).filter(([name]) => isSent(name));
  return bodyOf(Object.fromEntries(fields));
}

/** Every field that a row can fill, in the words of the API; empty texts are fields that are not sent. */
function fieldsOf(
  person: TeamMember,
  leaderEmail: string,
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
    team_leader_email: leaderEmail,
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

function bodyOf(fields: Readonly<Record<string, unknown>>): BodyResult {
  const filled = Object.entries(fields).filter(([, value]) => value !== '');
  const parsed = employeeBody.safeParse(Object.fromEntries(filled));
  if (parsed.success) return success(parsed.data);
  const wrong = new Set(parsed.error.issues.map(({ path: [name] }) => String(name)));
  return failure(
    columns.filter(({ apiField }) => apiField !== null && wrong.has(apiField)).map(({ key }) => key),
  );
}
