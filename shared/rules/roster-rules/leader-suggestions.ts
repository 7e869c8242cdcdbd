import { distance } from 'fastest-levenshtein';
import { AT } from '../../columns/catalogue.ts';
import { cellAt, type Roster } from '../../roster/roster.ts';
import { comparable } from '../cell-rules/clean-text.ts';
import { yesNoMeaning } from '../cell-rules/yes-no.ts';
import type { PersonRef, Suggestion } from '../facts.ts';
import type { Settings } from '../settings.ts';
import { PeopleByName } from './people-by-name.ts';

/** Letters that may differ between a reference and the email or ID that was meant. */
const MOST_STEPS = 2;
const SHORTEST = 4;
const LONGEST = 100;

/** Leaders that a reference is compared with; the largest organizations have some thousands. */
const MOST_LEADERS = 20_000;
/** People of whom it is not said whether they can manage teams, and whose names a reference is compared with. */
const MOST_UNTOLD = 10_000;

interface Candidate {
  readonly key: string;
  /** One bit for each kind of character in the key: two keys that differ in many bits are not near. */
  readonly letters: number;
  readonly suggestion: Suggestion;
}

/**
 * Guesses which leader was meant by an email, ID or name that nobody has. It is asked rarely, for one problem on
 * screen or for a report, so the list of leaders is only made when asked, once for each state of the roster.
 */
export class LeaderSuggestions {
  readonly #roster: Roster;
  readonly #settings: Settings;
  readonly #known = new Map<string, Suggestion | null>();
  #candidates: readonly Candidate[] | null = null;
  #byName = new PeopleByName();

  constructor(roster: Roster, settings: Settings) {
    this.#roster = roster;
    this.#settings = settings;
  }

  /** The roster is another now. */
  forget(): void {
    if (this.#candidates === null) return;
    this.#candidates = null;
    this.#known.clear();
    this.#byName = new PeopleByName();
  }

  /** Who was most likely meant; null where no guess is one. */
  suggest(value: string): Suggestion | null {
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    this.#candidates ??= this.#collect();
    const suggestion = this.#byName.find(value) ?? this.#nearest(value.toLowerCase());
    this.#known.set(value, suggestion);
    return suggestion;
  }

  #nearest(value: string): Suggestion | null {
    if (value.length < SHORTEST || value.length > LONGEST) return null;
    const letters = lettersOf(value);
    let least = MOST_STEPS + 1;
    let best: Suggestion | null = null;
    for (const candidate of this.#candidates ?? []) {
      if (Math.abs(candidate.key.length - value.length) >= least) continue;
      if (bitsOf(candidate.letters ^ letters) > 2 * MOST_STEPS) continue;
      const steps = distance(value, candidate.key);
      if (steps < least) [least, best] = [steps, candidate.suggestion];
    }
    return best;
  }

  #collect(): Candidate[] {
    const candidates: Candidate[] = [];
    let untold = 0;
    for (const row of this.#roster.rows) {
      if (candidates.length > 2 * MOST_LEADERS) break;
      const manages = yesNoMeaning(cellAt(row, AT.canManageTeams));
      if (manages === 'n' || (manages === null && (untold += 1) > MOST_UNTOLD)) continue;
      const name = `${comparable(cellAt(row, AT.firstName))} ${comparable(cellAt(row, AT.lastName))}`;
      const ways = [cellAt(row, AT.email), cellAt(row, AT.employeeId)].map(comparable);
      if (manages === 'y') this.#add(candidates, { row: row.id }, name, ways);
      else this.#name(name, { row: row.id }, ways, false);
    }
    for (const member of this.#settings.team?.people ?? []) {
      if (candidates.length > 2 * MOST_LEADERS) break;
      if (!member.canManageTeams || member.deactivated) continue;
      const name = `${member.firstName} ${member.lastName}`.trim();
      this.#add(candidates, { name }, name, [member.email, member.employeeId].map(comparable));
    }
    return candidates;
  }

  #add(candidates: Candidate[], person: PersonRef, name: string, ways: readonly string[]): void {
    for (const value of ways) {
      const key = value.toLowerCase();
      if (value !== '') candidates.push({ key, letters: lettersOf(key), suggestion: { value, person } });
    }
    this.#name(name, person, ways, true);
  }

  #name(name: string, person: PersonRef, ways: readonly string[], manages: boolean): void {
    const best = ways.find((way) => way !== '');
    if (best !== undefined) this.#byName.add(name, { value: best, person }, manages);
  }
}

function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) letters |= 1 << (text.charCodeAt(at) & 31);
  return letters;
}

function bitsOf(value: number): number {
  let bits = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) bits += 1;
  return bits;
}
