import { planSheet } from '../../../shared/upload/report/sheets.ts';
import { peopleOf } from '../../app/session/people.ts';
import type { Session } from '../../app/session/session.ts';
import { saveSheet } from '../save-sheet.ts';
import type { MadePlan } from '../upload-state.ts';

/** Saves a plan as a file of its own, for those who have to agree to it. */
export function savePlan(session: Session, { plan, roster }: MadePlan): Promise<void> {
  const rows = planSheet(plan, roster, peopleOf(roster));
  const name = session.store.getState().document?.name ?? '';
  return saveSheet(session, name, 'plan', rows, plan.rows.length);
}
