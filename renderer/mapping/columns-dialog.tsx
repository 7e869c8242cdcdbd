import { useMemo } from 'react';
import { listSources } from '../../shared/mapping/list-sources.ts';
import { closeDialog } from '../session/dialogs.ts';
import { useSession, useSessionState } from '../session/session.ts';
import { currentSettings } from '../session/settings.ts';
import type { Document } from '../session/state.ts';
import { MappingForm } from './mapping-form.tsx';
import { forgetMapping, takeMapping } from './take-mapping.ts';
import { useRecalled } from './use-recalled.ts';

/** Shows what each column of the open roster was taken for, and takes them for others in one step. */
export function ColumnsDialog() {
  const document = useSessionState((state) => state.document);
  return document && <Columns document={document} />;
}

function Columns({ document }: { readonly document: Document }) {
  const session = useSession();
  const { roster, sourceColumns } = document;
  const sources = useMemo(() => listSources(roster, sourceColumns), [roster, sourceColumns]);
  const recalled = useRecalled(roster, sourceColumns, sources);
  const close = (): void => {
    closeDialog(session);
  };
  return (
    <MappingForm
      title="Which column is what?"
      note="One step that you can undo; nothing changes before you take it."
      {...{ roster, sources, recalled }}
      settings={currentSettings(session.store.getState())}
      onForget={() => {
        forgetMapping(session, sourceColumns);
      }}
      onTake={(mapping) => {
        close();
        takeMapping(session, document, sources, mapping);
      }}
      onClose={close}
    />
  );
}
