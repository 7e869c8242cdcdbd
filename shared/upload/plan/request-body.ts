import { type ColumnKey, columnOf, columns, type FieldKind } from '../../person/catalogue.ts';
import type { FieldChange } from '../../team/find-changes.ts';
import { failure, type Result, success } from '../../failures/result.ts';
import type { PersonKey, TeamMember } from '../../person/team-member.ts';
import { type EmployeeBody, employeeBody } from './employee-body.ts';

/** A body, or the columns whose texts no request can hold. */
type BodyResult = Result<EmployeeBody, readonly ColumnKey[]>;

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
  const isSent = (name: string): boolean => SHARED.has(name) || sent.has(name);
  const fields = Object.entries(fieldsOf(person, leaderEmail)).filter(([name]) => isSent(name));
  return bodyOf(Object.fromEntries(fields));
}

/** The lists that several columns share. */
const SHARED: ReadonlySet<string | null> = new Set(
  columns.filter(({ apiEntry }) => apiEntry !== undefined).map(({ apiField }) => apiField),
);

/** Every field that a row can fill, in the words of the API; empty texts are fields that are not sent. */
function fieldsOf(person: TeamMember, leaderEmail: string): Readonly<Record<string, unknown>> {
  const fields: Record<string, unknown> = {};
  for (const { apiField, apiEntry, key, field } of columns) {
    if (apiField === null || key === 'temporaryPassword') continue;
    if (apiEntry === undefined) fields[apiField] = sentValue(field, person[key], leaderEmail);
    else fields[apiField] = [...listOf(fields[apiField]), ...(person[key] === true ? [apiEntry] : [])];
  }
  return fields;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function sentValue(field: FieldKind, value: TeamMember[PersonKey], leaderEmail: string): unknown {
  if (field === 'leader') return leaderEmail;
  if (typeof value === 'object') return [...new Set(value)];
  return typeof value === 'string' && HYPHENATED.includes(field) ? hyphenated(value) : value;
}

const HYPHENATED: readonly FieldKind[] = ['employmentStatus', 'licenseType'];

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
