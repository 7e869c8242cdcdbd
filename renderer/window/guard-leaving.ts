import type { Session } from '../session/session.ts';
import { isUnsaved } from '../session/state.ts';

/**
 * Lets the browser ask before a tab with unsaved work is closed or reloaded. The desktop app asks by itself, with a
 * dialog that can save (`closeRequested`).
 */
export function guardLeaving(session: Session): () => void {
  if (session.app.chooser !== 'page') return () => undefined;
  const ask = (event: BeforeUnloadEvent): void => {
    if (isUnsaved(session.store.getState().document)) event.preventDefault();
  };
  window.addEventListener('beforeunload', ask);
  return () => {
    window.removeEventListener('beforeunload', ask);
  };
}
