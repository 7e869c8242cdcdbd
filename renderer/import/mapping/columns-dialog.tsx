import { useMemo } from 'react';
import { listSources } from '../../../shared/import/mapping/sources.ts';
import { closeDialog } from '../../app/session/dialogs.ts';
import { useSession, useSessionState } from '../../app/session/session.ts';
import { currentSettings } from '../../app/session/settings.ts';
import type { Document } from '../../app/session/document.ts';
import { MappingForm } from './mapping-form.tsx';
import { standingAgain, useRecalled } from './recall-mapping.ts';
import { forgetMapping, isMapped, takeMapping } from './take-mapping.ts';

interface Props {
  /** Whether the roster was just opened, so that nobody has seen it yet. */
  readonly isFirst: boolean;
}

/** Shows what each column of the open roster was taken for, and takes them for others in one step. */
export function ColumnsDialog({ isFirst }: Props) {
  const document = useSessionState((state) => state.document);
  return document && <Columns document={document} isFirst={isFirst} />;
}

function Columns({ document, isFirst }: Props & { readonly document: Document }) {
  const session = useSession();
  const { roster, sourceColumns } = document;
  const sources = useMemo(() => listSources(roster, sourceColumns), [roster, sourceColumns]);
  const settings = currentSettings(session.store.getState());
  const known = useMemo(() => ({ team: settings.team, roster: null }), [settings.team]);
  const used = useRecalled(roster, sourceColumns, sources, known);
  const again = useMemo(
    () => (isMapped(document) ? standingAgain(session.store.getState(), sourceColumns, sources) : null),
    [session, document, sourceColumns, sources],
  );
  const close = (): void => {
    closeDialog(session);
  };
  return (
    <MappingForm
      title="Which column is what?"
      note="One step that you can undo; nothing changes before you take it."
      purpose="open"
      {...{ roster, sources, settings, known }}
      recalled={again ?? used}
      hasWork={document.history.done.length > 0}
      covers={isFirst}
      onForget={() => {
        forgetMapping(session, sourceColumns);
      }}
      onTake={(mapping) => {
        close();
        takeMapping(session, document, sources, mapping, known);
      }}
      onClose={close}
    />
  );
}
