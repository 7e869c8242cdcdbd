import type { Failure } from '../../shared/failures/failures.ts';
import { whenSafe } from '../app/session/dialogs.ts';
import type { Session } from '../app/session/session.ts';

/** Asks whether to remove what is kept here, once the open roster is saved or given up. */
export function askToRemoveData(session: Session): void {
  whenSafe(session, () => {
    session.store.setState({ dialog: { kind: 'removeData' } });
  });
}

/** Closes the open roster and has everything removed; answers why not, or null. */
export async function removeData({ host, store }: Session): Promise<Failure | null> {
  const removed = await host.call('support.removeData', {});
  if (!removed.ok) return removed.failure;
  store.setState({ document: null, selection: null, organizationView: null, uploadShown: false });
  return null;
}
