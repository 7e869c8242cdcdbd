import { z } from 'zod';
import type { Channel, TeamMember } from '../../../shared/current-team/current-team.ts';
import { employmentStatusMeaning, licenseTypeMeaning } from '../../../shared/rules/cell-rules/choices.ts';

const CHANNELS = ['phone', 'chat', 'email'] as const satisfies Channel[];

/**
 * A text; a number where the description promises a text is one too. A predicate, as a union with a transformation costs
 * several times as much, and a team may have 50,000 people with 14 of these each.
 */
const text = z
  .custom<string | number | null>(
    (value) => typeof value === 'string' || typeof value === 'number' || value === null,
  )
  .optional();

/** Someone as `GET /v2/employees` answers; no field is documented to be there always. */
export const employee = z.object({
  email: text,
  custom_employee_id: text,
  first_name: text,
  last_name: text,
  team_leader_email: text,
  role: text,
  license_type: text,
  /** The description has a list for many people and a text for one. */
  channels: z.union([z.array(z.string()), z.string()]).nullish(),
  employment_status: text,
  start_date: text,
  hometown: text,
  state_or_country: text,
  profile_text: text,
  image: text,
  groups: z.array(z.string()).nullish(),
  manage_team: z.boolean().nullish(),
});

type Employee = z.infer<typeof employee>;

/** Someone of the API in the words of a roster; `deactivated` is the filter's to say. */
export function memberOf(found: Employee, deactivated: boolean): TeamMember {
  const said = (value: Employee['email']): string => String(value ?? '');
  const [leader, status, license] = [
    said(found.team_leader_email),
    said(found.employment_status),
    said(found.license_type),
  ];
  return {
    role: said(found.role),
    canManageTeams: found.manage_team ?? false,
    email: said(found.email),
    employeeId: said(found.custom_employee_id),
    firstName: said(found.first_name),
    lastName: said(found.last_name),
    homeTown: said(found.hometown),
    stateOrCountry: said(found.state_or_country),
    profile: said(found.profile_text),
    channels: channelsOf(found.channels ?? []),
    teamLeader: leader === UNASSIGNED ? '' : leader,
    employmentStatus: employmentStatusMeaning(status) ?? status,
    // “ISO 8601”: the day, whether or not a time follows.
    startDate: said(found.start_date).replace(/^(\d{4}-\d\d-\d\d)T.*$/, '$1'),
    groups: found.groups ?? [],
    licenseType: licenseTypeMeaning(license) ?? license,
    deactivated,
    photoUrl: said(found.image),
  };
}

function channelsOf(named: readonly string[] | string): Channel[] {
  const names = typeof named === 'string' ? named.split(/[\s,]+/) : named;
  return CHANNELS.filter((channel) => names.includes(channel));
}

/** What the description says of someone without a team leader. */
const UNASSIGNED = 'unassigned';

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
