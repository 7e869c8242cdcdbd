import { failed, type Failure } from '../../shared/failures/failures.ts';
import type { Organization } from '../../shared/organization/organization.ts';
import { failure, type Result } from '../../shared/failures/result.ts';
import type { Session } from '../app/session/session.ts';
import { changeOrganizations } from './change-organizations.ts';
import { takeUp } from './keep-organization.ts';
import { chosenOrganization, isTeamBusy, type TeamWork } from './organizations.ts';

/** Milliseconds between two questions how far a pull is. */
const POLL = 250;

/**
 * Pulls the current team of the chosen organization from Agent Connect, shows how far it is, and works with it when it is
 * there. Answers how it ended; a failure is shown in the organization's view.
 */
export async function pullTeam(session: Session): Promise<Result<Organization, Failure>> {
  const { organizations } = session.store.getState();
  const organization = chosenOrganization(organizations);
  if (organization === null || isTeamBusy(organizations)) return failure(failed('cancelled', {}));
  const { id } = organization;
  showWork(session, { organization: id, kind: 'pulling', progress: NOTHING, stop: () => undefined });
  return end(session, id, await pull(session, id));
}

const NOTHING = { people: 0, waiting: null, ended: null };

async function pull(session: Session, id: string): Promise<Result<Organization, Failure>> {
  const { host } = session;
  const begun = await host.call('team.pull', { organization: id });
  if (!begun.ok) return begun;
  const stop = (): void => void host.call('team.stop', begun.value);
  for (;;) {
    const told = await host.call('team.progress', begun.value);
    if (!told.ok) return told;
    if (told.value.ended !== null) return told.value.ended;
    showWork(session, { organization: id, kind: 'pulling', progress: told.value, stop });
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
}

/** Takes the current team of the chosen organization from a “Download Current Team” file. */
export async function readTeamFile(
  session: Session,
  file: { readonly handle: string; readonly name: string },
): Promise<void> {
  const { organizations } = session.store.getState();
  const { chosen } = organizations;
  if (chosen === null || isTeamBusy(organizations)) return;
  showWork(session, { organization: chosen, kind: 'reading', name: file.name });
  const read = await session.host.call('team.fromFile', { organization: chosen, file: file.handle });
  end(session, chosen, read.ok ? { ok: true, value: read.value.organization } : read);
}

/** Forgets the current team of an organization. */
export async function forgetTeam(session: Session, id: string): Promise<void> {
  const forgotten = await session.host.call('team.forget', { organization: id });
  end(session, id, forgotten.ok ? { ok: true, value: forgotten.value.organization } : forgotten);
}

function end(
  session: Session,
  id: string,
  ended: Result<Organization, Failure>,
): Result<Organization, Failure> {
  const isTold = ended.ok || ended.failure.code === 'cancelled';
  showWork(session, isTold ? null : { organization: id, kind: 'failed', failure: ended.failure });
  if (ended.ok) takeUp(session, ended.value);
  return ended;
}

function showWork(session: Session, work: TeamWork | null): void {
  changeOrganizations(session, { work });
}
