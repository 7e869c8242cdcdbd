import { cellsChange } from '../../shared/roster/change.ts';
import { withOptionals } from '../../shared/roster/edits.ts';
import type { RowId } from '../../shared/roster/roster.ts';
import { type Checker, createChecker } from '../../shared/rules/checker.ts';
import { edit } from '../app/session/edit-roster.ts';
import { loadChecker } from '../app/session/load-checker.ts';
import { runPaced } from '../app/session/pace.ts';
import type { Session } from '../app/session/session.ts';
import { changeOrganizations } from './change-organizations.ts';
import { currentSettings, isSameKnowledge } from '../app/session/settings.ts';
import type { Document } from '../app/session/document.ts';

/**
 * Keeps the problems of the open roster those of what is known of the organization: when its current team, its roles,
 * its groups, its day order or its template become others, the roster is checked anew behind the window's work, in
 * slices, and the problems change at once when that is done. Whoever edits meanwhile is not held up, and the check
 * begins again. Answers a function that stops it.
 */
export function followTeam(session: Session): () => void {
  let isChecking = false;
  const look = (): void => {
    if (isChecking || !isDue(session) || addTemplateColumns(session)) return;
    isChecking = true;
    void checkAnew(session).finally(() => {
      isChecking = false;
      changeOrganizations(session, { checked: null });
      look();
    });
  };
  look();
  return session.store.subscribe(look);
}

function isDue({ store }: Session): boolean {
  const { document, task } = store.getState();
  const isFree = document?.held === null && task === null;
  return isFree && !isSameKnowledge(document.checker.settings, currentSettings(store.getState()));
}

/** Shows the columns that only the organization's template has, which its rules look at; false where there are none to show. */
function addTemplateColumns(session: Session): boolean {
  const { document } = session.store.getState();
  const { template } = currentSettings(session.store.getState());
  if (document === null || template === null) return false;
  const { columns: from } = document.roster;
  const to = withOptionals(from, template);
  if (to === from) return false;
  edit(session, 'Show the columns of the template', { ...cellsChange([]), columns: { from, to } });
  return true;
}

async function checkAnew(session: Session): Promise<void> {
  const { store } = session;
  const before = store.getState().document;
  if (before === null) return;
  const settings = currentSettings(store.getState());
  const checker = createChecker(before.roster, settings);
  const outdated = new AbortController();
  const stop = store.subscribe((state) => {
    const { document } = state;
    const isSame = document?.roster === before.roster && document.version === before.version;
    if (!isSame || document.held !== null || !isSameKnowledge(settings, currentSettings(state)))
      outdated.abort();
  });
  const checked = await runPaced(loadChecker(checker), outdated.signal, (fraction) => {
    showProgress(session, fraction);
  });
  stop();
  const { document } = store.getState();
  if (checked !== null && document !== null && !outdated.signal.aborted) publish(session, document, checker);
}

/** In steps of a twentieth: whoever shows it need not be drawn anew a hundred times. */
function showProgress(session: Session, fraction: number): void {
  const checked = Math.floor(fraction * 20) / 20;
  if (session.store.getState().organizations.checked !== checked) changeOrganizations(session, { checked });
}

function publish({ store }: Session, document: Document, checker: Checker): void {
  // Where the rows are compared with a team, any of them may have other marks.
  const isCompared = checker.comparison !== null || document.checker.comparison !== null;
  const rows = new Set<RowId>(isCompared ? document.roster.byId.keys() : document.checker.problemRows());
  for (const row of checker.problemRows()) rows.add(row);
  store.setState({
    document: {
      ...document,
      checker,
      version: document.version + 1,
      counts: { ...checker.counts },
      touched: { rows, structure: false },
    },
  });
}
