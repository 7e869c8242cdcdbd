import type { TeamMember } from '../../person/team-member.ts';
import type { RowId } from '../../roster/roster.ts';
import type { RowFinding } from '../row-rules.ts';

/** Whom a reference to a Team Leader means. */
export type Resolution =
  | { readonly kind: 'unresolved' }
  /** Nobody or several people: the same finding for all rows. */
  | { readonly kind: 'unclear'; readonly finding: RowFinding }
  | { readonly kind: 'row'; readonly row: RowId }
  | { readonly kind: 'member'; readonly member: TeamMember };

/** A text that stands in Team Leader, with the rows that it stands on: what it means is worked out once for all. */
export interface Reference {
  readonly text: string;
  readonly rows: Set<RowId>;
  resolution: Resolution;
  /** Who of the current team is meant, as a row of the roster or not; null where that is nobody of them. */
  member: TeamMember | null;
  /** Whether every row with it has a problem, because of whom it means. */
  troubled: boolean;
}

/** All references of a roster by their text, and those that are to be worked out again. */
export class References {
  readonly stale = new Set<Reference>();
  readonly #byText = new Map<string, Reference>();
  readonly #withCapitals = new Map<string, Set<Reference>>();
  #last: Reference | null = null;

  /** Whether all are to be worked out again, as while a roster is being loaded. */
  get areAllStale(): boolean {
    return this.stale.size === this.#byText.size;
  }

  get(text: string): Reference | undefined {
    return this.#byText.get(text);
  }

  /** The reference of a text, made when there is none. */
  have(text: string): Reference {
    // A team often stands together.
    if (this.#last?.text !== text) this.#last = this.#byText.get(text) ?? this.#make(text);
    return this.#last;
  }

  #make(text: string): Reference {
    const reference: Reference = {
      text,
      rows: new Set(),
      resolution: { kind: 'unresolved' },
      member: null,
      troubled: false,
    };
    this.#byText.set(text, reference);
    this.stale.add(reference);
    const lower = text.toLowerCase();
    if (lower !== text) this.#withCapitals.set(lower, this.#capitalsOf(lower).add(reference));
    return reference;
  }

  #capitalsOf(lower: string): Set<Reference> {
    return this.#withCapitals.get(lower) ?? new Set();
  }

  /** Forgets a reference that no row has any more. */
  drop(reference: Reference): void {
    const lower = reference.text.toLowerCase();
    const alike = this.#withCapitals.get(lower);
    alike?.delete(reference);
    if (alike?.size === 0) this.#withCapitals.delete(lower);
    this.#byText.delete(reference.text);
    this.#last = null;
  }

  /** Someone with this email came, went or changed. */
  touchEmail(key: string): void {
    this.touchId(key);
    for (const reference of this.#withCapitals.get(key) ?? []) this.stale.add(reference);
  }

  /** Someone with this ID came, went or changed. */
  touchId(id: string): void {
    const reference = this.#byText.get(id);
    if (reference) this.stale.add(reference);
  }

  clear(): void {
    this.stale.clear();
    this.#last = null;
    this.#byText.clear();
    this.#withCapitals.clear();
  }
}
