import { z } from 'zod';
import type { TeamMember } from '../../../shared/person/team-member.ts';
import { type Employee, readEmployee } from '../../../shared/team/read-employee.ts';

/** Someone of the API. Nothing is asked of the fields, which are read as far as they can be understood. */
export const employee = z.custom<Employee>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/** By what Agent Connect tells people apart; either may be empty. */
export type Identity = Pick<TeamMember, 'email' | 'employeeId'>;

/** By what an answer names someone; texts without the spaces around them. */
export interface FoundIdentity extends Identity {
  /** Whether the employee ID came as a number, which has no zeros before it. */
  readonly isNumber?: boolean;
}

/** By what an answer names someone; both are empty where it names nobody. */
export function identityIn(person: unknown): FoundIdentity {
  const read = employee.safeParse(person);
  if (!read.success) return { email: '', employeeId: '' };
  const { email, custom_employee_id: id } = read.data;
  return { email: trimmed(email), employeeId: trimmed(id), isNumber: typeof id === 'number' };
}

/** Someone of a list in the words of a roster; `deactivated` is what the list was asked for. */
export function memberOf(person: unknown, deactivated: boolean): TeamMember {
  const read = employee.safeParse(person);
  return readEmployee(read.success ? read.data : {}, deactivated).member;
}

/** Whether a text is someone's email address or employee ID, as `hasIdentity` compares them. */
export function isNamed(found: FoundIdentity, id: string): boolean {
  return id !== '' && (hasId(found, id) || keyOf(found.email) === keyOf(id));
}

/**
 * Whether someone has each of the identifiers that are asked for. Case and spaces around make no difference, and an ID
 * that came as a number is compared as one.
 */
export function hasIdentity(found: FoundIdentity, { email, employeeId }: Identity): boolean {
  return (
    (email === '' || keyOf(found.email) === keyOf(email)) && (employeeId === '' || hasId(found, employeeId))
  );
}

function hasId({ employeeId, isNumber = false }: FoundIdentity, asked: string): boolean {
  if (isNumber && /^\s*\d+\s*$/.test(asked)) return Number(asked) === Number(employeeId);
  return keyOf(employeeId) === keyOf(asked);
}

function keyOf(text: string): string {
  return text.trim().toLowerCase();
}

function trimmed(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** Under which a server may put the person whom it answers about, and nothing else that matters. */
const ENVELOPES = ['employee', 'data', 'user', 'result'] as const;

/** Envelopes within one another. */
const MAX_ENVELOPES = 3;

/** The person of an answer about one, bare or in an envelope; null where it is about nobody. */
export function personIn(answer: unknown, depth = 0): Employee | null {
  if (depth > MAX_ENVELOPES) return null;
  const bare = employee.safeParse(answer);
  if (!bare.success)
    return Array.isArray(answer) && answer.length === 1 ? personIn(answer[0], depth + 1) : null;
  const { email, employeeId } = identityIn(bare.data);
  if (email !== '' || employeeId !== '') return bare.data;
  const inside = ENVELOPES.map((name) => bare.data[name]).find((value) => value !== undefined);
  return inside === undefined ? null : personIn(inside, depth + 1);
}
