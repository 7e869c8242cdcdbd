import type { ColumnKey } from '../../person/catalogue.ts';
import type { TeamMember } from '../../person/team-member.ts';
import type { FieldChange } from '../../team/find-changes.ts';
import type { RowId } from '../../roster/roster.ts';
import { YES } from '../../rules/assumptions.ts';
import type { Problem } from '../../rules/problem.ts';

/** Whether people who are in Agent Connect already are left as they are or made what the roster says. */
export type UploadMode = 'create' | 'update';

/** Why nothing can be sent for a row, whoever leads the person. */
export type Block =
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  /** Cells that no request can hold as they are. */
  | { readonly kind: 'unsendable'; readonly columns: readonly ColumnKey[] }
  /** The email address is one person's in Agent Connect, the employee ID another's. */
  | { readonly kind: 'twoPeople'; readonly byEmail: TeamMember; readonly byId: TeamMember }
  /** Other rows are the same person in Agent Connect. */
  | { readonly kind: 'samePerson'; readonly rows: readonly RowId[] }
  /** Marked as deactivated, and not in Agent Connect. */
  | { readonly kind: 'nobodyToDeactivate' };

/**
 * Why a person's leader cannot be named. `blocked` and `held`: the leader's own row is. `cannotManage`: the leader is
 * in Agent Connect, cannot manage teams there, and this plan does not change it. `noEmail`: the leader has no email
 * address, by which alone a request can name one. `notFound`: nobody has the reference.
 */
export type HoldReason = 'blocked' | 'held' | 'cannotManage' | 'noEmail' | 'notFound';

/** What is to be sent for a row. `wave` counts from 1; `leader` is the row that has to be done before, if there is one. */
interface Sending {
  readonly wave: number;
  readonly leader: RowId | null;
  /** The leader whom the request names and who is deactivated in Agent Connect; absent where they are not. */
  readonly goneLeader?: TeamMember;
}

interface Known {
  readonly member: TeamMember;
  /** The row says that they do not manage teams, and Agent Connect never takes that back: it is not sent. */
  readonly staysManager: boolean;
}

/** What an upload would do about a row. Every row is of exactly one kind. */
export type PlannedRow = { readonly row: RowId } & (
  | ({ readonly kind: 'create' } & Sending)
  | ({ readonly kind: 'changed'; readonly changes: readonly FieldChange[] } & Known & Sending)
  | ({ readonly kind: 'exists' } & Known)
  | { readonly kind: 'blocked'; readonly block: Block }
  | { readonly kind: 'held'; readonly reason: HoldReason; readonly leader: RowId | null }
);

/** What people count the rows of a plan by: a change of somebody's status is a kind of its own, whatever else changes. */
export const PLAN_GROUPS = [
  'create',
  'changed',
  'deactivate',
  'activate',
  'exists',
  'blocked',
  'held',
] as const;
export type PlanGroup = (typeof PLAN_GROUPS)[number];

/** The group that a row is counted in. */
export function planGroup(planned: PlannedRow): PlanGroup {
  return planned.kind === 'changed' ? (statusChange(planned.changes) ?? 'changed') : planned.kind;
}

/** What the changes do to a person's status, which has requests of its own; null where it stays. */
export function statusChange(changes: readonly FieldChange[]): 'activate' | 'deactivate' | null {
  const status = changes.find(({ column }) => column === 'deactivated');
  return status === undefined ? null : status.to === YES ? 'deactivate' : 'activate';
}

/** People of a kind of license; `license` is null for those of whom it is not said. */
export interface Seats {
  readonly license: string | null;
  /** Active people who have one now; null where the snapshot does not tell. */
  readonly inUse: number | null;
  /** How many more there will be; negative where the plan frees seats. */
  readonly added: number;
}

/** What an upload would do, made without writing anything. */
export interface UploadPlan {
  readonly mode: UploadMode;
  /** One for each row, in the order of the roster. */
  readonly rows: readonly PlannedRow[];
  readonly counts: Readonly<Record<PlannedRow['kind'], number>>;
  /** The same rows, with those whose status changes counted on their own. */
  readonly groups: Readonly<Record<PlanGroup, number>>;
  /** Requests that carry it out, and those that look up everybody whom it sends something for. */
  readonly requests: { readonly writes: number; readonly lookUps: number };
  /** By wave, from the first, how many requests it holds. */
  readonly waves: readonly { readonly create: number; readonly changed: number }[];
  /** Empty where nobody's license is known. */
  readonly seats: readonly Seats[];
  /** Of what the plan was made from: where either is another now, the plan is stale and must be made again. */
  readonly fingerprint: { readonly roster: string; readonly team: string };
}
