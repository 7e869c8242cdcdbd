import type { CurrentTeam, TeamMember } from '../person/team-member.ts';
import { IdentifierIndex, identifiersOf } from './identifier-index.ts';

/** People indexed between two pauses. */
const SLICE = 1000;

/** The people of the current team by what identifies them; empty where the team is not known. */
export class TeamIndex extends IdentifierIndex<TeamMember> {
  /** Takes in a team in place of what was there, in slices. */
  *fill(team: CurrentTeam | null): Generator<void, void> {
    this.clear();
    for (const [place, member] of (team?.people ?? []).entries()) {
      this.add(member, identifiersOf(member));
      if (place % SLICE === 0) yield;
    }
  }
}
