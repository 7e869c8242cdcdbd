import { failed } from '../../../shared/failures/failures.ts';
import { failure, success } from '../../../shared/failures/result.ts';
import type { TeamMember } from '../../../shared/person/team-member.ts';
import {
  FRESH_MINUTES,
  isReadingCheaper,
  lookUpsOf,
  pagesOf,
} from '../../../shared/upload/orders/upload-cost.ts';
import type { SentOrder } from '../../../shared/upload/orders/upload-order.ts';
import { ask } from '../client/ask.ts';
import type { Connection } from '../client/connection.ts';
import { hasIdentity, type Identity, identityIn, memberOf } from '../client/employee.ts';
import { listPage } from '../client/employee-list.ts';
import { readLists } from '../client/pull-team.ts';
import type { Requests } from './requests.ts';

/** What pages of the current team say about somebody, as long as it `holds`. */
export interface Known {
  /** Null where nobody has any of the identifiers. */
  readonly member: TeamMember | null;
  /** False where too much time has passed. */
  readonly holds: () => boolean;
}

/** The people of some pages, by all that could name them. */
interface Snapshot {
  /** When the first page was asked for, in milliseconds since 1970. */
  readonly readAt: number;
  /** Every address and ID of anybody. */
  readonly names: Set<string>;
  /** What the pages tell of anybody; false for good where somebody has no name. */
  readonly tells: { email: boolean; employeeId: boolean; everybody: boolean };
  /** Those who are to be changed, by each of their names. */
  readonly members: Map<string, TeamMember>;
}

interface Parts {
  readonly connection: Connection;
  readonly requests: Requests;
  /** What is to be sent. */
  readonly orders: readonly SentOrder[];
  /** How many of the orders are still to come. */
  readonly left: () => number;
  /** People in the current team when the upload was planned; null where it was not said. */
  readonly teamSize: number | null;
  /** Requests a minute. */
  readonly rate: () => number;
}

const MINUTE = 60_000;

/**
 * Who is in the current team by its pages, read since the run began and not long ago, where that takes fewer requests
 * than looking up each person. A page has no order that is promised, so that all of them are read each time. Who may be
 * meant by a name in any case and with spaces around is never called absent: then the person is looked up.
 */
export class KnownPeople {
  readonly #parts: Parts;
  /** Look-ups for each order on average. */
  readonly #lookUps: number;
  readonly #changing = new Set<string>();
  #pages: number;
  #snapshot: Promise<Snapshot | null> | null = null;
  #readAt = 0;

  constructor(parts: Parts) {
    const { orders, teamSize } = parts;
    this.#parts = parts;
    const all = orders.reduce((sum, order) => sum + lookUpsOf(order), 0);
    this.#lookUps = all / Math.max(1, orders.length);
    this.#pages = pagesOf(teamSize ?? Number.POSITIVE_INFINITY);
    for (const order of orders)
      if (order.kind === 'update') for (const name of namesOf(order.member)) this.#changing.add(name);
  }

  /** What is known of the person of an order; null where they are to be looked up. */
  async find(order: SentOrder): Promise<Known | null> {
    const snapshot = await this.#fresh();
    if (snapshot === null) return null;
    const holds = (): boolean => this.#isFresh(snapshot.readAt);
    if (order.kind === 'update') {
      const member = memberIn(snapshot, order.member);
      return member && { member, holds };
    }
    const names = namesOf(order);
    if (!isTold(snapshot, order) || names.some((name) => snapshot.names.has(name))) return null;
    // Somebody after this one who has the same name is looked up.
    for (const name of names) snapshot.names.add(name);
    return { member: null, holds };
  }

  #isFresh(readAt: number): boolean {
    const age = this.#parts.connection.clock.now() - readAt;
    return age >= 0 && age < FRESH_MINUTES * MINUTE;
  }

  /** The pages as they were read not long ago, or are read now; null where looking up is cheaper, or they cannot be read. */
  #fresh(): Promise<Snapshot | null> {
    if (this.#snapshot !== null && this.#isFresh(this.#readAt)) return this.#snapshot;
    const { left, rate, connection } = this.#parts;
    const people = left() * this.#lookUps;
    if (!isReadingCheaper(this.#pages, people, rate() * this.#lookUps)) return Promise.resolve(null);
    this.#readAt = connection.clock.now();
    this.#snapshot = this.#read(this.#readAt);
    return this.#snapshot;
  }

  async #read(readAt: number): Promise<Snapshot | null> {
    const { connection, requests } = this.#parts;
    const tells = { email: false, employeeId: false, everybody: true };
    const snapshot: Snapshot = { readAt, names: new Set(), members: new Map(), tells };
    let pages = 0;
    const read = await readLists(
      connection.address,
      async (request) => {
        pages += 1;
        const page = await requests.read(null, 1, (signal) => ask(connection, request, listPage, signal));
        if (page.kind === 'answer') return success(page.answer);
        return failure(page.kind === 'refused' ? page.refusal.failure : failed('cancelled', {}));
      },
      (people, status) => {
        for (const person of people) this.#takeIn(snapshot, person, status === 'deactivated');
      },
    );
    this.#pages = pages;
    // Somebody without a name may be anybody.
    return read.ok && tells.everybody ? snapshot : null;
  }

  #takeIn({ names, members, tells }: Snapshot, person: unknown, isDeactivated: boolean): void {
    const identity = identityIn(person);
    const own = namesOf(identity);
    tells.email ||= identity.email !== '';
    tells.employeeId ||= identity.employeeId !== '';
    tells.everybody &&= own.length > 0;
    for (const name of own) names.add(name);
    const changing = own.filter((name) => this.#changing.has(name));
    const member = changing.length === 0 ? null : memberOf(person, isDeactivated);
    for (const name of changing) if (member) members.set(name, member);
  }
}

/** Whether the pages tell the kinds of names that somebody has: a list may leave one out. */
function isTold({ tells }: Snapshot, { email, employeeId }: Identity): boolean {
  return (email === '' || tells.email) && (employeeId === '' || tells.employeeId);
}

/** The one whom an identity names; null where it is not surely one person with all of it. */
function memberIn({ members }: Snapshot, identity: Identity): TeamMember | null {
  const [first, ...others] = namesOf(identity).map((name) => members.get(name));
  return first !== undefined && hasIdentity(first, identity) && others.every((other) => other === first)
    ? first
    : null;
}

/** Whatever could be taken for the same name is one here: an ID may come as a number. */
function namesOf({ email, employeeId }: Identity): string[] {
  return [email, employeeId]
    .map((name) =>
      name
        .trim()
        .toLowerCase()
        .replace(/^0+(?=\d+$)/, ''),
    )
    .filter((name) => name !== '');
}
