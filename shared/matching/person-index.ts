import { finish, inSlices, type SlicedWork } from '../roster/sliced-work.ts';
import { Buckets } from './buckets.ts';
import { Found, MAX_NAMESAKES } from './found.ts';
import { NearIndex } from './near-index.ts';
import {
  foldName,
  isShortName,
  likenessOf,
  type OwnName,
  ownName,
  readName,
  soughtPartKeys,
  spokenName,
  spokenOrders,
  waysToSplit,
  wordsOf,
  type WrittenName,
} from './person-name.ts';
import { bareId, looseId, readReference, type ReferenceReading, withoutZeros } from './read-reference.ts';
import type { Answer, Match, Person, Reason } from './answer.ts';

/** Of more people than these, only those who can manage teams are found by a text that is merely near. */
const MAX_NEAR = 20_000;

/** People indexed between two pauses. */
const SLICE = 500;

/**
 * People by everything that a personnel system may write for them: built once, kept up by `add` and `remove`, and asked
 * for one reference after the other without a walk over the people. What it answers does not depend on their order.
 */
export class PersonIndex<Someone extends Person> {
  readonly #people = new Set<Someone>();
  /** By the part of the address before the @: few people share one. */
  readonly #byLogin = new Buckets<Someone>();
  /** By the ID without its zeros and separators. */
  readonly #byId = new Buckets<Someone>();
  readonly #byName = new Buckets<Someone>();
  readonly #byParts = new Buckets<Someone>();
  readonly #names = new Names();
  /** Made when a text is first looked for by nearness. */
  #near: Nearness | null = null;

  /** An index of some people, for those who have no window to keep alive. */
  static of<Someone extends Person>(people: readonly Someone[]): PersonIndex<Someone> {
    return finish(PersonIndex.indexing(people));
  }

  /** The same in slices of a few milliseconds. */
  static *indexing<Someone extends Person>(people: readonly Someone[]): SlicedWork<PersonIndex<Someone>> {
    const index = new PersonIndex<Someone>();
    yield* inSlices(people, SLICE, (person) => {
      index.add(person);
    });
    return index;
  }

  /** Takes somebody in; the same object is given to `remove`. */
  add(person: Someone): void {
    if (this.#people.size === MAX_NEAR) this.#near = null;
    this.#people.add(person);
    this.#file(person, (buckets, key) => {
      buckets.add(key, person);
    });
    if (this.#isNear(person)) this.#near?.add(person);
  }

  remove(person: Someone): void {
    if (this.#isNear(person)) this.#near?.remove(person);
    this.#people.delete(person);
    this.#file(person, (buckets, key) => {
      buckets.remove(key, person);
    });
    if (this.#people.size === MAX_NEAR) this.#near = null;
  }

