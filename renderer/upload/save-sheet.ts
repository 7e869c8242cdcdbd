import { chooseToSaveAs } from '../app/session/choose-file.ts';
import { describeWritten } from '../app/session/describe-written.ts';
import { showFailure } from '../app/session/dialogs.ts';
import { sayDone } from '../app/session/say-done.ts';
import type { Session } from '../app/session/session.ts';
import { stemOf } from '../app/session/save-roster.ts';
import { runTask } from '../app/session/task.ts';
import { writeRows } from '../app/session/write-rows.ts';

/**
 * Asks where, and saves the rows of a plan or a report, header first: as an Excel workbook, or as text where the name
 * that is chosen ends so. `what` is put behind the roster's name.
 */
export async function saveSheet(
  session: Session,
  roster: string,
  what: string,
  rows: Iterable<readonly string[]>,
  total: number,
): Promise<void> {
  const wanted = { form: 'xlsx', hasTemplate: false } as const;
  const chosen = await chooseToSaveAs(session, `${stemOf(roster)} – ${what}.xlsx`, wanted);
  if (chosen === null) return;
  const { file } = chosen;
  const written = await runTask(session, { kind: 'saving', name: file.name }, (signal, onProgress, onHeld) =>
    writeRows(session, { ...chosen, overwrite: true }, rows, total, signal, onProgress, onHeld),
  );
  if (written.ok)
    sayDone(session, `Saved to “${written.value.file.name}”. ${describeWritten(written.value.replaced)}`);
  else showFailure(session, 'Nothing was saved', written.failure);
}
