import { Button } from '@mantine/core';
import { useState } from 'react';
import { type Failure, failureSentence } from '../../shared/failures/failures.ts';
import { assertNever } from '../../shared/failures/result.ts';
import { DialogFrame } from '../app/dialogs/dialog-frame.tsx';
import { focusIfLost } from '../organization/use-focus-back.ts';
import { closeDialog } from '../app/session/dialogs.ts';
import { useSession } from '../app/session/session.ts';
import { removeData } from './about-commands.ts';
import { useSituation } from '../app/session/situation.ts';
import css from './support.module.css';

type State =
  | { readonly kind: 'asking' | 'removing' | 'removed' | 'ended' }
  | { readonly kind: 'failed'; readonly why: Failure };

/** Says what is removed and what stays, removes it when that is wanted, and ends Rollcall. */
export function RemoveDataDialog() {
  const session = useSession();
  const [state, setState] = useState<State>({ kind: 'asking' });
  const remove = async (): Promise<void> => {
    setState({ kind: 'removing' });
    const why = await removeData(session);
    setState(why === null ? { kind: 'removed' } : { kind: 'failed', why });
  };
  const end = (): void => {
    setState({ kind: 'ended' });
    void session.host.call('app.close', {});
  };
  const leave = (): void => {
    if (state.kind === 'removed') end();
    else if (state.kind === 'asking' || state.kind === 'failed') closeDialog(session);
  };
  return (
    <DialogFrame
      title={state.kind === 'removed' || state.kind === 'ended' ? 'Local data removed' : 'Remove local data?'}
      size="medium"
      role="alertdialog"
      onClose={leave}
      actions={<Actions state={state} onLeave={leave} onRemove={() => void remove()} />}
    >
      <Body state={state} />
    </DialogFrame>
  );
}

interface ActionsProps {
  readonly state: State;
  readonly onLeave: () => void;
  readonly onRemove: () => void;
}

function Actions({ state, onLeave, onRemove }: ActionsProps) {
  switch (state.kind) {
    case 'asking':
    case 'removing':
    case 'failed':
      return (
        <>
          <Button data-autofocus disabled={state.kind === 'removing'} onClick={onLeave}>
            Keep everything
          </Button>
          <Button className={css['supportRemove']} loading={state.kind === 'removing'} onClick={onRemove}>
            {state.kind === 'failed' ? 'Try again' : 'Remove local data'}
          </Button>
        </>
      );
    case 'removed':
      return (
        <Button ref={focusIfLost} variant="filled" onClick={onLeave}>
          Close Rollcall
        </Button>
      );
    case 'ended':
      return null;
    default:
      return assertNever(state);
  }
}

function Body({ state }: { readonly state: State }) {
  const here = useSituation();
  switch (state.kind) {
    case 'asking':
    case 'removing':
      return <WhatGoes />;
    case 'failed':
      return <p role="alert">{failureSentence(state.why, here)}</p>;
    case 'removed':
      return (
        <p role="status">Nothing of people or organizations is kept on this computer by Rollcall any more.</p>
      );
    case 'ended':
      return <p role="status">Rollcall has ended. Close this tab.</p>;
    default:
      return assertNever(state);
  }
}

function WhatGoes() {
  return (
    <div className={css['supportLists']}>
      <h3>What goes, and does not come back</h3>
      <ul>
        <li>Unsaved rosters that Rollcall keeps in case it ends unexpectedly</li>
        <li>Organizations with their profiles and current teams, keys and secrets</li>
        <li>Journals and reports of uploads: an upload that is not finished cannot be resumed</li>
        <li>The list of recent files, your column layout, and the log</li>
      </ul>
      <h3>What stays</h3>
      <ul>
        <li>Every file that you opened, saved or exported, and reports that you saved</li>
        <li>What the command line wrote beside your files: teams and journals of uploads</li>
        <li>Everything in Agent Connect</li>
      </ul>
    </div>
  );
}
