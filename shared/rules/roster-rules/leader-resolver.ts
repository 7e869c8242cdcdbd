import { AT } from '../../person/catalogue.ts';
import type { Answer, Match, Person } from '../../matching/answer.ts';
import { PersonIndex } from '../../matching/person-index.ts';
import type { TeamMember } from '../../person/team-member.ts';
import type { Change } from '../../roster/change.ts';
import { cellAt, type Roster, type Row, type RowId } from '../../roster/roster.ts';
import { finish, inSlices, type SlicedWork, within } from '../../roster/sliced-work.ts';
import { cleaned } from '../cell-rules/clean-text.ts';
import { idKey } from '../cell-rules/employee-id.ts';
import { emailKey, isEmail } from '../cell-rules/email.ts';
import { yesNoMeaning } from '../cell-rules/yes-no.ts';
import type { Settings } from '../settings.ts';

/** Someone whom a Team Leader cell can name: a row of the roster, or somebody of the current team who is not in it. */
export interface Leader extends Person {
  /** Null for somebody of the current team. */
  readonly row: RowId | null;
  /** As the roster or the team has them. */
  readonly role: string;
  /** The address as it would be written, which `email` is in lower case. */
  readonly address: string;
}

/** Whom a reference to a Team Leader means. */
export type LeaderAnswer = Answer<Leader>;

/** Rows that a change may touch before everybody is taken in anew. */
const MAX_FOLLOWED = 2000;

/** Rows between two pauses. */
const SLICE = 1000;

/** The columns by which somebody is found, and those that say whether they can be proposed. */
const POSITIONS: ReadonlySet<number> = new Set([
  AT.email,
  AT.employeeId,
  AT.firstName,
  AT.lastName,
  AT.role,
  AT.canManageTeams,
  AT.deactivated,
]);

/** Everybody who can be named, and who of them is which row. */
interface Leaders {
  readonly index: PersonIndex<Leader>;
  readonly ofRow: Map<RowId, Leader>;
}

/**
 * Who is meant by what stands in Team Leader: everybody of the roster and of the current team, whatever their Can Manage
 * Teams says, but for those who have left or whom no cell can name, having neither address nor ID. The index is made when
 * it is first asked, or in slices by `preparing`, and follows small changes.
 */
export class LeaderResolver {
  readonly #roster: Roster;
  readonly #members: readonly TeamMember[];
  #leaders: Leaders | null = null;
  /** How often people have changed while nobody was taken in. */
  #missed = 0;
  /** By reference, what was answered since somebody changed last. */
  readonly #answers = new Map<string, LeaderAnswer>();

  constructor(roster: Roster, { team }: Pick<Settings, 'team'>) {
    this.#roster = roster;
    this.#members = team?.people ?? [];
  }

  /** Whom a reference means, as `PersonIndex.find` has it. */
  find(reference: string): LeaderAnswer {
    const known = this.#answers.get(reference);
    if (known !== undefined) return known;
    this.#leaders ??= finish(this.#collecting());
    const answer = this.#leaders.index.find(reference);
    this.#answers.set(reference, answer);
    return answer;
  }

  /**
   * Makes the index in slices, where it is not made yet, so that the next question is answered at once. If somebody
   * changes or asks in between, what was made is not used.
   */
  *preparing(): SlicedWork<void> {
    if (this.#leaders !== null) return;
    const missed = this.#missed;
    const leaders = yield* this.#collecting();
    if (missed === this.#missed) this.#leaders ??= leaders;
  }

  *#collecting(): SlicedWork<Leaders> {
    const leaders = { index: new PersonIndex<Leader>(), ofRow: new Map<RowId, Leader>() };
    yield* within(
      inSlices(this.#roster.rows, SLICE, (row) => {
        addRow(leaders, row);
      }),
      0,
      0.8,
    );
    yield* within(
      inSlices(this.#members, SLICE, (member, place) => {
        addMember(leaders, member, place);
      }),
      0.8,
      1,
    );
    return leaders;
  }

  /** Takes in what a change has done to people, after it was applied. */
  follow(change: Change): void {
    const touched = new Set([...change.removed, ...change.inserted].map(({ row }) => row));
    for (const { row, position } of change.cells) if (POSITIONS.has(position)) touched.add(row);
    if (touched.size === 0) return;
    this.#answers.clear();
    if (this.#leaders === null || touched.size > MAX_FOLLOWED) this.forget();
    else for (const id of touched) this.#follow(this.#leaders, id);
  }

  /** Forgets everybody: the roster is another now. */
  forget(): void {
    this.#leaders = null;
    this.#missed += 1;
    this.#answers.clear();
  }

  #follow(leaders: Leaders, id: RowId): void {
    const before = leaders.ofRow.get(id);
    if (before) leaders.index.remove(before);
    leaders.ofRow.delete(id);
    const row = this.#roster.byId.get(id);
    if (row) addRow(leaders, row);
  }
}

function addRow({ index, ofRow }: Leaders, row: Row): void {
  const leader = leaderOfRow(row);
  if (leader === null) return;
  ofRow.set(row.id, leader);
  index.add(leader);
}

function addMember({ index }: Leaders, member: TeamMember, place: number): void {
  if (member.deactivated) return;
  const leader = leaderOf(member, { row: null, place, manages: member.canManageTeams, from: 'team' });
  if (leader !== null) index.add(leader);
}

/** The texts of somebody who may be named as Team Leader. */
interface LeaderTexts {
  readonly email: string;
  readonly employeeId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: string;
}

/** The person whom some texts are about; null where a reference cannot name them, having neither address nor ID. */
export function leaderOf(
  texts: LeaderTexts,
  { row, manages, from, place }: Pick<Leader, 'row' | 'manages' | 'from' | 'place'>,
): Leader | null {
  const email = texts.email === '' ? '' : emailKey(texts.email);
  const employeeId = idKey(texts.employeeId);
  if (email === '' && employeeId === '') return null;
  return {
    row,
    manages,
    from,
    place,
    email,
    employeeId,
    firstName: cleaned(texts.firstName),
    lastName: cleaned(texts.lastName),
    role: texts.role,
    address: email === texts.email || !isEmail(texts.email) ? email : texts.email,
  };
}

function leaderOfRow(row: Row): Leader | null {
  if (yesNoMeaning(cellAt(row, AT.deactivated)) === 'y') return null;
  const manages = yesNoMeaning(cellAt(row, AT.canManageTeams));
  return leaderOf(
    {
      email: cellAt(row, AT.email),
      employeeId: cellAt(row, AT.employeeId),
      firstName: cellAt(row, AT.firstName),
      lastName: cellAt(row, AT.lastName),
      role: cellAt(row, AT.role),
    },
    { row: row.id, place: row.id, manages: manages === null ? null : manages === 'y', from: 'roster' },
  );
}

/**
 * How a Team Leader cell names the person of a match: by their ID where the reference was one without its zeros or in
 * another form, else by their address, or by their ID where they have none.
 */
export function referenceTo({ person, reason }: Match<Leader>): string {
  const { address, employeeId } = person;
  const isById = reason === 'idZeros' || reason === 'idForm';
  if (address === '' || (isById && employeeId !== '')) return employeeId;
  return address;
}

/** Whether somebody cannot manage teams, and the roster could say that they can. */
export function mayBeLet(person: Leader): person is Leader & { readonly row: RowId } {
  return person.row !== null && person.manages !== true;
}

/** First and last name; empty where there is none. */
export function leaderName({ firstName, lastName }: Pick<Leader, 'firstName' | 'lastName'>): string {
  return `${firstName} ${lastName}`.trim();
}
