import type { FileRef } from '../../shared/contract.ts';
import { failed } from '../../shared/failures.ts';
import { showFailure } from '../session/dialogs.ts';
import type { HowToRead } from '../session/how-to-read.ts';
import { readFile } from '../session/read-file.ts';
import { asksFirst } from './asks-first.ts';
import type { Session } from '../session/session.ts';
import { runTask } from '../session/task.ts';

/**
 * Reads a file beside the open roster and shows what adding its people would do; nothing is written before the user says
 * so. Whatever fails is said in one sentence.
 */
export async function addFile(session: Session, file: FileRef, how: HowToRead = {}): Promise<void> {
  const { store } = session;
  const source = await runTask(session, { kind: 'reading', name: file.name }, (signal, onProgress) =>
    readFile(session, file, how, { signal, onProgress, onFirstRows: () => undefined }),
  );
  const title = `Nobody was added from “${file.name}”`;
  if (!source.ok) showFailure(session, title, source.failure, { file, how, purpose: 'add' });
  else if (source.value.read.roster.rows.length === 0)
    showFailure(session, title, failed('merge.noPeople', { name: file.name }));
  else {
    const { form, read } = source.value;
    const step = asksFirst(store.getState().organizations.profile.mappings, read) ? 'columns' : 'people';
    store.setState({ dialog: { kind: 'merge', step, file, how, form, read } });
  }
}
