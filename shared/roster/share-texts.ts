/** Lengths worth sharing: engines share texts of one character already, and long ones seldom repeat. */
const SHORTEST = 2;
const LONGEST = 64;

/** Distinct texts of a column that are remembered at a time. */
const MOST_DISTINCT = 4096;

/**
 * Gives equal texts of one column the same string, so that the role of 100,000 people is in memory, and hashed, once.
 * It gives up on a column whose texts hardly repeat, such as the email addresses.
 */
export class TextSharer {
  private readonly known = new Map<string, string>();
  private asked = 0;
  private gaveUp = false;

  share(text: string): string {
    if (this.gaveUp || text.length < SHORTEST || text.length > LONGEST) return text;
    this.asked += 1;
    const shared = this.known.get(text);
    if (shared !== undefined) return shared;
    if (this.known.size === MOST_DISTINCT) this.startAgain();
    this.known.set(text, text);
    return text;
  }

  /** Equal texts often stand near one another, as a team's leader does: those of rows far above may be forgotten. */
  private startAgain(): void {
    this.gaveUp = this.asked < 2 * MOST_DISTINCT;
    this.asked = 0;
    this.known.clear();
  }
}
