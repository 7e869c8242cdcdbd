import { z } from 'zod';
import type { Channel, TeamMember } from '../../shared/current-team/current-team.ts';
import { employmentStatusMeaning, licenseTypeMeaning } from '../../shared/rules/cell-rules/choices.ts';

const CHANNELS = ['phone', 'chat', 'email'] as const satisfies Channel[];

/** A text; a number where the description promises a text is one too, and nothing is the empty one. */
const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => String(value ?? ''));

/** The description has a list of channels for many people and a text for one. */
const channels = z
  .union([z.array(z.string()), z.string()])
  .nullish()
  .transform((value) => {
    const named = typeof value === 'string' ? value.split(/[\s,]+/) : (value ?? []);
    return CHANNELS.filter((channel) => named.includes(channel));
  });

/** Someone as `GET /v2/employees` answers; no field is documented to be there always. */
export const employee = z
  .object({
    email: text,
    custom_employee_id: text,
    first_name: text,
    last_name: text,
    team_leader_email: text,
    role: text,
    license_type: text,
    channels,
    employment_status: text,
    start_date: text,
    hometown: text,
    state_or_country: text,
    profile_text: text,
    image: text,
    groups: z.array(z.string()).nullish(),
    manage_team: z.boolean().nullish(),
  })
  .transform((found): Omit<TeamMember, 'deactivated'> => ({
    role: found.role,
    canManageTeams: found.manage_team ?? false,
    email: found.email,
    employeeId: found.custom_employee_id,
    firstName: found.first_name,
    lastName: found.last_name,
    homeTown: found.hometown,
    stateOrCountry: found.state_or_country,
    profile: found.profile_text,
    channels: found.channels,
    teamLeader: found.team_leader_email === UNASSIGNED ? '' : found.team_leader_email,
    employmentStatus: employmentStatusMeaning(found.employment_status) ?? found.employment_status,
    // “ISO 8601”: the day, whether or not a time follows.
    startDate: found.start_date.replace(/^(\d{4}-\d\d-\d\d)T.*$/, '$1'),
    groups: found.groups ?? [],
    licenseType: licenseTypeMeaning(found.license_type) ?? found.license_type,
    photoUrl: found.image,
  }));

/** What the description says of someone without a team leader. */
const UNASSIGNED = 'unassigned';
