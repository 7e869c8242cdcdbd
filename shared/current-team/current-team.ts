import type { ColumnKey } from '../columns/catalogue.ts';

/** A way in which customers reach someone, in the words of Agent Connect's API. */
export type Channel = 'phone' | 'chat' | 'email';

/**
 * Someone who is in Agent Connect already. Texts as Agent Connect shows them; empty where it has none. Employment
 * status and license type are spelled as in a roster, and dates are YYYY-MM-DD, whatever the snapshot came from.
 */
export interface TeamMember {
  readonly role: string;
  readonly canManageTeams: boolean;
  readonly email: string;
  readonly employeeId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly homeTown: string;
  readonly stateOrCountry: string;
  readonly profile: string;
  readonly channels: readonly Channel[];
  /** Email address or employee ID. */
  readonly teamLeader: string;
  readonly employmentStatus: string;
  readonly startDate: string;
  readonly groups: readonly string[];
  readonly licenseType: string;
  readonly deactivated: boolean;
  readonly photoUrl: string;
}

/** A snapshot of everyone in Agent Connect, with its age (ISO date and time). */
export interface CurrentTeam {
  readonly takenAt: string;
  readonly people: readonly TeamMember[];
  /** Columns that the snapshot does not tell: what its people have in them is not known, and empty here. */
  readonly untold: readonly ColumnKey[];
}
