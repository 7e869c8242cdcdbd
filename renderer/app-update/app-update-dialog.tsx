import { Button } from '@mantine/core';
import type { AppUpdateState } from '../../shared/app-update/app-update-state.ts';
import { DialogFrame } from '../app/dialogs/dialog-frame.tsx';
import { closeDialog } from '../app/session/dialogs.ts';
import { useSession, useSessionState } from '../app/session/session.ts';
import { UpdateActions } from './update-actions.tsx';
import { UpdateBody } from './update-body.tsx';
import { updateLine } from './update-words.ts';

/** Tells what is known of a newer Rollcall, and gets it. Closing it stops nothing. */
export function AppUpdateDialog() {
  const session = useSession();
  const state = useSessionState(({ appUpdate }) => appUpdate);
  const close = (): void => {
    closeDialog(session);
  };
  return (
    <DialogFrame
      title={titleOf(state)}
      size="small"
      onClose={close}
      actions={
        <>
          <Button data-autofocus onClick={close}>
            {CLOSING[state.kind] ?? 'Close'}
          </Button>
          <UpdateActions state={state} />
        </>
      }
    >
      <UpdateBody state={state} />
    </DialogFrame>
  );
}

/** What closing means, where something goes on or is left. */
const CLOSING: Partial<Record<AppUpdateState['kind'], string>> = {
  available: 'Not now',
  downloading: 'Go on working',
  ready: 'At the next quit',
};

function titleOf(state: AppUpdateState): string {
  if (state.kind === 'looking') return 'Looking for a newer version…';
  if (state.kind === 'failed' && state.version === null) return 'Could not look for a newer version';
  return updateLine(state) ?? 'Rollcall is up to date';
}
