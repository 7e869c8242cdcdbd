import type { PullProgress } from '../../shared/contract/organization-calls.ts';
import type { Failure } from '../../shared/failures/failures.ts';
import type { Organization } from '../../shared/organization/organization.ts';
import { EMPTY_PROFILE, type OrganizationProfile } from '../../shared/organization/profile.ts';
import type { CurrentTeam } from '../../shared/person/team-member.ts';
import type { Settings } from '../../shared/rules/settings.ts';

/** What the rules learn from the snapshot of a current team. */
export interface KnownTeam extends Pick<Settings, 'roles' | 'groups'> {
  readonly team: CurrentTeam;
}

/** How a new snapshot of an organization's current team is being made, or why it was not. */
export type TeamWork = { readonly organization: string } & (
  | { readonly kind: 'pulling'; readonly progress: PullProgress; readonly stop: () => void }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'failed'; readonly failure: Failure }
);

/** The organizations that are kept, the one that is worked with, and its current team. */
export interface Organizations {
  /** By name. */
  readonly all: readonly Organization[];
  /** The id of the one that is worked with. */
  readonly chosen: string | null;
  /** Whether one may be at a test server on this computer. */
  readonly testServers: boolean;
  /** The current team of the chosen one; null where it has none, and until it is read. */
  readonly known: KnownTeam | null;
  /** What else is known of the chosen one or, where none is chosen, was kept without one. */
  readonly profile: OrganizationProfile;
  /** The mappings that were used whichever organization was chosen, or none. */
  readonly mappings: OrganizationProfile['mappings'];
  /** Why the current team that is kept cannot be had. */
  readonly trouble: Failure | null;
  /** The work on a snapshot that goes on or failed last. */
  readonly work: TeamWork | null;
  /** How much of the open roster is checked against the current team that became known, from 0 to 1. */
  readonly checked: number | null;
  /** How often a key was set or forgotten in this window: what was made with the one before holds no longer. */
  readonly keyChanges: number;
}

export const noOrganizations: Organizations = {
  all: [],
  chosen: null,
  testServers: false,
  known: null,
  profile: EMPTY_PROFILE,
  mappings: [],
  trouble: null,
  work: null,
  checked: null,
  keyChanges: 0,
};

/** The organization that is worked with. */
export function chosenOrganization({ all, chosen }: Organizations): Organization | null {
  return all.find(({ id }) => id === chosen) ?? null;
}

/** Whether a snapshot is being made, so that no other can be begun. */
export function isTeamBusy({ work }: Organizations): boolean {
  return work !== null && work.kind !== 'failed';
}
