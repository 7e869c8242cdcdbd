import type { FileRef } from '../../shared/contract.ts';
import { failed } from '../../shared/failures/failures.ts';
import { failure, success } from '../../shared/failures/result.ts';
import { profileLoaded } from '../organization/load-profile.ts';
import { showFailure } from '../app/session/dialogs.ts';
import type { HowToRead } from '../app/session/how-to-read.ts';
import { readFile } from '../app/session/read-file.ts';
import { runPaced } from '../app/session/pace.ts';
import type { Session } from '../app/session/session.ts';
import { runTask } from '../app/session/task.ts';
import { understandColumns } from './map-file.ts';

/**
 * Reads a file beside the open roster and shows what adding its people would do; nothing is written before the user says
 * so. Whatever fails is said in one sentence.
 */
export async function addFile(session: Session, file: FileRef, how: HowToRead = {}): Promise<void> {
  const source = await runTask(session, { kind: 'reading', name: file.name }, async (signal, onProgress) => {
    const read = await readFile(session, file, how, { signal, onProgress, onFirstRows: () => undefined });
    if (!read.ok) return read;
    if (read.value.read.roster.rows.length === 0)
      return failure(failed('merge.noPeople', { name: file.name }));
    await profileLoaded(session);
    const understood = await runPaced(understandColumns(session, read.value.read), signal);
    if (understood === null) return failure(failed('cancelled', {}));
    return success({ form: read.value.form, read: read.value.read, ...understood.value });
  });
  if (source.ok) session.store.setState({ dialog: { kind: 'merge', file, how, ...source.value } });
  else
    showFailure(
      session,
      `Nobody was added from “${file.name}”`,
      source.failure,
      source.failure.code === 'merge.noPeople' ? undefined : { file, how, purpose: 'add' },
    );
}
