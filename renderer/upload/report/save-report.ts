import { reportRows } from '../../../shared/upload/report/report-rows.ts';
import type { Session } from '../../app/session/session.ts';
import { saveSheet } from '../save-sheet.ts';
import type { FollowedRun } from '../upload-state.ts';

/** Saves what became of every row as a file of its own. */
export function saveReport(session: Session, { rows, kept }: FollowedRun): Promise<void> {
  return saveSheet(session, kept.name, 'report', reportRows(rows), rows.length);
}
