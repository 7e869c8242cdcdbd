import { useState } from 'react';
import { Button } from '@mantine/core';
import type { Situation } from '../../shared/failures/entry.ts';
import { type Failure, failureSentence } from '../../shared/failures/failures.ts';
import { DialogFrame } from '../app/dialogs/dialog-frame.tsx';
import { describeWritten } from '../app/session/describe-written.ts';
import { closeDialog } from '../app/session/dialogs.ts';
import type { Document } from '../app/session/document.ts';
import { type Session, useSession, useSessionState } from '../app/session/session.ts';
import { useSituation } from '../app/session/situation.ts';
import { VerdictNote } from '../problems/verdict-note.tsx';
import { ExportForm } from './export-form.tsx';
import type { Exported } from './export-roster.ts';
import css from './export.module.css';

type State =
  | { readonly kind: 'choosing'; readonly failure: Failure | null }
  | { readonly kind: 'done'; readonly exported: Exported };

/** Exports the roster: what to write, a look at it, and what was written. */
export function ExportDialog() {
  const session = useSession();
  const document = useSessionState((state) => state.document);
  const [state, setState] = useState<State>({ kind: 'choosing', failure: null });
  if (document === null) return null;
  const close = (): void => {
    closeDialog(session);
  };
  if (state.kind === 'done')
    return <ExportedDialog exported={state.exported} roster={document.roster} onClose={close} />;
  return (
    <ExportForm
      document={document}
      failure={state.failure}
      onClose={close}
      onExported={(result) => {
        if (result.ok) noteExport(session, document, result.value);
        setState(
          result.ok
            ? { kind: 'done', exported: result.value }
            : { kind: 'choosing', failure: result.failure },
        );
      }}
    />
  );
}

/** Remembers what was written, for handing it over. */
function noteExport({ store }: Session, { roster, history }: Document, exported: Exported): void {
  const { main, accepted, verdict } = exported;
  const { file, rows, bytes, replaced } = main;
  const step = history.done.at(-1) ?? null;
  store.setState({
    lastExport: { file, rows, bytes, replaced, accepted, verdict, roster, step, at: new Date() },
  });
}

interface ExportedDialogProps {
  readonly exported: Exported;
  readonly roster: Document['roster'];
  readonly onClose: () => void;
}

/** Says what was written, what Agent Connect would make of it, and how it goes on there. */
function ExportedDialog({ exported, roster, onClose }: ExportedDialogProps) {
  const { main, leftOut, accepted, mode, verdict } = exported;
  const here = useSituation();
  return (
    <DialogFrame
      title={`${main.rows.toLocaleString('en-US')} ${main.rows === 1 ? 'row' : 'rows'} written to “${main.file.name}”`}
      size="medium"
      onClose={onClose}
      actions={
        <>
          <ShowInFolder handle={main.file.handle} />
          <Button variant="filled" data-autofocus onClick={onClose}>
            Back to the roster
          </Button>
        </>
      }
    >
      <div className={css['exported']}>
        <VerdictNote verdict={verdict} roster={roster} />
        <p>{describeWritten(main.replaced)}</p>
        {leftOut !== null && <p>{describeLeftOut(leftOut, here)}</p>}
        {accepted && <p>{NEXT[mode]}</p>}
      </div>
    </DialogFrame>
  );
}

/** How it goes on, after the vendor's pages on bulk creation and on bulk updates. */
const NEXT = {
  create:
    'In Agent Connect: Manage Team, Add Users, Bulk Create Users; upload the file, select Preview, check what it shows, then Continue. Everyone gets a welcome email unless you use Delay Welcome Emails.',
  update:
    'In Agent Connect: Manage Team, where “Download Current Team” is; upload the file and look through the preview, where red is an error and green a change, then Confirm. It takes some minutes, and an email says what went wrong.',
} as const satisfies Record<Exported['mode'], string>;

function describeLeftOut(leftOut: NonNullable<Exported['leftOut']>, here: Situation): string {
  if ('failure' in leftOut)
    return `The rows that are left out were not written to a file of their own: ${failureSentence(leftOut.failure, here)} Nothing is lost: export again to write them.`;
  const { rows, file } = leftOut;
  return `${rows === 1 ? 'The 1 row' : `The ${rows.toLocaleString('en-US')} rows`} that ${rows === 1 ? 'is' : 'are'} left out went to “${file.name}” beside it, read back as well.`;
}

function ShowInFolder({ handle }: { readonly handle: string }) {
  const session = useSession();
  const here = useSituation();
  const [said, setSaid] = useState('');
  const show = async (): Promise<void> => {
    const answer = await session.host.call('file.showInFolder', { file: handle });
    setSaid(answer.ok ? '' : failureSentence(answer.failure, here));
  };
  return (
    <>
      <span className="at-start" role="status">
        {said}
      </span>
      <Button onClick={() => void show()}>Show in folder</Button>
    </>
  );
}
