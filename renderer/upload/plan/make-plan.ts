import { failed, type Failure } from '../../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../../shared/failures/result.ts';
import type { UploadMode } from '../../../shared/upload/plan/upload-plan.ts';
import { runPaced } from '../../app/session/pace.ts';
import type { Session } from '../../app/session/session.ts';
import type { Document } from '../../app/session/document.ts';
import { planningRows, type RowsPlan } from './planning-rows.ts';
import type { Organization } from '../../../shared/organization/organization.ts';
import type { CurrentTeam } from '../../../shared/person/team-member.ts';
import type { MadePlan } from '../upload-state.ts';
import { targetOf } from '../upload-target.ts';
import { refreshTeam } from './refresh-team.ts';

/**
 * Plans the upload of the open roster: asks for the current team where there is a key, then judges every row, in slices.
 * Where the roster is edited meanwhile, the rows are judged again. Whatever was planned before is gone.
 */
export async function makePlan(session: Session): Promise<void> {
  const { store } = session;
  const target = targetOf(store.getState());
  if (target === null || store.getState().upload.kind === 'planning') return;
  const controller = new AbortController();
  const show = (step: 'team' | 'rows', count: number): void => {
    const stop = (): void => {
      controller.abort();
    };
    store.setState({ upload: { kind: 'planning', step, count, stop }, marks: null });
  };
  show('team', 0);
  const made = await teamThenRows(session, target, controller.signal, show);
  if (made.ok) {
    const { roster, marks } = made.value;
    store.setState({
      upload: { kind: 'planned', made: made.value },
      marks: { roster, of: marks, touched: null, isOver: false },
    });
  } else if (made.failure.code === 'cancelled') store.setState({ upload: { kind: 'idle' } });
  else store.setState({ upload: { kind: 'unplanned', failure: made.failure } });
}

async function teamThenRows(
  session: Session,
  target: Organization,
  signal: AbortSignal,
  show: (step: 'team' | 'rows', count: number) => void,
): Promise<Result<MadePlan, Failure>> {
  const found = await refreshTeam(session, target, signal, (count) => {
    show('team', count);
  });
  if (!found.ok) return found;
  const { team, key } = found.value;
  show('rows', 0);
  while (!signal.aborted) {
    const document = await openDocument(session);
    if (document === null) break;
    const { mode } = document.checker.settings;
    const rows = await judgeUndisturbed(session, document, team, mode, signal);
    if (rows === null) continue;
    const { roster, history } = document;
    const rate = session.app.uploadRate;
    return success({ ...rows, target, team, key, rate, roster, step: history.done.at(-1) ?? null });
  }
  return failure(failed('cancelled', {}));
}

/** The open roster, as soon as no large edit is under way. */
function openDocument({ store }: Session): Promise<Document | null> {
  return new Promise((resolve) => {
    const answer = (): boolean => {
      const { document } = store.getState();
      if (document !== null && document.held !== null) return false;
      resolve(document);
      return true;
    };
    if (answer()) return;
    const unsubscribe = store.subscribe(() => {
      if (answer()) unsubscribe();
    });
  });
}

/** The plan of the rows as they stand; null if they were edited, or this was stopped, before it was done. */
async function judgeUndisturbed(
  { store }: Session,
  document: Document,
  team: CurrentTeam,
  mode: UploadMode,
  signal: AbortSignal,
): Promise<RowsPlan | null> {
  const edited = new AbortController();
  const unsubscribe = store.subscribe(({ document: now }) => {
    if (now?.version !== document.version || now.roster !== document.roster || now.held !== null)
      edited.abort();
  });
  const { roster, checker } = document;
  const problemsOf = checker.problemsOf.bind(checker);
  try {
    const work = planningRows({ roster, team, problemsOf, mode }, checker.settings);
    const planned = await runPaced(work, AbortSignal.any([signal, edited.signal]));
    return planned?.value ?? null;
  } finally {
    unsubscribe();
  }
}
