import type { Session } from '../app/session/session.ts';

/** Asks what is known of a newer Rollcall; what becomes known later comes as an event. */
export function followAppUpdate({ host, store }: Session): void {
  void host.call('appUpdate.read', {}).then((answer) => {
    if (answer.ok) store.setState({ appUpdate: answer.value.state });
  });
}
