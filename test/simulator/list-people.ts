import type { Directory } from './directory.ts';
import { EMPLOYMENT_STATUSES, type Person, STATUSES } from './person.ts';
import { Refusal } from './refusal.ts';
import { shownPerson } from './show-person.ts';

const DEFAULT_SIZE = 100;
const LARGEST_SIZE = 500;

/** Both cursors that are documented: the parameter, and the one that the example of `next_page` has. */
const CURSORS = ['after', 'external_id'] as const;
const FILTERS = ['status', 'employee_status', 'team_leader_ids', 'reporting_groups', 'roles', 'q'] as const;
const PARAMETERS: ReadonlySet<string> = new Set([...CURSORS, ...FILTERS, 'number_of_employees']);

/** A page of the list, and where the next one is; an address of `origin`. */
export function listPeople(directory: Directory, query: URLSearchParams, origin: string) {
  const unknown = [...query.keys()].find((name) => !PARAMETERS.has(name));
  if (unknown !== undefined) throw new Refusal(400, `unknown parameter: ${unknown}`);
  const size = sizeOf(query.get('number_of_employees'));
  const matches = matcherOf(query);
  const found: Person[] = [];
  let more = false;
  for (let place = startOf(directory, query); place < directory.people.length && !more; place += 1) {
    const person = directory.people[place];
    if (person === undefined || directory.isHidden(person.number) || !matches(person)) continue;
    if (found.length === size) more = true;
    else found.push(person);
  }
  const employees = found.map((person) => shownPerson(person, directory));
  const last = found.at(-1);
  return { employees, meta: more && last ? { next_page: nextPage(origin, query, last.number) } : {} };
}

function nextPage(origin: string, query: URLSearchParams, last: number): string {
  const next = new URLSearchParams(query);
  for (const cursor of CURSORS) next.delete(cursor);
  next.set('after', String(last));
  return `${origin}/v2/employees?${next.toString()}`;
}

function sizeOf(asked: string | null): number {
  const size = asked === null ? DEFAULT_SIZE : Number(asked);
  if (!Number.isInteger(size) || size < 1 || size > LARGEST_SIZE)
    throw new Refusal(400, `number_of_employees must be 1 to ${LARGEST_SIZE}`);
  return size;
}

function startOf(directory: Directory, query: URLSearchParams): number {
  const cursor = query.get('after') ?? query.get('external_id');
  if (cursor === null) return 0;
  return directory.numbered(Number(cursor))?.number ?? directory.find(cursor).number;
}

function matcherOf(query: URLSearchParams): (person: Person) => boolean {
  const status = oneOf(STATUSES, query.get('status'), 'status');
  const employment = oneOf(EMPLOYMENT_STATUSES, query.get('employee_status'), 'employee_status');
  const [leaders, groups, roles] = [
    query.getAll('team_leader_ids'),
    query.getAll('reporting_groups'),
    query.getAll('roles'),
  ];
  const text = query.get('q')?.toLowerCase() ?? '';
  return ({ fields, ...person }) =>
    (status === null || person.status === status) &&
    (employment === null || fields.employment_status === employment) &&
    (leaders.length === 0 || leaders.includes(String(person.leader))) &&
    (groups.length === 0 || groups.some((group) => fields.groups?.includes(group) === true)) &&
    (roles.length === 0 || roles.includes(fields.role ?? '')) &&
    (text === '' || searchedText(fields).includes(text));
}

function searchedText(fields: Person['fields']): string {
  const { first_name: first, last_name: last, email, custom_employee_id: id } = fields;
  return [`${first ?? ''} ${last ?? ''}`, email ?? '', id ?? ''].join('\n').toLowerCase();
}

function oneOf<Value extends string>(
  values: readonly Value[],
  asked: string | null,
  name: string,
): Value | null {
  if (asked === null) return null;
  const value = values.find((known) => known === asked);
  if (value === undefined) throw new Refusal(400, `${name} must be one of: ${values.join(', ')}`);
  return value;
}
