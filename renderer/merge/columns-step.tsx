import { useMemo } from 'react';
import { listSources } from '../../shared/mapping/list-sources.ts';
import { MappingForm } from '../mapping/mapping-form.tsx';
import { forgetMapping } from '../mapping/take-mapping.ts';
import { useRecalled } from '../mapping/use-recalled.ts';
import { useSession } from '../session/session.ts';
import { currentSettings } from '../session/settings.ts';
import type { Dialog } from '../session/state.ts';
import { mapFile } from './map-file.ts';

type Props = Extract<Dialog, { kind: 'merge' }>;

/** Asks which columns of Agent Connect the columns of a file are, before its people are compared. */
export function ColumnsStep(dialog: Props) {
  const session = useSession();
  const { file, read } = dialog;
  const { roster, columns } = read;
  const sources = useMemo(() => listSources(roster, columns), [roster, columns]);
  const recalled = useRecalled(roster, columns, sources);
  return (
    <MappingForm
      title={`Which column of “${file.name}” is what?`}
      note="You then see who comes in; nothing is added before."
      {...{ roster, sources, recalled }}
      settings={currentSettings(session.store.getState())}
      onForget={() => {
        forgetMapping(session, columns);
      }}
      onTake={(mapping) => void mapFile(session, dialog, sources, mapping)}
      onClose={() => {
        session.store.setState({ dialog: { ...dialog, step: 'people' } });
      }}
    />
  );
}
