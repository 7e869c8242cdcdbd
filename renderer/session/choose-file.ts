import type { FileRef, Openable, Savable } from '../../shared/contract.ts';
import { showFailure } from './dialogs.ts';
import type { Session } from './session.ts';
import type { ChooserPurpose } from './state.ts';

/** Asks which file to open, by the system's dialog or the window's own; null if the user thinks better of it. */
export async function chooseToOpen(session: Session, what: Openable = 'roster'): Promise<FileRef | null> {
  if (session.app.chooser === 'page') return askInPage(session, { purpose: 'open', what });
  const answer = await session.host.call('file.chooseToOpen', { what });
  if (answer.ok) return answer.value.file;
  showFailure(session, 'No file was opened', answer.failure);
  return null;
}

/** Asks where to write, by the system's dialog or the window's own; null if the user thinks better of it. */
export async function chooseToSave(
  session: Session,
  suggestedName: string,
  format: Savable,
): Promise<FileRef | null> {
  if (session.app.chooser === 'page')
    return askInPage(session, {
      purpose: 'save',
      suggestedName,
      what: format === 'profile' ? 'profile' : 'roster',
    });
  const answer = await session.host.call('file.chooseToSave', { suggestedName, format });
  if (answer.ok) return answer.value.file;
  showFailure(session, 'Nothing was saved', answer.failure);
  return null;
}

function askInPage(session: Session, wanted: ChooserPurpose): Promise<FileRef | null> {
  return new Promise((resolve) => {
    const done = (file: FileRef | null): void => {
      session.store.setState({ chooser: null });
      resolve(file);
    };
    session.store.setState({ chooser: { ...wanted, done } });
  });
}
