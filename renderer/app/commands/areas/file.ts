import { chooseToOpen } from '../../session/choose-file.ts';
import { whenSafe } from '../../session/dialogs.ts';
import { newRoster, openFile } from '../../session/open-roster.ts';
import { addFile } from '../../../import/add-file.ts';
import { save, saveAs } from '../../session/save-roster.ts';
import type { Session } from '../../session/session.ts';
import { showUpload } from '../../../upload/show-upload.ts';
import { type CommandArea, withRoster } from '../command-area.ts';

export const FILE: CommandArea<'file'> = {
  'file.new': (session) => {
    whenSafe(session, () => {
      newRoster(session);
    });
  },
  'file.open': (session) => void chooseAndOpen(session),
  'file.merge': withRoster((session) => {
    void chooseAndAdd(session);
  }),
  'file.save': (session) => void save(session),
  'file.saveAs': (session) => void saveAs(session),
  'file.export': withRoster(({ store }) => {
    store.setState({ dialog: { kind: 'export' } });
  }),
  'file.upload': withRoster((session) => {
    showUpload(session);
  }),
  'file.doctor': withRoster(({ store }, { file, how }) => {
    if (file !== null) store.setState({ dialog: { kind: 'doctor', file, how } });
  }),
  'file.reading': withRoster(({ store }, { file, how }) => {
    if (file !== null) store.setState({ dialog: { kind: 'reading', file, how, purpose: 'open' } });
  }),
  'file.close': (session) => {
    whenSafe(session, () => {
      session.store.setState({ document: null, selection: null, dialog: null });
    });
  },
};

async function chooseAndOpen(session: Session): Promise<void> {
  const file = await chooseToOpen(session);
  if (file === null) return;
  whenSafe(session, () => void openFile(session, file));
}

async function chooseAndAdd(session: Session): Promise<void> {
  const file = await chooseToOpen(session, 'people');
  if (file !== null) await addFile(session, file);
}
