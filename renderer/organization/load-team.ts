import { knownNames } from '../../shared/team/current-team.ts';
import { createTeamReader } from '../../shared/team/team-text.ts';
import { failed, type Failure, failureSentence } from '../../shared/failures/failures.ts';
import type { Organization } from '../../shared/organization/organization.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import { runPaced } from '../app/session/pace.ts';
import { sayDone } from '../app/session/say-done.ts';
import type { Session } from '../app/session/session.ts';
import { changeOrganizations } from './change-organizations.ts';
import { chosenOrganization, type KnownTeam } from './organizations.ts';
import { situationOf } from '../app/session/situation.ts';

/** What is on its way to a current team and a profile: the last of it that was begun, and all before it. */
const settling = new WeakMap<Session, Promise<void>>();
const stops = new WeakMap<Session, AbortController>();

/** Settles when the current team and the profile that were last asked for are there, so that a roster can be checked. */
export async function teamSettled(session: Session): Promise<void> {
  for (let last = settling.get(session); last !== undefined;) {
    await last;
    const next = settling.get(session);
    last = next === last ? undefined : next;
  }
}

/** Lets whoever waits for what is known of the organization wait for this as well. */
export function settleAfter(session: Session, work: Promise<void>): Promise<void> {
  const all = Promise.all([settling.get(session), work]).then(() => undefined);
  settling.set(session, all);
  return work;
}

/**
 * Reads the current team of the chosen organization in slices that leave the window responsive, in place of the one
 * before. One that was being read meanwhile is given up.
 */
export function loadTeam(session: Session): Promise<void> {
  stops.get(session)?.abort();
  const stop = new AbortController();
  stops.set(session, stop);
  return settleAfter(session, load(session, stop.signal));
}

async function load(session: Session, signal: AbortSignal): Promise<void> {
  const organization = chosenOrganization(session.store.getState().organizations);
  const has = organization !== null && organization.team !== null;
  const read = has ? await readTeam(session, organization, signal) : success(null);
  if (signal.aborted) return;
  if (!read.ok) sayDone(session, failureSentence(read.failure, situationOf(session)));
  changeOrganizations(session, {
    known: read.ok ? read.value : null,
    trouble: read.ok ? null : read.failure,
  });
}

async function readTeam(
  { host }: Session,
  { id, name }: Organization,
  signal: AbortSignal,
): Promise<Result<KnownTeam, Failure>> {
  const opened = await host.call('team.read', { organization: id });
  if (!opened.ok) return opened;
  const { text } = opened.value;
  const reader = createTeamReader();
  try {
    for (let from: number | null = 0; from !== null;) {
      const part: Awaited<ReturnType<typeof host.call<'text.read'>>> = await host.call('text.read', {
        text,
        from,
      });
      if (!part.ok) return part;
      if ((await runPaced(reader.push(part.value.slice), signal)) === null)
        return failure(failed('cancelled', {}));
      from = part.value.next;
    }
  } finally {
    await host.call('text.close', { text });
  }
  const team = reader.finish();
  return team === null ? failure(failed('team.damaged', { name })) : success({ team, ...knownNames(team) });
}
