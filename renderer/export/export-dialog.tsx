import { useState } from 'react';
import type { Failure } from '../../shared/failures.ts';
import { closeDialog } from '../session/dialogs.ts';
import { useSession, useSessionState } from '../session/session.ts';
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
  if (state.kind === 'done') return <ExportedDialog exported={state.exported} onClose={close} />;
  return (
    <ExportForm
      document={document}
      failure={state.failure}
      onClose={close}
      onExported={(result) => {
        setState(
          result.ok
            ? { kind: 'done', exported: result.value }
            : { kind: 'choosing', failure: result.failure },
        );
      }}
    />
  );
}
