import type { TeamMember } from '../../../shared/current-team/current-team.ts';
import { employee } from './employee.ts';

/** By what Agent Connect tells people apart; either may be empty. */
export type Identity = Pick<TeamMember, 'email' | 'employeeId'>;

/** Of whom an answer is, which may be empty. The rest, a temporary password among it, is dropped as it is read. */
export const echo = employee
  .pick({ email: true, custom_employee_id: true })
  .nullish()
  .transform((found): Identity => {
    return { email: String(found?.email ?? ''), employeeId: String(found?.custom_employee_id ?? '') };
  });

/** Whether a text is someone's email address, in any case, or their employee ID, as it is. */
export function isNamed({ email, employeeId }: Identity, id: string): boolean {
  return id !== '' && (employeeId === id || email.toLowerCase() === id.toLowerCase());
}

/** Whether someone has each of the identifiers that are asked for. */
export function hasIdentity(found: Identity, { email, employeeId }: Identity): boolean {
  return (
    (email === '' || found.email.toLowerCase() === email.toLowerCase()) &&
    (employeeId === '' || found.employeeId === employeeId)
  );
}
