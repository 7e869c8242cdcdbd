import type { CurrentTeam } from '../../shared/current-team/current-team.ts';
import type { Failure } from '../../shared/failures.ts';
import type { Organization } from '../../shared/organization/organization.ts';
import type { Settings } from '../../shared/rules/settings.ts';

/** What the rules learn from the snapshot of a current team. */
export interface KnownTeam extends Pick<Settings, 'roles' | 'groups'> {
  readonly team: CurrentTeam;
}

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
  /** Why the current team that is kept cannot be had. */
  readonly trouble: Failure | null;
}

export const noOrganizations: Organizations = {
  all: [],
  chosen: null,
  testServers: false,
  known: null,
  trouble: null,
};

/** The organization that is worked with. */
export function chosenOrganization({ all, chosen }: Organizations): Organization | null {
  return all.find(({ id }) => id === chosen) ?? null;
}
