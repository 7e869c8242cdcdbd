import { AT } from '../../person/catalogue.ts';
import { personOf } from '../../team/member-cells.ts';
import { assertNever } from '../../failures/result.ts';
import type { CurrentTeam } from '../../person/team-member.ts';
import { cellAt, type Roster, type Row, type RowId } from '../../roster/roster.ts';
import { comparable, isBlank } from '../../rules/cell-rules/clean-text.ts';
import type { People } from '../../rules/messages.ts';
import type { Problem } from '../../rules/problem.ts';
import type { EmployeeBody } from '../plan/employee-body.ts';
import { blockSentences, holdSentence } from '../plan/plan-sentences.ts';
import { bodyToCreate, bodyToUpdate } from '../plan/request-body.ts';
import { type PlannedRow, statusChange, type UploadPlan } from '../plan/upload-plan.ts';
import { namingLeaders } from './leader-name.ts';
import type { OrderPassword, UpdateOrder, UploadOrder } from './upload-order.ts';

/** What orders are made of: a plan, and what it was made from, which must not have changed. */
export interface OrderSources {
  readonly plan: UploadPlan;
  readonly roster: Roster;
  readonly team: CurrentTeam;
  readonly problemsOf: (row: RowId) => readonly Problem[];
  readonly people: People;
}

/** Makes the orders of a plan. */
export interface OrderMaker {
  /** What is to be carried out for the row at a place, from 0. */
  orderOf(place: number): UploadOrder;
  /** The temporary password of a row that is to be created; null for any other. */
  passwordOf(place: number): OrderPassword | null;
}

/**
 * Makes ready to turn a plan into orders, which can be made row by row after that. Pauses every few milliseconds.
 */
export function* orderingUpload(sources: OrderSources): Generator<void, OrderMaker> {
  const { plan, roster, team } = sources;
  const leaderOf = yield* namingLeaders(plan, roster, team);
  return {
    orderOf: (place) => {
      const [row, planned] = rowAt(sources, place);
      return orderOf(row, planned, leaderOf(row), sources);
    },
    passwordOf: (place) => {
      const [row, planned] = rowAt(sources, place);
      return planned.kind === 'create' && hasPassword(row) ? { place, password: passwordOf(row) } : null;
    },
  };
}

function rowAt({ plan, roster }: OrderSources, place: number): readonly [Row, PlannedRow] {
  const row = roster.rows[place];
  const planned = plan.rows[place];
  if (row === undefined || planned?.row !== row.id) throw new Error('The plan is not of this roster');
  return [row, planned];
}

function orderOf(
  row: Row,
  planned: PlannedRow,
  leader: string,
  { roster, people, problemsOf }: OrderSources,
): UploadOrder {
  const person = namesOf(row, people);
  switch (planned.kind) {
    case 'exists':
      return { kind: 'skip', ...person };
    case 'blocked':
      return { kind: 'blocked', ...person, reason: blockSentences(planned.block, people).join(' ') };
    case 'held':
      return { kind: 'held', ...person, reason: holdSentence(planned, roster, people) };
    case 'create': {
      const body = bodyToCreate(personOf(row, problemsOf(row.id)), leader, '');
      const sending = sendingOf(planned, roster);
      return { kind: 'create', ...person, ...sending, body: sendable(body), hasPassword: hasPassword(row) };
    }
    case 'changed': {
      const said = personOf(row, problemsOf(row.id));
      return { ...person, ...sendingOf(planned, roster), ...updateOf(planned, said, leader) };
    }
    default:
      return assertNever(planned);
  }
}

function namesOf(row: Row, people: People) {
  const text = (position: number): string => comparable(cellAt(row, position));
  return {
    place: row.index,
    line: people.lineOf(row.id),
    name: `${text(AT.firstName)} ${text(AT.lastName)}`.trim(),
    email: text(AT.email),
    employeeId: text(AT.employeeId),
  };
}

function sendingOf({ wave, leader }: Extract<PlannedRow, { kind: 'create' | 'changed' }>, roster: Roster) {
  const before = leader === null ? undefined : roster.byId.get(leader);
  return { wave, leader: before?.index ?? null };
}

/** The status has requests of its own. */
function updateOf(
  { changes, member }: Extract<PlannedRow, { kind: 'changed' }>,
  person: Parameters<typeof bodyToUpdate>[0],
  leader: string,
): Pick<UpdateOrder, 'kind' | 'member' | 'body' | 'status' | 'changes'> {
  const fields = changes.filter(({ column }) => column !== 'deactivated');
  return {
    kind: 'update',
    member: { email: member.email, employeeId: member.employeeId },
    body: fields.length === 0 ? null : sendable(bodyToUpdate(person, leader, fields)),
    status: statusChange(changes),
    changes: changes.map(({ column, from, to }) => ({ column, from, to })),
  };
}

/** The plan has found that the body can be made. */
function sendable(body: ReturnType<typeof bodyToCreate>): Omit<EmployeeBody, 'temporary_password'> {
  if (!body.ok) throw new Error(`The plan holds what cannot be sent: ${body.failure.join(', ')}`);
  return body.value;
}

function hasPassword(row: Row): boolean {
  return !isBlank(passwordOf(row));
}

function passwordOf(row: Row): string {
  return cellAt(row, AT.temporaryPassword);
}
