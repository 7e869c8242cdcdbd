import { Button } from '@mantine/core';
import type { AppUpdateState } from '../../shared/app-update/app-update-state.ts';
import { assertNever } from '../../shared/failures/result.ts';
import { closeDialog } from '../app/session/dialogs.ts';
import { type Session, useSession } from '../app/session/session.ts';
import { askToLeave } from '../app/window/ask-to-leave.ts';
import { lookForUpdate } from './look-for-update.ts';

interface UpdateActionsProps {
  readonly state: AppUpdateState;
  /** Whether something else around it is more important. */
  readonly quiet?: boolean;
}

/** What can be done about an update. */
export function UpdateActions({ state, quiet = false }: UpdateActionsProps) {
  const session = useSession();
  const next = nextStep(session, state);
  return (
    next && (
      <Button variant={next.isMain && !quiet ? 'filled' : 'default'} onClick={next.act}>
        {next.title}
      </Button>
    )
  );
}

interface Step {
  readonly title: string;
  readonly isMain: boolean;
  readonly act: () => void;
}

function nextStep(session: Session, state: AppUpdateState): Step | null {
  const { host } = session;
  const download = (): void => void host.call('appUpdate.download', {});
  switch (state.kind) {
    case 'off':
    case 'idle':
    case 'looking':
    case 'newest':
      return null;
    case 'available':
      return { title: 'Download', isMain: true, act: download };
    case 'downloading':
      return { title: 'Stop', isMain: false, act: () => void host.call('appUpdate.stop', {}) };
    case 'ready':
      return {
        title: 'Restart and update',
        isMain: true,
        act: () => {
          closeDialog(session);
          askToLeave(session, 'appUpdate.restart');
        },
      };
    case 'failed':
      return {
        title: 'Try again',
        isMain: true,
        act:
          state.version === null
            ? () => {
                lookForUpdate(session);
              }
            : download,
      };
    default:
      return assertNever(state);
  }
}
