import { z } from 'zod';
import { type ApiColumn, CHANNELS, columns, type FieldKind } from '../../person/catalogue.ts';

/** A person's name in a path: `.` and `..` would be taken for folders, and the request would reach another one. */
const identifier = z
  .string()
  .min(1)
  .refine((id) => id !== '.' && id !== '..');

/** What a request may say in a field, by the kind of its column, as the API's description has it. */
const SENT = {
  text: z.string(),
  longText: z.string(),
  role: z.string(),
  yesNo: z.boolean(),
  email: identifier,
  employeeId: identifier,
  leader: identifier,
  employmentStatus: z.enum(['full-time', 'part-time', 'temp']),
  date: z.iso.date(),
  groups: z.array(z.string()),
  licenseType: z.enum(['standard', 'flexible']),
  deactivated: z.never(),
  photoUrl: z.url({ protocol: /^https$/ }),
  password: z.string(),
} as const satisfies Record<FieldKind, z.ZodType>;

/** A list in which each of the columns that share it has its entry. */
const entries = z.array(z.enum(CHANNELS));

/** A field for each that a column of the catalogue names; a shared list alone has to be there. */
type BodyShape = {
  readonly [Sent in ApiColumn as Sent['apiField']]: Sent extends { readonly apiEntry: string }
    ? typeof entries
    : z.ZodOptional<(typeof SENT)[Sent['field']]>;
};

function bodyShape(): BodyShape {
  const fields = columns.flatMap(({ apiField, apiEntry, field }) =>
    apiField === null ? [] : [[apiField, apiEntry === undefined ? SENT[field].optional() : entries]],
  );
  // The type says of the same table what is done with it here.
  return Object.fromEntries(fields) as BodyShape;
}

/**
 * The body of a request that creates, invites or updates someone, as the API's description has it
 * ("CreateEmployeeModel" and its two likes). A leader is named by email address: `team_leader_id` is Agent Connect's
 * own number, which nobody here knows, and an employee ID in its place could be somebody else's. `channels` is never
 * left out: Agent Connect would take that for all three, in updates too.
 */
export const employeeBody = z.strictObject(bodyShape());

export type EmployeeBody = z.infer<typeof employeeBody>;
