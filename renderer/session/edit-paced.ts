import { followChange } from '../../shared/filter/shown-rows.ts';
import { apply } from '../../shared/roster/apply.ts';
import { type Change, reverse } from '../../shared/roster/change.ts';
import { record } from '../../shared/roster/history.ts';
import { createChecker } from '../../shared/rules/checker.ts';
import { type OnProgress, runPaced } from './pace.ts';
import type { Session } from './session.ts';
import { currentSettings } from './settings.ts';

/**
 * Carries out a user action on very many cells as one undo step: everything is checked anew, in slices that leave the
 * window responsive. Answers false if the signal stopped it; the roster is then as it was. Nothing else may edit
 * meanwhile.
 */
export async function editPaced(
  session: Session,
  label: string,
  change: Change,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<boolean> {
  const { document } = session.store.getState();
  if (document === null) return false;
  const { roster } = document;
  apply(roster, change);
  const checker = createChecker(roster, currentSettings());
  if (!(await runPaced(checker.load(), signal, onProgress))) {
    apply(roster, reverse(change));
    return false;
  }
  session.store.setState({
    document: {
      ...document,
      checker,
      history: record(document.history, { label, change }),
      shown: document.shown && followChange(document.shown, roster, change),
      version: document.version + 1,
      counts: checker.counts,
      touched: { rows: new Set(roster.byId.keys()), structure: true },
    },
  });
  return true;
}
