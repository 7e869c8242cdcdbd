import { z } from 'zod';
import { columns } from '../../person/catalogue.ts';
import { employeeBody } from '../plan/employee-body.ts';

const columnKey = z.enum(columns.map(({ key }) => key));
const place = z.int().nonnegative();
const identity = z.strictObject({ email: z.string(), employeeId: z.string() });

/** Temporary passwords are kept apart from orders: these are written to disk. */
const bodyWithoutPassword = employeeBody.omit({ temporary_password: true });

const person = {
  /** Of the roster's rows, from 0. */
  place,
  /** The line that a spreadsheet shows. */
  line: z.int().positive(),
  /** First and last name, for people to read. */
  name: z.string(),
  ...identity.shape,
};

/** `wave` counts from 1; `leader` is the place of the row that has to be done before, if there is one. */
const sending = { wave: z.int().positive(), leader: place.nullable() };

/** What is to be carried out for one row of a roster. */
export const uploadOrder = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('create'),
    ...person,
    ...sending,
    body: bodyWithoutPassword,
    hasPassword: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('update'),
    ...person,
    ...sending,
    /** As Agent Connect knows them before. */
    member: identity,
    /** Null where nothing but the status changes. */
    body: bodyWithoutPassword.nullable(),
    status: z.enum(['activate', 'deactivate']).nullable(),
    /** In the words of a roster; `from` is null where the snapshot did not tell. */
    changes: z.array(z.strictObject({ column: columnKey, from: z.string().nullable(), to: z.string() })),
  }),
  z.strictObject({ kind: z.literal('skip'), ...person }),
  z.strictObject({ kind: z.literal('blocked'), ...person, reason: z.string() }),
  z.strictObject({ kind: z.literal('held'), ...person, reason: z.string() }),
]);

export type UploadOrder = z.infer<typeof uploadOrder>;
export type CreateOrder = Extract<UploadOrder, { kind: 'create' }>;
export type UpdateOrder = Extract<UploadOrder, { kind: 'update' }>;

/** An order for which something is sent. */
export type SentOrder = CreateOrder | UpdateOrder;

/** A temporary password of somebody who is created. Never written to disk. */
export const orderPassword = z.strictObject({ place, password: z.string() });
export type OrderPassword = z.infer<typeof orderPassword>;
