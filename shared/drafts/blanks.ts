import { AT } from '../person/catalogue.ts';
import { isSecretHeader } from '../person/match-headers.ts';
import type { RosterColumns } from '../roster/roster.ts';

/** Whether passwords are written, which only a draft that is encrypted may hold. */
export type Passwords = 'kept' | 'blanked';

/** Which cells of a roster a draft holds no texts of: temporary passwords, and columns whose header speaks of passwords. */
export class Blanks {
  readonly #isKept: boolean;
  readonly #told = new Set<number>();
  readonly #blank = new Set<number>();

  constructor(passwords: Passwords, columns: RosterColumns) {
    this.#isKept = passwords === 'kept';
    if (!this.#isKept) this.#blank.add(AT.temporaryPassword);
    this.hear(columns);
  }

  /** Hears of the columns from now on. What one is when it is first told it stays, so that all records fit together. */
  hear({ carried }: RosterColumns): void {
    for (const { position, header } of carried) {
      if (!this.#isKept && !this.#told.has(position) && isSecretHeader(header)) this.#blank.add(position);
      this.#told.add(position);
    }
  }

  has(position: number): boolean {
    return this.#blank.has(position);
  }

  /** Whether any of a row's texts is left out. */
  touch(cells: readonly string[]): boolean {
    for (const position of this.#blank) if ((cells[position] ?? '') !== '') return true;
    return false;
  }

  /** A copy of a row's texts without those that are left out. */
  without(cells: readonly string[]): string[] {
    const texts = [...cells];
    this.empty(texts);
    return texts;
  }

  /** Leaves them out of a row's texts. */
  empty(texts: string[]): void {
    for (const position of this.#blank) if (position < texts.length) texts[position] = '';
  }
}
