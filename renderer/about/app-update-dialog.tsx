import { Button, Progress } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { AppUpdateState } from '../../shared/contract/app-update-calls.ts';
import { failureSentence } from '../../shared/failures/failures.ts';
import { assertNever } from '../../shared/failures/result.ts';
import { DialogFrame } from '../app/dialogs/dialog-frame.tsx';
import { closeDialog } from '../app/session/dialogs.ts';
import { type Session, useSession, useSessionState } from '../app/session/session.ts';
import { useSituation } from '../app/session/situation.ts';
import { askToLeave } from '../app/window/ask-to-leave.ts';
import { lookForUpdate, updateLine } from './about-commands.ts';
import css from './app-update.module.css';

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

/** Says on the start screen that a newer Rollcall is there, below all that is done more often. */
export function AppUpdateNotice() {
  const state = useSessionState(({ appUpdate }) => appUpdate);
  const line = updateLine(state);
  if (line === null) return null;
  return (
    <section className={css['appUpdateNotice']} aria-label="Newer version">
      <IconDownload size={20} stroke={1.6} aria-hidden />
      <div>
        <strong>{line}</strong>
        <UpdateBody state={state} />
      </div>
      <UpdateActions state={state} quiet />
    </section>
  );
}

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

/** What there is to say of an update, in a sentence or two. */
function UpdateBody({ state }: { readonly state: AppUpdateState }) {
  const here = useSituation();
  const { version } = useSession().app;
  switch (state.kind) {
    case 'off':
      return null;
    case 'looking':
      return <p role="status">This is {version}.</p>;
    case 'idle':
    case 'newest':
      return <p role="status">{version} is the newest version.</p>;
    case 'available':
      return (
        <p>
          This is {version}. The newer one is downloaded only if you want it, and installed when you quit
          Rollcall.
        </p>
      );
    case 'downloading':
      return <Progress value={state.percent} aria-label="Downloaded" />;
    case 'ready':
      return <p role="status">It is installed when you quit Rollcall, or now, if Rollcall may restart.</p>;
    case 'failed':
      return <p role="alert">{failureSentence(state.failure, here)}</p>;
    default:
      return assertNever(state);
  }
}

interface UpdateActionsProps {
  readonly state: AppUpdateState;
  /** Whether something else around it is more important. */
  readonly quiet?: boolean;
}

/** What can be done about an update. */
function UpdateActions({ state, quiet = false }: UpdateActionsProps) {
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