  #file(person: Someone, put: (buckets: Buckets<Someone>, key: string) => void): void {
    const { email, employeeId } = person;
    if (email !== '') put(this.#byLogin, loginOf(email));
    if (employeeId !== '') put(this.#byId, bareId(employeeId));
    const { keys, partKeys } = this.#names.of(person);
    for (const key of keys) put(this.#byName, key);
    for (const key of partKeys) put(this.#byParts, key);
  }

  #isNear({ manages }: Person): boolean {
    return manages === true || this.#people.size <= MAX_NEAR;
  }

  /**
   * Whom a reference means: sure only where exactly one person is meant by their address, their ID (zeros, `.0` and
   * separators aside) or their full name, and the reference says nothing against it; never by nearness.
   */
  find(reference: string): Answer<Someone> {
    const reading = readReference(reference);
    const names = reading.names.map(readName);
    const identified = this.#distinct(this.#identified(reading)).all();
    const named = this.#distinct(this.#named(names, 'name')).all();
    const sure = sureOf(reading, names, identified, named);
    if (sure !== null) return { kind: 'sure', match: sure };
    const strong = new Found<Someone>([...identified, ...named]);
    return strong.size > 0 ? strong.answer() : this.#distinct(this.#weak(reading, names)).answer();
  }

  /** Each person once; who of the team is in the roster too is meant as the roster has them. */
  #distinct(matches: Iterable<Match<Someone>>): Found<Someone> {
    const found = new Found<Someone>([]);
    for (const { person, reason } of matches) found.add(this.#inRoster(person) ?? person, reason);
    return found;
  }

  #inRoster({ from, email, employeeId }: Someone): Someone | undefined {
    if (from === 'roster') return undefined;
    const same = [...this.#withEmail(email), ...exactly(this.#withIdLike(employeeId))];
    return new Found(same.filter((other) => other.from === 'roster').map(becauseOf<Someone>('id'))).first();
  }

  #withEmail(email: string): readonly Someone[] {
    // Stryker disable next-line ConditionalExpression,StringLiteral: nobody is filed under an address without text
    if (email === '') return [];
    return this.#byLogin.of(loginOf(email)).filter((person) => person.email === email);
  }

  #withIdLike(id: string): IdReading<Someone> {
    const loose = looseId(id);
    return { id, loose, people: this.#byId.of(withoutZeros(loose)) };
  }

  /** By address and by ID: exactly, and where nobody has it exactly, in another form. */
  #identified({ whole, emails, ids }: ReferenceReading): Match<Someone>[] {
    const wholeId = this.#withIdLike(whole);
    const exact = [
      ...this.#withEmail(whole.toLowerCase()).map(becauseOf<Someone>('email')),
      ...exactly(wholeId).map(becauseOf<Someone>('id')),
    ];
    if (exact.length > 0) return exact;
    const idsInside = ids.map((id) => this.#withIdLike(id));
    const inside = [
      ...emails.flatMap((email) => this.#withEmail(email).map(becauseOf<Someone>('emailInside'))),
      ...idsInside.flatMap((id) => exactly(id).map(becauseOf<Someone>('idInside'))),
    ];
    if (inside.length > 0) return inside;
    const alike = [wholeId, ...idsInside].flatMap(inAnotherForm);
    const sameForm = alike.filter(({ reason }) => reason === 'idForm');
    return sameForm.length > 0 ? sameForm : alike;
  }

  *#named(names: readonly WrittenName[], reason: Reason): Generator<Match<Someone>> {
    for (const { keys } of names)
      for (const key of keys)
        yield* this.#byName.of(key).slice(0, MAX_NAMESAKES).map(becauseOf<Someone>(reason));
  }

  *#weak({ emails, ids }: ReferenceReading, names: readonly WrittenName[]): Generator<Match<Someone>> {
    for (const name of names) yield* this.#byPartsOf(name);
    for (const login of [...emails.map(loginOf), ...ids.map((id) => id.toLowerCase())])
      yield* this.#byLogin.of(login).slice(0, MAX_NAMESAKES).map(becauseOf<Someone>('login'));
    for (const email of emails) yield* this.#named([readName(loginOf(email))], 'login');
    for (const email of emails) yield* this.#nearEmail(email);
    for (const name of names) yield* this.#nearName(name);
  }

