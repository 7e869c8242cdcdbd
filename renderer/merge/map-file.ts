import { failed } from '../../shared/failures.ts';
import { applyMapping } from '../../shared/mapping/apply-mapping.ts';
import type { Source } from '../../shared/mapping/list-sources.ts';
import type { ColumnMapping } from '../../shared/mapping/mapping.ts';
import { failure, success } from '../../shared/result.ts';
import { applying } from '../../shared/roster/apply.ts';
import { rememberMapping } from '../mapping/take-mapping.ts';
import { closeDialog } from '../session/dialogs.ts';
import { runPaced, runToEnd } from '../session/pace.ts';
import type { Session } from '../session/session.ts';
import type { Dialog } from '../session/state.ts';
import { runTask } from '../session/task.ts';

/** Brings the columns of a file that is to be added into those of a roster, remembers how, and goes on to its people. */
export async function mapFile(
  session: Session,
  dialog: Extract<Dialog, { kind: 'merge' }>,
  sources: readonly Source[],
  mapping: ColumnMapping,
): Promise<void> {
  const { file, read } = dialog;
  const { roster, columns } = read;
  closeDialog(session);
  const mapped = await runTask(session, { kind: 'reading', name: file.name }, async (signal, onProgress) => {
    const made = await runPaced(applyMapping(roster, sources, mapping), signal, onProgress);
    if (made === null) return failure(failed('cancelled', {}));
    await runToEnd(applying(roster, made.value));
    return success(null);
  });
  if (mapped.ok && columns.length > 0) rememberMapping(session, columns, sources, mapping);
  // A new reading: the roster in it has changed in place.
  session.store.setState({ dialog: { ...dialog, step: 'people', read: { ...read } } });
}
