import { useSession, useSessionState } from '../session/session.ts';
import { updateLine } from './update-words.ts';
import './app-update.css';

/** Says in the status bar that a newer Rollcall is there; what to do about it is asked only when it is pressed. */
export function AppUpdateSign() {
  const { store } = useSession();
  const line = useSessionState((state) => updateLine(state.appUpdate));
  if (line === null) return null;
  return (
    <button
      type="button"
      className="app-update-sign"
      onClick={() => {
        store.setState({ dialog: { kind: 'appUpdate' } });
      }}
    >
      {line}
    </button>
  );
}
