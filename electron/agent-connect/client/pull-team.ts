import type { z } from 'zod';
import { readEmployee } from '../../../shared/team/read-employee.ts';
import { failed, type Failure } from '../../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../../shared/failures/result.ts';
import type { CurrentTeam, TeamMember } from '../../../shared/person/team-member.ts';
import type { OddPerson } from '../../../shared/team/team-head.ts';
import type { Address } from './address.ts';
import { type ApiRequest, ask } from './ask.ts';
import { askAgain, type OnPause } from './retry.ts';
import type { Connection } from './connection.ts';
import { employee, type Identity, identityIn } from './employee.ts';
import { shownWords } from './server-words.ts';
import { firstPage, LARGEST_PAGE, listPage, nextPage, sizedPage } from './employee-list.ts';

/**
 * What is asked for, in turn: everyone, and those of each status but “active”. An answer does not say a person's status,
 * so that only the filter tells who is deactivated; and nothing says whether the list without a filter has everyone.
 */
const LISTS = [null, 'created', 'unapproved', 'confirmed', 'pending review', 'deactivated'] as const;

/** Pages after which a list is taken for endless; at the documented 100 on a page, twice the largest roster. */
const MOST_PAGES = 10_000;

/** Where profiles are long, a page of 500 is more than is read at once: then so many people are asked for. */
const SMALLER_PAGE = 50;

/** Told while a pull goes on. */
export interface Watcher {
  /** People known so far. */
  readonly onPeople: (count: number) => void;
  readonly onPause: OnPause;
}

/** A page of people, as it was answered. */
type Page = z.infer<typeof listPage>;

/** Asks for one page. */
type AskForPage = (request: ApiRequest) => Promise<Result<Page, Failure>>;

/** Takes the people of a page in; `status` is the one that they were asked for by, null of the list without a filter. */
type TakePage = (people: Page['employees'], status: (typeof LISTS)[number]) => void;

/** A team as it was pulled. */
export interface PulledTeam {
  readonly team: CurrentTeam;
  /** Those to be named, as they are in the team in part, or not at all. */
  readonly odd: readonly OddPerson[];
}

/**
 * Everyone in an organization's Agent Connect, page by page; who is on two pages or lists is one person. Each is taken as
 * far as they can be understood; who has neither an email address nor an employee ID is nobody that a roster could mean.
 */
export async function pullTeam(
  connection: Connection,
  watcher: Watcher,
  signal: AbortSignal,
): Promise<Result<PulledTeam, Failure>> {
  const takenAt = new Date(connection.clock.now()).toISOString();
  const people = new Map<string, TeamMember>();
  const odd = new Map<string, OddPerson>();
  const askFor: AskForPage = (request) =>
    askAgain(connection, () => ask(connection, request, listPage, signal), watcher.onPause, signal);
  const read = await readLists(connection.address, askFor, (page, status) => {
    for (const person of page) takeIn(person, status === 'deactivated', people, odd);
    watcher.onPeople(people.size);
  });
  if (!read.ok) return read;
  const team: CurrentTeam = { takenAt, people: [...people.values()], untold: ['temporaryPassword'] };
  return success({ team, odd: [...odd.values()] });
}

function takeIn(
  person: unknown,
  deactivated: boolean,
  people: Map<string, TeamMember>,
  odd: Map<string, OddPerson>,
): void {
  const read = employee.safeParse(person);
  const { member, odd: fields } = readEmployee(read.success ? read.data : {}, deactivated);
  const key = keyOf(member);
  if (key !== '') people.set(key, member);
  if (key !== '' && fields.length === 0) return;
  const name = shownWords(
    `${member.firstName} ${member.lastName}`.trim() || member.email || member.employeeId,
    [],
  );
  odd.set(key === '' ? name : key, { name, fields });
}

/** Email addresses differ in more than case; an ID is as it is. Empty for nobody. */
function keyOf({ email, employeeId }: Identity): string {
  return email === '' && employeeId === '' ? '' : `${email.toLowerCase()}\n${employeeId}`;
}

/** Reads every list of people, page by page, in whatever way a page is asked for. */
export async function readLists(
  address: Address,
  askFor: AskForPage,
  take: TakePage,
): Promise<Result<null, Failure>> {
  for (const status of LISTS) {
    const read = await readList(address, status, askFor, take);
    if (!read.ok) return read;
  }
  return success(null);
}

async function readList(
  address: Address,
  status: (typeof LISTS)[number],
  askFor: AskForPage,
  take: TakePage,
): Promise<Result<null, Failure>> {
  const asked = new Set<string>();
  const seen = new Set<string>();
  for (let path = firstPage(status), size = LARGEST_PAGE; ;) {
    asked.add(path);
    const page = await askFor({ method: 'GET', path });
    if (!page.ok && page.failure.code === 'connect.tooLarge' && size > SMALLER_PAGE) {
      size = SMALLER_PAGE;
      path = sizedPage(path, size);
      continue;
    }
    if (!page.ok) return page;
    const before = seen.size;
    for (const person of page.value.employees) seen.add(keyOf(identityIn(person)));
    take(page.value.employees, status);
    const next = page.value.meta?.next_page ?? '';
    if (next === '') return success(null);
    const following = nextPage(next, path, address);
    if (!following.ok) return following;
    path = following.value;
    // Each page brings somebody who was on none before, or there would be no end.
    if (asked.has(path) || seen.size === before || asked.size === MOST_PAGES)
      return failure(failed('connect.endless', { host: address.host, pages: asked.size }));
  }
}
