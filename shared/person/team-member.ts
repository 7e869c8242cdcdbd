import { type ColumnKey, columns, type FieldKind, type FieldOf } from './catalogue.ts';

/** What the fields of a person hold, by the kind of their column: yes or no, names, or a text. */
const SHAPES = {
  text: 'text',
  longText: 'text',
  role: 'text',
  yesNo: 'flag',
  email: 'text',
  employeeId: 'text',
  leader: 'text',
  employmentStatus: 'text',
  date: 'text',
  groups: 'names',
  licenseType: 'text',
  deactivated: 'flag',
  photoUrl: 'text',
  password: 'text',
} as const satisfies Record<FieldKind, keyof Values>;

/** The values that a field of a person may have. */
interface Values {
  readonly flag: boolean;
  readonly names: readonly string[];
  readonly text: string;
}

type ValueOf<Key extends ColumnKey> = Values[(typeof SHAPES)[FieldOf<Key>]];

/** A column that says something lasting about a person: a temporary password is for the first time that they sign in. */
export type PersonKey = Exclude<ColumnKey, 'temporaryPassword'>;

/**
 * Someone who is in Agent Connect already, with a field for each column of the catalogue. Texts as Agent Connect shows
 * them; empty where it has none. Employment status and license type are spelled as in a roster, dates are YYYY-MM-DD,
 * whatever the snapshot came from, and a leader is named by email address or employee ID.
 */
export type TeamMember = { readonly [Key in PersonKey]: ValueOf<Key> };

/** The fields of a person in the order of the catalogue. */
export const PERSON_KEYS: readonly PersonKey[] = columns.flatMap(({ key }) =>
  key === 'temporaryPassword' ? [] : [key],
);

/** Reads the fields of a person from wherever they stand, each by what it holds. */
export type FieldReaders = {
  readonly [Shape in keyof Values]: (key: PersonKey) => Values[Shape];
};

const SHAPED = columns.flatMap(({ key, field }) =>
  key === 'temporaryPassword' ? [] : [{ key, shape: SHAPES[field] }],
);

/** A person, every field of whom is read. */
export function makeMember(read: FieldReaders): TeamMember {
  const member: Partial<Record<PersonKey, Values[keyof Values]>> = {};
  for (const { key, shape } of SHAPED) member[key] = read[shape](key);
  // Each field was read by the shape that its type is made of.
  return member as TeamMember;
}

/** A snapshot of everyone in Agent Connect, with its age (ISO date and time). */
export interface CurrentTeam {
  readonly takenAt: string;
  readonly people: readonly TeamMember[];
  /** Columns that the snapshot does not tell: what its people have in them is not known, and empty here. */
  readonly untold: readonly ColumnKey[];
}
