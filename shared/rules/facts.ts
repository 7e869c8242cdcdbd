import type { ColumnKey } from '../person/catalogue.ts';
import type { Reason } from '../matching/answer.ts';
import type { RowId } from '../roster/roster.ts';

/** Facts of a rule whose code says it all. */
export type NoFacts = Readonly<Record<string, never>>;

/** What is wrong with something that should be a mail address; one sentence each. */
export type EmailSlip =
  | 'mailto'
  | 'brackets'
  | 'spacesAround'
  | 'note'
  | 'trailingMark'
  | 'fullWidth'
  | 'noAt'
  | 'manyAts'
  | 'space'
  | 'dots'
  | 'noName'
  | 'noDomain'
  | 'noDot'
  | 'character'
  | 'nonAscii'
  | 'domain'
  | 'misspelt'
  | 'tooLong';

/** The other rows that share a value; none are named, and `many` is true, where they are too many to name. */
export interface Sharing {
  readonly others: readonly RowId[];
  readonly many: boolean;
}

/** A person by the row, or by the name that the current team has for them. */
export type PersonRef = { readonly row: RowId } | { readonly name: string };

/** A person who may be meant by a reference that nobody has, how a cell names them, and why they may be meant. */
export interface Suggestion {
  readonly value: string;
  readonly reason: Reason;
  readonly person: PersonRef;
}

/** A name that is not in a list, with the nearest one that is; `sameLetters` if only case or space differs. */
export interface UnknownName {
  readonly name: string;
  readonly nearest: string | null;
  readonly sameLetters: boolean;
}

/** How characters were escaped; `byte` is one byte of Latin-1, as in Ren=E9. */
export type EscapeKind = 'entities' | 'tags' | 'unicode' | 'url' | 'quotedPrintable' | 'byte';

/** Where spaces are that should not be. */
export type SpacePlace = 'start' | 'end' | 'doubled' | 'nonBreaking';

interface Value {
  /** The cell's text; never that of a temporary password. */
  readonly value: string;
}

/**
 * What the sentence of each problem needs to know. Other people are named by row id or by the current team's name,
 * never by line, so that moving rows never makes a problem stale.
 */
export interface FactsByCode {
  readonly 'row.header': NoFacts;
  readonly required: NoFacts;
  readonly 'value.placeholder': Value & { readonly isNeeded: boolean; readonly isError: boolean };
  readonly 'identifier.missing': NoFacts;
  readonly 'yesNo.invalid': Value & { readonly means: 'y' | 'n' | null };
  readonly 'email.invalid': Value & { readonly slip: EmailSlip; readonly part: string };
  readonly 'email.duplicate': Value & Sharing;
  readonly 'employeeId.duplicate': Value & Sharing;
  readonly 'employeeId.numberDamage': Value & { readonly damage: 'exponent' | 'zeros' };
  readonly 'employeeId.leadingZeros': Value & { readonly width: number };
  /** `id` is what is left; `all` where every number of the column is written so. */
  readonly 'employeeId.decimal': Value & { readonly id: string; readonly all: boolean };
  readonly 'role.unknown': UnknownName;
  readonly 'leader.notFound': Value & {
    readonly teamKnown: boolean;
    readonly suggestions: readonly Suggestion[];
  };
  readonly 'leader.cannotManage': Value & { readonly leader: PersonRef };
  readonly 'leader.deactivated': Value & { readonly leader: PersonRef };
  readonly 'leader.self': Value;
  /** The rows of the circle in order, each led by the next and the last by the first; begins at the lowest id. */
  readonly 'leader.cycle': { readonly chain: readonly RowId[] };
  readonly 'leader.ambiguous': Value & { readonly people: readonly PersonRef[]; readonly many: boolean };
  readonly 'employmentStatus.invalid': Value & { readonly means: string | null };
  readonly 'date.invalid': Value & { readonly reason: 'noSuchDate' | 'text' };
  /** The dates that it could be, as YYYY-MM-DD. */
  readonly 'date.ambiguous': Value & { readonly readings: readonly string[] };
  readonly 'date.format': Value & { readonly date: string };
  readonly 'date.implausible': Value & { readonly date: string; readonly when: 'past' | 'future' };
  readonly 'groups.malformed': Value & {
    readonly reason: 'noBraces' | 'unbalanced' | 'nested' | 'emptyName' | 'separateBraces';
  };
  readonly 'groups.duplicate': { readonly names: readonly string[] };
  readonly 'groups.unknown': { readonly names: readonly UnknownName[] };
  readonly 'licenseType.invalid': Value & { readonly means: string | null };
  readonly 'channels.none': NoFacts;
  readonly 'text.spaces': { readonly places: readonly SpacePlace[] };
  /** The characters by code point, each once, the first few. */
  readonly 'text.control': { readonly characters: readonly number[] };
  readonly 'text.invisible': { readonly characters: readonly number[] };
  readonly 'text.lineBreak': NoFacts;
  readonly 'text.damaged': Value & {
    readonly damage: 'lost' | 'surrogate' | 'mojibake';
    /** What it may have been, the best first. */
    readonly readings: readonly string[];
    /** Whether it surely was the first. */
    readonly sure: boolean;
  };
  /** `inner` is the value in it; `sure` where the wrapping cannot be part of it. */
  readonly 'text.wrapped': Value & {
    readonly inner: string;
    readonly isFormula: boolean;
    readonly sure: boolean;
  };
  readonly 'text.escaped': Value & { readonly kind: EscapeKind; readonly reads: string | null };
  readonly 'text.mixedScript': { readonly word: string; readonly letter: string };
  readonly 'text.formula': Value & { readonly first: string };
  readonly 'password.weak': { readonly reason: 'short' | 'name' | 'emailName' };
  readonly 'password.shared': Sharing;
  readonly 'person.exists': Value & { readonly by: 'email' | 'employeeId'; readonly name: string };
  readonly 'person.twice': Sharing;
  readonly 'person.unknown': Value & { readonly by: 'email' | 'employeeId' };
  /** By the names that the current team has for them. */
  readonly 'person.twoPeople': { readonly byEmail: string; readonly byId: string };
  readonly 'manager.reassigned': { readonly name: string };
  readonly 'manager.deactivated': { readonly name: string };
  readonly 'manager.demoted': { readonly name: string };
  readonly 'deactivated.no': NoFacts;
  readonly 'deactivated.incomplete': { readonly missing: readonly ColumnKey[] };
}
