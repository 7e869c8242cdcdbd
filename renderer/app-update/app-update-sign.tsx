import { useSession, useSessionState } from '../app/session/session.ts';
import { updateLine } from './update-words.ts';

/** Says in the status bar that a newer Rollcall is there; what to do about it is asked only when it is pressed. */
export function AppUpdateSign() {
  const { store } = useSession();
  const line = useSessionState((state) => updateLine(state.appUpdate));
  if (line === null) return null;
  return (
    <button
      type="button"
      className="status-link"
      onClick={() => {
        store.setState({ dialog: { kind: 'appUpdate' } });
      }}
    >
      {line}
    </button>
  );
}
