import { IconDownload } from '@tabler/icons-react';
import { useSessionState } from '../app/session/session.ts';
import { UpdateActions } from './update-actions.tsx';
import { UpdateBody } from './update-body.tsx';
import { updateLine } from './update-words.ts';
import './app-update.css';

/** Says on the start screen that a newer Rollcall is there, below all that is done more often. */
export function AppUpdateNotice() {
  const state = useSessionState(({ appUpdate }) => appUpdate);
  const line = updateLine(state);
  if (line === null) return null;
  return (
    <section className="app-update-notice" aria-label="Newer version">
      <IconDownload size={20} stroke={1.6} aria-hidden />
      <div>
        <strong>{line}</strong>
        <UpdateBody state={state} />
      </div>
      <UpdateActions state={state} quiet />
    </section>
  );
}
