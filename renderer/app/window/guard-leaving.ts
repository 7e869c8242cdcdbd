import type { Session } from '../session/session.ts';
import { isUploading } from '../../upload/upload-state.ts';
import { isUnsaved } from '../session/document.ts';

/**
 * Lets the browser ask before a tab with unsaved work, or one that uploads, is closed or reloaded. The desktop app
 * asks by itself, with a dialog that can save (`closeRequested`).
 */
export function guardLeaving(session: Session): () => void {
  if (session.app.chooser !== 'page') return () => undefined;
  const ask = (event: BeforeUnloadEvent): void => {
    const { document, upload } = session.store.getState();
    if (isUnsaved(document) || isUploading(upload)) event.preventDefault();
  };
  window.addEventListener('beforeunload', ask);
  return () => {
    window.removeEventListener('beforeunload', ask);
  };
}
