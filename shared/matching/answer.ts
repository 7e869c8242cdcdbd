/** Someone who can be meant by a reference. Texts are as they are compared elsewhere; empty where there is none. */
export interface Person {
  /** In lower case. */
  readonly email: string;
  readonly employeeId: string;
  readonly firstName: string;
  readonly lastName: string;
  /** Whether they can manage teams; null where that is not said. It orders candidates and decides nothing. */
  readonly manages: boolean | null;
  /** Someone of the team who shares an address or an ID with someone of the roster is that person. */
  readonly from: 'roster' | 'team';
  /** Another number for each, by which those are ordered who are the same in all else. */
  readonly place: number;
}

/**
 * Why somebody may be meant by a reference, the strongest first: their address or ID as it stands there; the address or
 * ID inside the text; the ID in another form (`1001.0`, `E 1001`) or without its zeros; their full name; a part of it, a
 * short form of the given name or its initial; the part of the address before the @, or their name in it; an address or
 * a name that differs in a letter or two.
 */
export const REASONS = [
  'email',
  'id',
  'emailInside',
  'idInside',
  'idForm',
  'idZeros',
  'name',
  'nameParts',
  'nickname',
  'initials',
  'login',
  'nearEmail',
  'nearName',
] as const;
export type Reason = (typeof REASONS)[number];

/** Someone who may be meant, and why. */
export interface Match<Person> {
  readonly person: Person;
  readonly reason: Reason;
}

/** Whom a reference means, as far as can be told. */
export type Answer<Person> =
  /** Exactly one person, by a strong reason that nothing in the reference contradicts. */
  | { readonly kind: 'sure'; readonly match: Match<Person> }
  /** One or several people who may be meant, the likeliest first; `more` were left off. */
  | { readonly kind: 'doubtful'; readonly candidates: readonly Match<Person>[]; readonly more: number }
  | { readonly kind: 'unknown' };
