import { z } from 'zod';
import { columns } from '../person/catalogue.ts';
import { quoted } from '../rules/messages/words.ts';

/** Odd people that are named; of more only the number is said. */
export const MAX_ODD_NAMED = 10;

/** Somebody of a team that was pulled of whom not all could be understood. */
export const oddPerson = z.strictObject({
  /** First and last name, else what identifies them; empty where nothing does. */
  name: z.string(),
  /** The fields of the API that could not be understood; empty where nothing identifies the person. */
  fields: z.array(z.string()).readonly(),
});
export type OddPerson = z.infer<typeof oddPerson>;

/** The odd people of a team as they are kept with it: so many, and who the first of them are. */
export const oddPeople = z.strictObject({
  count: z.int().positive(),
  first: z.array(oddPerson).max(MAX_ODD_NAMED).readonly(),
});
export type OddPeople = z.infer<typeof oddPeople>;

/** What is known of a snapshot of a current team without reading it. */
export const teamHead = z.strictObject({
  /** ISO date and time. */
  takenAt: z.iso.datetime(),
  people: z.number().int().nonnegative(),
  /** Pulled from this host (name and port), or read from a file of this name. */
  from: z.union([z.strictObject({ host: z.string() }), z.strictObject({ file: z.string() })]),
  /** Those of whom not all could be understood; left out where there are none. */
  odd: oddPeople.optional(),
});
export type TeamHead = z.infer<typeof teamHead>;

/** Characters of a name and fields of a person that are kept. */
const MAX_NAME = 100;

const MAX_FIELDS = 20;

/** What is kept of odd people; null where there are none. */
export function oddPeopleOf(odd: readonly OddPerson[]): OddPeople | null {
  if (odd.length === 0) return null;
  const first = odd.slice(0, MAX_ODD_NAMED).map(({ name, fields }) => ({
    name: name.slice(0, MAX_NAME),
    fields: fields.slice(0, MAX_FIELDS),
  }));
  return { count: odd.length, first };
}

/** Who the odd people of a team are, and what was not understood of each, in two sentences. */
export function oddPeopleSentence({ count, first }: OddPeople): string {
  const names = first.map(
    ({ name, fields }) => `${whoIs(name)} (${fields.length === 0 ? NAMELESS : headersOf(fields)})`,
  );
  const more = count > first.length ? `, and ${(count - first.length).toLocaleString('en-US')} more` : '';
  const people = count === 1 ? 'one person' : `${count.toLocaleString('en-US')} people`;
  return `Not all that Agent Connect says of ${people} could be understood: ${names.join(', ')}${more}. They were taken without it; check them in Agent Connect before you change them.`;
}

const NAMELESS = 'neither an email address nor an employee ID, so left out';

function whoIs(name: string): string {
  return name === '' ? 'somebody without a name' : quoted(name);
}

function headersOf(fields: readonly string[]): string {
  return fields
    .map((field) => columns.find(({ apiField }) => apiField === field)?.header ?? field)
    .join(', ');
}
