import { type Channel, CHANNELS, columnOf } from '../person/catalogue.ts';
import { makeMember, type PersonKey, type TeamMember } from '../person/team-member.ts';
import { employmentStatusMeaning, licenseTypeMeaning } from '../rules/cell-rules/choices.ts';
import { groupNames } from '../rules/cell-rules/groups.ts';

/** What the description says of someone without a team leader. */
const UNASSIGNED = 'unassigned';

const TRUE: ReadonlySet<unknown> = new Set(['true', 'yes', 'y', '1']);
const FALSE: ReadonlySet<unknown> = new Set(['false', 'no', 'n', '0', '']);

/** Characters of a value that are read, and of a profile, which may be long. */
const MAX_TEXT = 4096;
const MAX_PROFILE = 64 << 10;

/** By what an object names itself that stands where a name is described. */
const NAMES = ['name', 'title', 'label', 'value', 'email'] as const;

/** Someone of the API: any JSON object, as nobody vouches for its form. */
export type Employee = Readonly<Record<string, unknown>>;

/** Someone as the API has them, as far as that can be understood. */
export interface ReadEmployee {
  readonly member: TeamMember;
  /** The fields of the API that were there and understood: of the others the member says nothing. */
  readonly told: ReadonlySet<string>;
  /** The fields of the API that were there in a form that nobody can understand. */
  readonly odd: readonly string[];
}

/**
 * Reads someone of the API (`GET /v2/employees`, the echo of POST and PUT, or the body of either) in the words of a
 * roster. No field is documented to be always there, and what is of another type than described is taken as it is
 * meant: a number for a text, “true” for true, `{ "name": "Support" }` for Support. `deactivated` is what the filter
 * of the list says; a status that the answer has counts too.
 */
export function readEmployee(employee: Employee, deactivated: boolean): ReadEmployee {
  const fields = new Fields(employee);
  const isGone = fields.text('status').trim().toLowerCase() === 'deactivated';
  const member = makeMember({
    text: (key) => inRosterWords(key, fields.text(fieldOf(key), maxOf(key))),
    flag: (key) => (key === 'deactivated' ? deactivated || isGone : fields.yesNo(fieldOf(key), entryOf(key))),
    // The answer of PUT has the groups by another name.
    names: (key) => fields.names(fieldOf(key) in employee ? fieldOf(key) : 'reporting_groups'),
  });
  if (fields.told.delete('reporting_groups')) fields.told.add('groups');
  return { member, told: fields.told, odd: [...fields.odd] };
}

function fieldOf(key: PersonKey): string {
  return columnOf(key).apiField ?? '';
}

function entryOf(key: PersonKey): string | undefined {
  return columnOf(key).apiEntry;
}

function maxOf(key: PersonKey): number {
  return columnOf(key).field === 'longText' ? MAX_PROFILE : MAX_TEXT;
}

/** A text of the API as a roster has it. */
function inRosterWords(key: PersonKey, text: string): string {
  switch (columnOf(key).field) {
    case 'email':
    case 'employeeId':
      return text.trim();
    case 'leader':
      return text.trim().toLowerCase() === UNASSIGNED ? '' : text.trim();
    case 'employmentStatus':
      return employmentStatusMeaning(text) ?? text;
    case 'licenseType':
      return licenseTypeMeaning(text) ?? text;
    case 'date':
      // “ISO 8601”: the day, whether or not a time follows.
      return text.replace(/^(\d{4}-\d\d-\d\d)T.*$/, '$1');
    default:
      return text;
  }
}

/** The fields of one object: what is read is noted as understood or not. */
class Fields {
  readonly told = new Set<string>();
  readonly odd = new Set<string>();
  readonly #employee: Employee;

  constructor(employee: Employee) {
    this.#employee = employee;
  }

  /** A text, cut to so many characters before anything is done to it. */
  text(field: string, max = MAX_TEXT): string {
    return this.#note(field, '', (value) => textOf(typeof value === 'string' ? value.slice(0, max) : value));
  }

  /** A field that says yes, or of a list that has an entry for it. */
  yesNo(field: string, entry: string | undefined): boolean {
    if (entry === undefined) return this.#note(field, false, yesNoOf);
    return this.#note<readonly string[]>(field, [], channelsOf).includes(entry);
  }

  names(field: string): readonly string[] {
    return this.#note(field, [], namesOf);
  }

  #note<Value>(field: string, empty: Value, read: (value: unknown) => Value | null): Value {
    const value = Object.hasOwn(this.#employee, field) ? this.#employee[field] : undefined;
    if (value === undefined) return empty;
    const understood = value === null ? empty : read(value);
    if (understood === null) this.odd.add(field);
    else this.told.add(field);
    return understood ?? empty;
  }
}

/** The text of a value; null where it has none. */
function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!isObject(value)) return null;
  const name = NAMES.map((key) => value[key]).find((named) => typeof named === 'string');
  return typeof name === 'string' ? name : null;
}

function yesNoOf(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  const word = textOf(value)?.trim().toLowerCase();
  if (TRUE.has(word)) return true;
  return FALSE.has(word) ? false : null;
}

/** Names in a list, of which each may be an object; or in one text, as a cell of a roster has them. */
function namesOf(value: unknown): readonly string[] | null {
  if (typeof value === 'string') return value.length > MAX_TEXT ? null : groupsOf(value);
  if (!Array.isArray(value)) return null;
  const names = value.map(textOf);
  const known = names.filter((name) => name !== null);
  return known.length === names.length ? known : null;
}

function groupsOf(text: string): readonly string[] | null {
  return text.trim() === '' ? [] : groupNames(text);
}

/** Channels in a list, or in one text as the description of a single person has them, or as `{ "phone": true }`. */
function channelsOf(value: unknown): readonly Channel[] | null {
  if (isObject(value)) return CHANNELS.filter((channel) => yesNoOf(value[channel]) === true);
  const names = typeof value === 'string' ? value.slice(0, MAX_TEXT).split(/[\s,]/) : namesOf(value);
  if (names === null) return null;
  const lower = new Set(names.map((name) => name.trim().toLowerCase()));
  return CHANNELS.filter((channel) => lower.has(channel));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
