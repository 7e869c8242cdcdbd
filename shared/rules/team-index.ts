import type { CurrentTeam, TeamMember } from '../current-team/current-team.ts';
import { cleaned } from './cell-rules/clean-text.ts';
import { emailKey } from './cell-rules/email.ts';

const NOBODY: readonly TeamMember[] = [];

/** People indexed between two pauses. */
const SLICE = 1000;

/** The people of the current team by what identifies them; empty where the team is not known. */
export class TeamIndex {
  readonly #byEmail = new Map<string, TeamMember[]>();
  readonly #byId = new Map<string, TeamMember[]>();

  /** Takes in a team in place of what was there, in slices. */
  *fill(team: CurrentTeam | null): Generator<void, void> {
    this.#byEmail.clear();
    this.#byId.clear();
    for (const [place, member] of (team?.people ?? []).entries()) {
      put(this.#byEmail, emailKey(member.email), member);
      put(this.#byId, cleaned(member.employeeId), member);
      if (place % SLICE === 0) yield;
    }
  }

  /** By `emailKey`. */
  byEmail(key: string): readonly TeamMember[] {
    return this.#byEmail.get(key) ?? NOBODY;
  }

  /** By the ID as it is compared. */
  byId(id: string): readonly TeamMember[] {
    return this.#byId.get(id) ?? NOBODY;
  }
}

function put(index: Map<string, TeamMember[]>, key: string, member: TeamMember): void {
  if (key === '') return;
  const members = index.get(key);
  if (members) members.push(member);
  else index.set(key, [member]);
}
