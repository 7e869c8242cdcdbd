import { CHANNELS, type Person, type PersonBody, type Status } from './person.ts';
import { Refusal } from './refusal.ts';

/** What an organization has set up, which people can only refer to. */
export interface Setup {
  readonly roles: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
}

/** Everyone in the organization, with the rules by which people come in and change. */
export class Directory {
  readonly #setup: Setup;
  readonly #people: Person[] = [];
  readonly #byEmail = new Map<string, number>();
  readonly #byId = new Map<string, number>();
  /** Until when somebody is not found, by number, in milliseconds since 1970. */
  readonly #hidden = new Map<number, number>();

  constructor(setup: Setup) {
    this.#setup = setup;
  }

  /** In the order in which they came. A person's place is one less than the number. */
  get people(): readonly Person[] {
    return this.#people;
  }

  /** The person with this email (in any case) or custom employee ID; refuses with 404. */
  find(id: string): Person {
    const number = this.#byEmail.get(id.toLowerCase()) ?? this.#byId.get(id);
    const person = number === undefined ? undefined : this.numbered(number);
    if (person === undefined || this.isHidden(person.number)) throw new Refusal(404, 'Employee not found');
    return person;
  }

  numbered(number: number): Person | undefined {
    return this.#people[number - 1];
  }

  /** Whoever came last is not found for so many milliseconds, as where a server is slow to show what it has. */
  hideLast(ms: number): void {
    this.#hidden.set(this.#people.length, Date.now() + ms);
  }

  isHidden(number: number): boolean {
    return (this.#hidden.get(number) ?? 0) > Date.now();
  }

  /** Takes in someone new. Two people of one email or one custom employee ID are refused, whatever their status. */
  create(body: PersonBody, status: Status, invitations: number): Person {
    const number = this.#people.length + 1;
    if (body.email === undefined && body.custom_employee_id === undefined)
      throw new Refusal(422, 'email or custom_employee_id is required');
    this.#refuseDoubles(body, number);
    const person = {
      number,
      status,
      leader: this.#leaderOf(body) ?? null,
      invitations,
      channels: body.channels ?? CHANNELS,
      fields: { manage_team: false, license_type: 'standard' as const, ...this.#known(ownFields(body)) },
    };
    this.#put(person);
    return person;
  }

  /** Changes the fields that are there. Channels that are left out become all three, as the description says. */
  update(person: Person, body: PersonBody): Person {
    this.#refuseDoubles(body, person.number);
    if (person.fields.manage_team === true && body.manage_team === false)
      throw new Refusal(422, 'manage_team cannot be taken away');
    const leader = this.#leaderOf(body);
    const changed = {
      ...person,
      leader: leader === undefined ? person.leader : leader,
      channels: body.channels ?? CHANNELS,
      fields: { ...person.fields, ...this.#known(ownFields(body)) },
    };
    if (changed.leader === person.number) throw new Refusal(422, 'nobody can lead themselves');
    this.#put(changed);
    return changed;
  }

  /** Activates or deactivates someone who is not so yet. */
  setStatus(person: Person, status: 'active' | 'deactivated'): void {
    if (person.status === status) throw new Refusal(422, `employee is ${status} already`);
    this.#put({ ...person, status });
  }

  #put(person: Person): void {
    const before = this.numbered(person.number)?.fields;
    if (before?.email !== undefined) this.#byEmail.delete(before.email.toLowerCase());
    if (before?.custom_employee_id !== undefined) this.#byId.delete(before.custom_employee_id);
    const { email, custom_employee_id: id } = person.fields;
    if (email !== undefined) this.#byEmail.set(email.toLowerCase(), person.number);
    if (id !== undefined) this.#byId.set(id, person.number);
    this.#people[person.number - 1] = person;
  }

  #refuseDoubles({ email, custom_employee_id: id }: PersonBody, number: number): void {
    const holder = email === undefined ? undefined : this.#byEmail.get(email.toLowerCase());
    if (holder !== undefined && holder !== number && !this.isHidden(holder))
      throw new Refusal(422, 'email has already been taken');
    const sameId = id === undefined ? undefined : this.#byId.get(id);
    if (sameId !== undefined && sameId !== number && !this.isHidden(sameId))
      throw new Refusal(422, 'custom_employee_id has already been taken');
  }

  /** The leader's number; null for nobody, and undefined where the body does not say. */
  #leaderOf({ team_leader_id: id, team_leader_email: email }: PersonBody): number | null | undefined {
    if (id === undefined && email === undefined) return undefined;
    if (id === '' || email === '' || email === 'unassigned') return null;
    const number = email === undefined ? Number(id) : this.#byEmail.get(email.toLowerCase());
    const leader = this.numbered(number ?? 0);
    if (leader === undefined) throw new Refusal(422, 'team leader not found');
    if (leader.fields.manage_team !== true) throw new Refusal(422, 'team leader cannot manage a team');
    return leader.number;
  }

  #known(fields: Person['fields']): Person['fields'] {
    if (fields.role !== undefined && !this.#setup.roles.has(fields.role))
      throw new Refusal(422, `role not found: ${fields.role}`);
    const unknown = fields.groups?.find((group) => !this.#setup.groups.has(group));
    if (unknown !== undefined) throw new Refusal(422, `group not found: ${unknown}`);
    return fields;
  }
}

/** What is kept of a body as it was sent. */
function ownFields(body: PersonBody): Person['fields'] {
  const fields = { ...body };
  delete fields.team_leader_id;
  delete fields.team_leader_email;
  delete fields.channels;
  return fields;
}
