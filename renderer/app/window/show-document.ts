import { exportedAt } from '../session/last-export.ts';
import type { Session } from '../session/session.ts';
import { isUnsaved } from '../session/document.ts';
import type { SessionState } from '../session/state.ts';
import { isUploading } from '../../upload/upload-state.ts';

/** Keeps the window's title, and what the host knows of unsaved work, in step with the open roster. */
export function showDocument(session: Session): () => void {
  let shown = '';
  const show = (state: SessionState): void => {
    const title = titleOf(state);
    // The window is to be asked before it closes.
    const unsaved = isUnsaved(state.document) || isUploading(state.upload);
    const file = state.document?.file?.handle ?? null;
    const now = `${title}\n${unsaved}\n${file}`;
    if (now === shown) return;
    shown = now;
    document.title = title;
    void session.host.call('app.showDocument', { title, unsaved, file });
  };
  show(session.store.getState());
  return session.store.subscribe(show);
}

/** The window's title: the file first, since that is what a task bar shows; at most 300 characters. */
export function titleOf(state: SessionState): string {
  const { document } = state;
  if (document === null) return 'Rollcall';
  const name = document.name.slice(0, 200);
  if (!isUnsaved(document)) return `${name} – Rollcall`;
  const at = exportedAt(state);
  return `• ${name}${at === null ? '' : ` (exported ${at}, not saved)`} – Rollcall`;
}
