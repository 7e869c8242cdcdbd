/** Someone who is in Agent Connect already. Texts as Agent Connect shows them; empty where it has none. */
export interface TeamMember {
  readonly email: string;
  readonly employeeId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: string;
  readonly canManageTeams: boolean;
  readonly teamLeader: string;
  readonly groups: readonly string[];
  readonly deactivated: boolean;
}

/** A snapshot of everyone in Agent Connect, with its age (ISO date and time). */
export interface CurrentTeam {
  readonly takenAt: string;
  readonly people: readonly TeamMember[];
}
