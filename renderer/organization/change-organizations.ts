import type { Session } from '../app/session/session.ts';
import type { Organizations } from './organizations.ts';

/** Changes what the session knows of organizations. */
export function changeOrganizations({ store }: Session, changes: Partial<Organizations>): void {
  store.setState({ organizations: { ...store.getState().organizations, ...changes } });
}
