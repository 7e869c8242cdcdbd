import { FEWEST_IDS_FOR_WIDTH, FIXED_WIDTH_SHARE } from '../rules/assumptions.ts';
import { hasSignOfMojibake, repairMojibake } from '../rules/cell-rules/damaged-text.ts';
import { numberDamage } from '../rules/cell-rules/employee-id.ts';
import { readDate } from '../rules/cell-rules/read-date.ts';
import type { Damage } from './diagnosis.ts';

/** Cells named as examples of one kind of damage, and characters of each. */
const MAX_EXAMPLES = 3;
const MAX_EXAMPLE_LENGTH = 60;

/** Longer cells hold prose, no number and no date. */
const MAX_VALUE_LENGTH = 40;

/** Days that spreadsheets number so: from 1954 to 2064. */
const SERIAL = /^(?:[2-5]\d{4}|60000)$/;
const DIGITS = /^\d{1,30}$/;
const HASHES = /^#{2,}$/;
/** A question mark between two letters, as of a name that an encoding could not hold. */
const LOST_LETTER = /\p{L}\?\p{L}|\ufffd/u;
const LOOKS_LIKE_DATE = /^\d{1,4}\s?[-./]\s?\d{1,2}\s?[-./]\s?\d{1,4}/;

type Kind = Damage['kind'];
type Found = Pick<Damage, 'count' | 'examples'>;

/** Finds in the texts of one column what a spreadsheet did to them before. */
export class ColumnDoctor {
  private readonly found = new Map<Kind | 'dmy' | 'mdy' | 'serial', Found>();
  /** Cells of digits alone, by their number of digits. */
  private readonly widths = new Map<number, Found>();
  private zeroLed = 0;
  private dates = 0;

  /** `isId` where the header names an employee ID; examples of a secret column are not kept. */
  constructor(
    private readonly header: string,
    private readonly isId: boolean,
    private readonly isSecret: boolean,
  ) {}

  examine(typed: string, line: number): void {
    if (typed === '') return;
    const value = typed.trim();
    if (HASHES.test(value)) this.note('hashes', value, line);
    if (repairMojibake(value) !== null || hasSignOfMojibake(value)) this.note('mojibake', value, line);
    if (isLossy(value)) this.note('lostLetters', value, line);
    const first = value.charCodeAt(0);
    if (first >= 48 && first <= 57 && value.length <= MAX_VALUE_LENGTH) this.lookAtNumber(value, line);
  }

  finish(): Damage[] {
    const shorter = this.shorterNumbers();
    const damage = (['roundedNumbers', 'hashes', 'mojibake', 'lostLetters'] as const).flatMap((kind) =>
      this.report(kind, this.found.get(kind)),
    );
    return [...this.report('leadingZeros', shorter), ...damage, ...this.dateDamage()];
  }

  private lookAtNumber(value: string, line: number): void {
    if (numberDamage(value) !== null) this.note('roundedNumbers', value, line);
    if (DIGITS.test(value)) {
      if (value.startsWith('0')) this.zeroLed += 1;
      add(this.widths, value.length, { line, value });
      if (SERIAL.test(value)) this.note('serial', value, line);
    } else if (LOOKS_LIKE_DATE.test(value)) {
      const { form, proves } = readDate(value);
      if (form === 'iso' || form === 'other') this.dates += 1;
      if (proves !== null) this.note(proves, value, line);
    }
  }

  /** Numbers shorter than the one width that nearly all have, in a column whose numbers are names of people. */
  private shorterNumbers(): Found | undefined {
    const total = [...this.widths.values()].reduce((sum, { count }) => sum + count, 0);
    if (total < FEWEST_IDS_FOR_WIDTH || (this.zeroLed === 0 && !this.isId)) return undefined;
    const fixed = [...this.widths].find(([, { count }]) => count >= total * FIXED_WIDTH_SHARE)?.[0] ?? 0;
    const shorter = [...this.widths].filter(([width]) => width < fixed).map(([, found]) => found);
    return merge(shorter);
  }

  private dateDamage(): Damage[] {
    const [dayFirst, monthFirst] = [this.found.get('dmy'), this.found.get('mdy')];
    const mixed = dayFirst && monthFirst ? merge([dayFirst, monthFirst]) : undefined;
    const serial = this.dates > 0 ? this.found.get('serial') : undefined;
    return [...this.report('mixedDates', mixed), ...this.report('serialDates', serial)];
  }

  private report(kind: Kind, found: Found | undefined): Damage[] {
    if (found === undefined || found.count === 0) return [];
    return [{ kind, column: this.header, count: found.count, examples: this.isSecret ? [] : found.examples }];
  }

  private note(kind: Kind | 'dmy' | 'mdy' | 'serial', value: string, line: number): void {
    add(this.found, kind, { line, value });
  }
}

function isLossy(value: string): boolean {
  return (
    (value.includes('?') || value.includes('\ufffd')) && !value.includes('://') && LOST_LETTER.test(value)
  );
}

function add<Key>(found: Map<Key, Found>, key: Key, { line, value }: Damage['examples'][number]): void {
  const known = found.get(key) ?? { count: 0, examples: [] };
  known.count += 1;
  if (known.examples.length < MAX_EXAMPLES)
    known.examples.push({ line, value: value.slice(0, MAX_EXAMPLE_LENGTH) });
  found.set(key, known);
}

/** All together, the examples one of each in turn. */
function merge(parts: readonly Found[]): Found {
  const inTurn = [0, 1, 2].flatMap((place) =>
    parts.flatMap(({ examples }) => examples.slice(place, place + 1)),
  );
  return {
    count: parts.reduce((sum, { count }) => sum + count, 0),
    examples: inTurn.slice(0, MAX_EXAMPLES),
  };
}
