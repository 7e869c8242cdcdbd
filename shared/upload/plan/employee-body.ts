import { z } from 'zod';

/** A person's name in a path: `.` and `..` would be taken for folders, and the request would reach another one. */
const identifier = z
  .string()
  .min(1)
  .refine((id) => id !== '.' && id !== '..');

/**
 * The body of a request that creates, invites or updates someone, as the API's description has it
 * ("CreateEmployeeModel" and its two likes). A leader is named by email address: `team_leader_id` is Agent Connect's
 * own number, which nobody here knows, and an employee ID in its place could be somebody else's. `channels` is never
 * left out: Agent Connect would take that for all three, in updates too.
 */
export const employeeBody = z.strictObject({
  email: identifier.optional(),
  custom_employee_id: identifier.optional(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  temporary_password: z.string().optional(),
  team_leader_email: identifier.optional(),
  role: z.string().optional(),
  manage_team: z.boolean().optional(),
  license_type: z.enum(['standard', 'flexible']).optional(),
  channels: z.array(z.enum(['phone', 'chat', 'email'])),
  employment_status: z.enum(['full-time', 'part-time', 'temp']).optional(),
  start_date: z.iso.date().optional(),
  hometown: z.string().optional(),
  state_or_country: z.string().optional(),
  profile_text: z.string().optional(),
  image: z.url({ protocol: /^https$/ }).optional(),
  groups: z.array(z.string()).optional(),
});

export type EmployeeBody = z.infer<typeof employeeBody>;
