import { z } from 'zod';
import { type ColumnKey, columns } from '../person/catalogue.ts';
import {
  type CurrentTeam,
  makeMember,
  PERSON_KEYS,
  type PersonKey,
  type TeamMember,
} from '../person/team-member.ts';
import { TextSharer } from '../roster/share-texts.ts';
import { parseJson } from '../text/plain-text.ts';
import { teamHead, type TeamHead } from './team-head.ts';

/*
 * The form in which a snapshot is kept: lines of JSON, so that a window takes it in slice by slice without ever parsing
 * much at once. The first line is the head, each other one a person without the fields that say nothing.
 */

/** Raised when a snapshot is written so that an older Rollcall would misread it. In version 1, channels were a list. */
const VERSION = 2;

/** What the list of channels of version 1 had for the columns of today. */
const OLD_CHANNELS: Partial<Record<PersonKey, string>> = {
  phoneChannel: 'phone',
  chatChannel: 'chat',
  emailChannel: 'email',
};

const KEYS: ReadonlySet<string> = new Set(columns.map(({ key }) => key));
const columnKey = z.custom<ColumnKey>((value) => typeof value === 'string' && KEYS.has(value));

/** The first line. Fields that a later Rollcall adds are let pass. */
const headLine = z.looseObject({
  ...teamHead.shape,
  version: z.number().int().positive(),
  untold: z.array(columnKey),
});

/** A snapshot as lines, each with its line break. */
export function* teamLines(
  { takenAt, people, untold }: CurrentTeam,
  from: TeamHead['from'],
  odd?: TeamHead['odd'],
): Generator<string> {
  yield `${JSON.stringify({ version: VERSION, takenAt, people: people.length, from, untold, odd })}\n`;
  for (const member of people) {
    const said = Object.entries(member).filter(([, value]) => !isNothing(value));
    yield `${JSON.stringify(Object.fromEntries(said))}\n`;
  }
}

function isNothing(value: unknown): boolean {
  return value === '' || value === false || (Array.isArray(value) && value.length === 0);
}

/** What the first line of a snapshot says; `newer` if it is of a newer Rollcall, null if it is no such line. */
export function readTeamHead(line: string): (TeamHead & Pick<CurrentTeam, 'untold'>) | 'newer' | null {
  const json = parseJson(line);
  const read = headLine.safeParse(json);
  const version = z.looseObject({ version: z.number() }).safeParse(json);
  if (version.success && version.data.version > VERSION) return 'newer';
  if (!read.success) return null;
  const { takenAt, people, from, untold, odd } = read.data;
  return { takenAt, people, from, untold, ...(odd !== undefined && { odd }) };
}

/** Takes in the text of a snapshot, which arrives in parts cut anywhere. */
export interface TeamReader {
  /** Takes in a part, with a pause after every few hundred people. */
  push(part: string): Generator<void, void>;
  /** The snapshot; null if its lines are not all there, or are not those of one. */
  finish(): CurrentTeam | null;
}

/** People between two pauses. */
const SLICE = 200;

/** A reader that has read nothing. */
export function createTeamReader(): TeamReader {
  return new LinesReader();
}

class LinesReader implements TeamReader {
  #head: ReturnType<typeof readTeamHead> = null;
  #rest = '';
  #isFirst = true;
  #isDamaged = false;
  readonly #people: TeamMember[] = [];
  readonly #sharers = new Map<string, TextSharer>(PERSON_KEYS.map((key) => [key, new TextSharer()]));
  readonly #lists = new Map<string, readonly string[]>();

  *push(part: string): Generator<void, void> {
    const text = this.#rest + part;
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      this.#add(text.slice(from, end));
      from = end + 1;
      if (this.#people.length % SLICE === 0) yield;
    }
    this.#rest = text.slice(from);
  }

  finish(): CurrentTeam | null {
    const head = this.#head;
    if (head === null || head === 'newer' || this.#isDamaged || this.#rest !== '') return null;
    if (head.people !== this.#people.length) return null;
    return { takenAt: head.takenAt, people: this.#people, untold: head.untold };
  }

  #add(line: string): void {
    if (this.#isFirst) {
      this.#isFirst = false;
      this.#head = readTeamHead(line);
      return;
    }
    const fields = parseJson(line);
    if (isRecord(fields)) this.#people.push(this.#member(fields));
    else this.#isDamaged = true;
  }

  /** Equal texts and lists are one, since thousands have the same role and group. */
  #member(fields: Readonly<Record<string, unknown>>): TeamMember {
    const channels = this.#list(fields['channels']);
    return makeMember({
      text: (key) => {
        const value = fields[key];
        return typeof value === 'string' ? (this.#sharers.get(key)?.share(value) ?? value) : '';
      },
      flag: (key) => fields[key] === true || channels.includes(OLD_CHANNELS[key] ?? ''),
      names: (key) => this.#list(fields[key]),
    });
  }

  #list(value: unknown): readonly string[] {
    if (!Array.isArray(value)) return NONE;
    const texts = value.filter((item) => typeof item === 'string');
    const key = JSON.stringify(texts);
    const known = this.#lists.get(key);
    // Stryker disable next-line ConditionalExpression: equal lists say the same
    if (known === undefined) this.#lists.set(key, texts);
    return known ?? texts;
  }
}

const NONE: readonly string[] = [];

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
