import { z } from 'zod';

/** The statuses that the list can be filtered by, as the API description writes them. */
export const STATUSES = [
  'active',
  'deactivated',
  'pending review',
  'confirmed',
  'unapproved',
  'created',
] as const;

export type Status = (typeof STATUSES)[number];

export const CHANNELS = ['phone', 'chat', 'email'] as const;
export const EMPLOYMENT_STATUSES = ['full-time', 'part-time', 'temp'] as const;
const LICENSE_TYPES = ['standard', 'flexible'] as const;

/** What POST and PUT take. No field is documented as required; one that is not documented is refused. */
export const personBody = z
  .strictObject({
    email: z.email(),
    custom_employee_id: z.string().min(1),
    first_name: z.string(),
    last_name: z.string(),
    temporary_password: z.string(),
    team_leader_id: z.string(),
    team_leader_email: z.string(),
    role: z.string(),
    manage_team: z.boolean(),
    license_type: z.enum(LICENSE_TYPES),
    channels: z.array(z.enum(CHANNELS)),
    employment_status: z.enum(EMPLOYMENT_STATUSES),
    start_date: z.iso.date(),
    hometown: z.string(),
    state_or_country: z.string(),
    profile_text: z.string(),
    image: z.url({ protocol: /^https?$/ }),
    groups: z.array(z.string()),
  })
  .partial();

export type PersonBody = z.infer<typeof personBody>;

/** Someone whom the simulator knows: what was sent, and what the server adds. */
export interface Person {
  /** The number by which `team_leader_id` and `team_leader_ids` name people; it also is the cursor of the pages. */
  readonly number: number;
  readonly status: Status;
  readonly leader: number | null;
  /** How often an invitation went out to this person. */
  readonly invitations: number;
  readonly channels: readonly (typeof CHANNELS)[number][];
  readonly fields: Omit<PersonBody, 'team_leader_id' | 'team_leader_email' | 'channels'>;
}
