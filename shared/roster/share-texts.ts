/** Lengths worth sharing: engines share texts of one character already, and long ones seldom repeat. */
const SHORTEST = 2;
const MAX_LENGTH = 64;

/** Texts that a column remembers at a time; a power of two. */
const PLACES = 1024;

/** Texts after which a column is judged by how many of them were known. */
const TRIAL = 4096;

/**
 * Gives equal texts of one column the same string, so that the role of 100,000 people is in memory once. Each text has
 * one place, told by its length and three of its characters, where the last such text stands: comparing with that is
 * quicker than hashing the whole, and equal texts often stand near one another. It gives up on a column whose texts
 * hardly repeat, such as the email addresses.
 */
export class TextSharer {
  // Stryker disable all: which texts are remembered shows in memory alone, as long as each is answered as it is
  private readonly known = new Array<string>(PLACES).fill('');
  private asked = 0;
  private shared = 0;
  private gaveUp = false;

  share(text: string): string {
    if (this.gaveUp || text.length < SHORTEST || text.length > MAX_LENGTH) return text;
    // Stryker restore all
    const place = placeOf(text);
    this.count();
    const known = this.known[place] ?? '';
    // Stryker disable next-line BlockStatement,AssignmentOperator: the text that is known is the same
    if (known === text) {
      this.shared += 1;
      return known;
    }
    this.known[place] = text;
    return text;
  }

  // Stryker disable next-line BlockStatement: whether it gives up shows in memory alone
  private count(): void {
    // Stryker disable all: whether it gives up shows in memory alone
    if (this.asked === TRIAL) {
      this.gaveUp = this.shared < TRIAL / 2;
      this.asked = this.shared = 0;
    }
    this.asked += 1;
    // Stryker restore all
  }
}

// Stryker disable ArithmeticOperator: any place will do, for a text is compared with what stands there
function placeOf(text: string): number {
  const { length } = text;
  const middle = text.charCodeAt(length >> 1);
  return (
    (length * 257 + text.charCodeAt(0) * 61 + middle * 17 + text.charCodeAt(length - 1) * 5) & (PLACES - 1)
  );
}
