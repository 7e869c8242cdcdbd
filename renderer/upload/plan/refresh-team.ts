import { failed, type Failure } from '../../../shared/failures/failures.ts';
import type { Organization } from '../../../shared/organization/organization.ts';
import { failure, type Result, success } from '../../../shared/failures/result.ts';
import type { CurrentTeam } from '../../../shared/person/team-member.ts';
import { teamSettled } from '../../organization/load-team.ts';
import { pullTeam } from '../../organization/pull-team.ts';
import { currentSettings, isSameKnowledge } from '../../app/session/settings.ts';
import type { Session } from '../../app/session/session.ts';
import { currentTeamOf } from '../upload-target.ts';

/** The current team that a plan is made from, and the end of the key it was asked for with; null where there is no key. */
export interface PlanTeam {
  readonly team: CurrentTeam;
  readonly key: string | null;
}

/**
 * The current team as Agent Connect has it now, where there is a key to ask with; else the snapshot that is kept. When
 * this answers, the open roster is checked against it.
 */
export async function refreshTeam(
  session: Session,
  organization: Organization,
  signal: AbortSignal,
  onCount: (people: number) => void,
): Promise<Result<PlanTeam, Failure>> {
  const state = await session.host.call('credentials.state', { organization: organization.id });
  if (!state.ok) return state;
  const key = state.value.ends?.key ?? null;
  if (key !== null) {
    const pulled = await pull(session, signal, onCount);
    if (!pulled.ok) return pulled;
  }
  await teamSettled(session);
  const { store } = session;
  const team = currentTeamOf(store.getState());
  if (team === null)
    return failure(
      store.getState().organizations.trouble ?? failed('team.none', { name: organization.name }),
    );
  await untilChecked(session, signal);
  return signal.aborted ? failure(failed('cancelled', {})) : success({ team, key });
}

/** Pulls the team, says how far that is, and stops it where the signal does. */
async function pull(
  session: Session,
  signal: AbortSignal,
  onCount: (people: number) => void,
): Promise<Result<unknown, Failure>> {
  const { store } = session;
  const unsubscribe = store.subscribe(({ organizations: { work } }, before) => {
    if (work?.kind === 'pulling' && work !== before.organizations.work) onCount(work.progress.people);
  });
  const stop = (): void => {
    const { work } = store.getState().organizations;
    if (work?.kind === 'pulling') work.stop();
  };
  signal.addEventListener('abort', stop);
  try {
    return await pullTeam(session);
  } finally {
    unsubscribe();
    signal.removeEventListener('abort', stop);
  }
}

/** Waits until the open roster's problems are those of what is known now. */
function untilChecked({ store }: Session, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const isDone = (): boolean => {
      const state = store.getState();
      if (signal.aborted || state.document === null) return true;
      return isSameKnowledge(state.document.checker.settings, currentSettings(state));
    };
    const end = (): void => {
      if (!isDone()) return;
      unsubscribe();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const unsubscribe = store.subscribe(end);
    signal.addEventListener('abort', end);
    end();
  });
}
