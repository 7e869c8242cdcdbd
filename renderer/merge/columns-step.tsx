import { useMemo } from 'react';
import { listSources } from '../../shared/mapping/list-sources.ts';
import { MappingForm } from '../mapping/mapping-form.tsx';
import { findRemembered } from '../mapping/recalled.ts';
import { forgetMapping } from '../mapping/take-mapping.ts';
import { useSession, useSessionState } from '../app/session/session.ts';
import { currentSettings } from '../app/session/settings.ts';
import type { Dialog } from '../app/session/dialog-kinds.ts';
import { knownBeside, mapFile } from './map-file.ts';

type Props = Extract<Dialog, { kind: 'merge' }>;

/** Asks which columns of Agent Connect the columns of a file are, before its people are compared. */
export function ColumnsStep(dialog: Props) {
  const session = useSession();
  const { file, read, mapping, settled } = dialog;
  const { roster, columns } = read;
  const sources = useMemo(() => listSources(roster, columns), [roster, columns]);
  const known = useMemo(() => knownBeside(session.store.getState()), [session]);
  const organizations = useSessionState((state) => state.organizations);
  const usedAt = findRemembered({ organizations }, columns)?.usedAt ?? null;
  // What was used before, or said a moment ago; else what is proposed, with why.
  const recalled = useMemo(
    () => (settled || usedAt !== null ? { mapping, usedAt } : null),
    [mapping, settled, usedAt],
  );
  return (
    <MappingForm
      title={`Which column of “${file.name}” is what?`}
      note="You then see who comes in; nothing is added before."
      purpose="add"
      {...{ roster, sources, recalled, known }}
      hasWork={false}
      settings={currentSettings(session.store.getState())}
      onForget={() => {
        forgetMapping(session, columns);
      }}
      onTake={(taken) => void mapFile(session, dialog, sources, taken)}
      onClose={() => {
        session.store.setState({ dialog: { ...dialog, step: 'people' } });
      }}
    />
  );
}
