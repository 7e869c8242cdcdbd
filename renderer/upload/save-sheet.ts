import { chooseToSave } from '../session/choose-file.ts';
import { describeWritten } from '../session/describe-written.ts';
import { showFailure } from '../session/dialogs.ts';
import { sayDone } from '../session/say-done.ts';
import type { Session } from '../session/session.ts';
import { stemOf } from '../session/save-roster.ts';
import { runTask } from '../session/task.ts';
import { writeRows } from '../session/write-rows.ts';

/**
 * Asks where, and saves the rows of a plan or a report, header first: as an Excel workbook, or as CSV where the name
 * that is chosen ends so. `what` is put behind the roster's name.
 */
export async function saveSheet(
  session: Session,
  roster: string,
  what: string,
  rows: Iterable<readonly string[]>,
  total: number,
): Promise<void> {
  const file = await chooseToSave(session, `${stemOf(roster)} – ${what}.xlsx`, 'xlsx');
  if (file === null) return;
  const format = /\.csv$/i.test(file.name) ? 'utf8-csv' : 'xlsx';
  const written = await runTask(session, { kind: 'saving', name: file.name }, (signal, onProgress) =>
    writeRows(session, { file, format, overwrite: true }, rows, total, signal, onProgress),
  );
  if (written.ok)
    sayDone(session, `Saved to “${written.value.file.name}”. ${describeWritten(written.value.replaced)}`);
  else showFailure(session, 'Nothing was saved', written.failure);
}
