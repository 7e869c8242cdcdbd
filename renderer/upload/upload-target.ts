import type { Organization } from '../../shared/organization/organization.ts';
import type { CurrentTeam } from '../../shared/person/team-member.ts';
import { chosenOrganization } from '../organization/organizations.ts';
import type { SessionState } from '../app/session/state.ts';

/** The organization that an upload would go to. */
export function targetOf({ organizations }: Pick<SessionState, 'organizations'>): Organization | null {
  return chosenOrganization(organizations);
}

/** What is known of its current team. */
export function currentTeamOf({ organizations }: Pick<SessionState, 'organizations'>): CurrentTeam | null {
  return organizations.known?.team ?? null;
}

/** Its subdomain; null where there is none, as for a test server. */
export function subdomainOf(state: Pick<SessionState, 'organizations'>): string | null {
  const address = targetOf(state)?.address;
  return address && 'subdomain' in address ? address.subdomain : null;
}