  *#byPartsOf(written: WrittenName): Generator<Match<Someone>> {
    for (const { given, family } of waysToSplit(written))
      for (const key of soughtPartKeys(given, family))
        for (const person of this.#byParts.of(key).slice(0, MAX_NAMESAKES)) {
          const likeness = likenessOf(given, wordsOf(foldName(person.firstName)));
          if (likeness !== null) yield { person, reason: likeness };
        }
  }

  *#nearEmail(email: string): Generator<Match<Someone>> {
    const domain = email.slice(email.indexOf('@'));
    for (const { text } of this.#nearness().logins.find(loginOf(email)))
      for (const person of this.#byLogin.of(text))
        if (person.email.endsWith(domain)) yield { person, reason: 'nearEmail' };
  }

  *#nearName(name: WrittenName): Generator<Match<Someone>> {
    for (const spoken of spokenOrders(name))
      for (const { text } of this.#nearness().names.find(spoken))
        yield* this.#named([readName(text)], 'nearName');
  }

  #nearness(): Nearness {
    if (this.#near !== null) return this.#near;
    this.#near = new Nearness();
    for (const person of this.#people) if (this.#isNear(person)) this.#near.add(person);
    return this.#near;
  }
}

/** Names that are remembered; where there are more, hardly any comes twice, and none is. */
const MAX_NAMES = 10_000;

/**
 * Names of people as they are compared. Together with `Buckets` in one map and `looseId` without its expressions, it took
 * the index of 100,000 people with 400 names from some 1.5 s of CPU to 0.6 s; where names hardly repeat it buys nothing.
 */
class Names {
  #known: Map<string, OwnName> | null = new Map();

  of({ firstName, lastName }: Person): OwnName {
    if (this.#known === null) return ownName(firstName, lastName);
    const written = `${firstName}\n${lastName}`;
    const known = this.#known.get(written);
    if (known !== undefined) return known;
    const name = ownName(firstName, lastName);
    this.#known.set(written, name);
    if (this.#known.size > MAX_NAMES) this.#known = null;
    return name;
  }
}

/** An ID of a reference, its `looseId`, and the people who have it in one form or another. */
interface IdReading<Someone> {
  readonly id: string;
  readonly loose: string;
  readonly people: readonly Someone[];
}

function exactly<Someone extends Person>({ id, people }: IdReading<Someone>): Someone[] {
  return people.filter(({ employeeId }) => employeeId === id);
}

function inAnotherForm<Someone extends Person>({ loose, people }: IdReading<Someone>): Match<Someone>[] {
  if (loose === '') return [];
  return people.map((person) => ({
    person,
    reason: looseId(person.employeeId) === loose ? 'idForm' : 'idZeros',
  }));
}

/** The names and addresses of people for finding those that differ in a letter or two. */
class Nearness {
  readonly names = new NearIndex();
  readonly logins = new NearIndex();

  add({ firstName, lastName, email }: Person): void {
    this.names.add(spokenName(ownName(firstName, lastName)));
    this.logins.add(loginOf(email));
  }

  remove({ firstName, lastName, email }: Person): void {
    this.names.remove(spokenName(ownName(firstName, lastName)));
    this.logins.remove(loginOf(email));
  }
}

function sureOf<Someone extends Person>(
  reading: ReferenceReading,
  names: readonly WrittenName[],
  identified: readonly Match<Someone>[],
  named: readonly Match<Someone>[],
): Match<Someone> | null {
  const both = identified.filter(({ person }) => named.some((other) => other.person === person));
  if (both.length === 1 && both[0] !== undefined) return both[0];
  const [one, ...others] = identified.length > 0 ? identified : inTheirOrder(names, named);
  if (one === undefined || others.length > 0) return null;
  if (identified.length > 0) return named.length === 0 ? one : null;
  const isTooLittle = isShortName(ownName(one.person.firstName, one.person.lastName));
  return isTooLittle || contradicts(reading, one.person) ? null : one;
}

/** Of namesakes by the same words, those whose family and given names stand in the reference’s order. */
function inTheirOrder<Someone extends Person>(
  names: readonly WrittenName[],
  named: readonly Match<Someone>[],
): readonly Match<Someone>[] {
  if (named.length < 2) return named;
  return named.filter(({ person: { firstName, lastName } }) => {
    const { given, family } = ownName(firstName, lastName);
    const [familyFirst, givenFirst] = [[...family, ...given].join(' '), [...given, ...family].join(' ')];
    return names.some(({ words, comma }) => {
      const text = words.join(' ');
      return text === familyFirst || (comma === null && text === givenFirst);
    });
  });
}

/** A reference that states an address or an ID which is not the person’s, who has one, means somebody else perhaps. */
function contradicts({ emails, ids }: ReferenceReading, { email, employeeId }: Person): boolean {
  const isOther = emails.length > 0 && email !== '' && !emails.includes(email);
  return isOther || (employeeId !== '' && ids.some((id) => /\p{Nd}/u.test(id)));
}

function loginOf(email: string): string {
  const at = email.indexOf('@');
  return at < 0 ? '' : email.slice(0, at);
}

function becauseOf<Someone>(reason: Reason): (person: Someone) => Match<Someone> {
  return (person) => ({ person, reason });
}
