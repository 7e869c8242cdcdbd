import type { RowState } from '../../../shared/upload/journal/outcome.ts';
import { planExport, planRows } from '../../../shared/export/plan-export.ts';
import { failed } from '../../../shared/failures/failures.ts';
import { failure } from '../../../shared/failures/result.ts';
import { chooseToSaveAs } from '../../app/session/choose-file.ts';
import { showFailure } from '../../app/session/dialogs.ts';
import { runPaced } from '../../app/session/pace.ts';
import { sayDone } from '../../app/session/say-done.ts';
import { stemOf } from '../../app/session/save-roster.ts';
import type { Session } from '../../app/session/session.ts';
import { runTask } from '../../app/session/task.ts';
import { writeRows } from '../../app/session/write-rows.ts';
import { countOf } from '../plan/plan-words.ts';
import { reportSheet } from '../../../shared/upload/report/sheets.ts';
import { saveSheet } from '../save-sheet.ts';
import type { FollowedRun } from '../upload-state.ts';

/** Saves what became of every row as a file of its own. */
export function saveReport(session: Session, { rows, kept }: FollowedRun): Promise<void> {
  return saveSheet(session, kept.name, 'report', reportSheet(rows), rows.length);
}

/** How a row that still has to be carried out has ended. */
export const NOT_DONE = ['failed', 'held', 'unknown', 'notTried'] as const satisfies RowState[];

/** Every column, every cell as it is typed, so that nothing is lost on the way to the next round. */
const WHOLE = { rows: 'all', leadersFirst: false, passwords: true, carried: true } as const;

/** Saves the rows that were not carried out as a roster of their own, as they are in the open one now. */
export async function saveFailedRows(session: Session, { own, rows, kept }: FollowedRun): Promise<void> {
  const { document } = session.store.getState();
  if (own === null || document?.roster !== own.roster) return;
  const { roster, checker } = document;
  const isNotDone = (place: number): boolean => NOT_DONE.some((state) => state === rows[place]?.state);
  const ids = new Set(own.ids.filter((id, place) => isNotDone(place) && roster.byId.has(id)));
  const wanted = { form: 'unicode-text', hasTemplate: false } as const;
  const chosen = await chooseToSaveAs(session, `${stemOf(kept.name)} – not done.txt`, wanted);
  if (chosen === null) return;
  const saved = await runTask(
    session,
    { kind: 'saving', name: chosen.file.name },
    async (signal, onProgress, onHeld) => {
      const problemsOf = checker.problemsOf.bind(checker);
      const planned = await runPaced(planExport(roster, problemsOf, WHOLE), signal);
      if (planned === null) return failure(failed('cancelled', {}));
      const plan = { ...planned.value, written: planned.value.written.filter((id) => ids.has(id)) };
      const written = planRows(roster, plan, 'written');
      return writeRows(
        session,
        { ...chosen, overwrite: true },
        written,
        ids.size,
        signal,
        onProgress,
        onHeld,
      );
    },
  );
  if (saved.ok)
    sayDone(
      session,
      `${countOf(ids.size, 'row', 'rows')} saved to “${saved.value.file.name}”: open it for the next round.`,
    );
  else showFailure(session, 'Nothing was saved', saved.failure);
}
