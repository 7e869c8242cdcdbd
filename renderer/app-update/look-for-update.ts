import type { Session } from '../app/session/session.ts';

/** Shows what is known of a newer Rollcall, and asks again unless one is being had already. */
export function lookForUpdate({ host, store }: Session): void {
  store.setState({ dialog: { kind: 'appUpdate' } });
  void host.call('appUpdate.look', {});
}
