import { useState } from 'react';
import type { Failure } from '../../shared/failures/failures.ts';
import { closeDialog } from '../app/session/dialogs.ts';
import { type Session, useSession, useSessionState } from '../app/session/session.ts';
import type { Document } from '../app/session/document.ts';
import { ExportForm } from './export-form.tsx';
import type { Exported } from './export-roster.ts';
import { ExportedDialog } from './exported-dialog.tsx';

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
