import { failed, type Failure } from '../../../shared/failures/failures.ts';
import { failure, type Result } from '../../../shared/failures/result.ts';
import { type OrderMaker, orderingUpload } from '../../../shared/upload/orders/order-upload.ts';
import type { UploadHead } from '../../../shared/upload/orders/upload-head.ts';
import { peopleOf } from '../../app/session/people.ts';
import { runToEnd } from '../../app/session/pace.ts';
import type { Session } from '../../app/session/session.ts';
import { whyStale } from '../stale-plan.ts';
import type { MadePlan } from '../upload-state.ts';
import { followRun } from './follow-run.ts';
import { handToHost } from './hand-to-host.ts';

/** What is chosen when a plan is confirmed. */
interface RunChoices {
  readonly welcome: UploadHead['welcome'];
  /** Whether each person is looked up right before being sent. */
  readonly careful: boolean;
}

const STALE = failed('run.stale', {});

/**
 * Hands a confirmed plan to the host, which carries it out, and follows it. Where anything that the plan was made of
 * changes before all is handed over, nothing is sent.
 */
export async function startRun(session: Session, made: MadePlan, choices: RunChoices): Promise<void> {
  const { store } = session;
  if (store.getState().upload.kind !== 'confirming') return;
  store.setState({ upload: { kind: 'starting', name: made.target.name, fraction: 0 } });
  const started = await begin(session, made, choices);
  if (started.ok) {
    const ids = made.roster.rows.map(({ id }) => id);
    void followRun(session, started.value.upload, { roster: made.roster, ids });
  } else store.setState({ upload: { kind: 'confirming', made, failure: started.failure } });
}

async function begin(
  session: Session,
  made: MadePlan,
  { welcome, careful }: RunChoices,
): Promise<Result<{ readonly upload: string }, Failure>> {
  const { host, store } = session;
  const { plan, target } = made;
  const state = await host.call('credentials.state', { organization: target.id });
  if (!state.ok) return state;
  // Another key is another account, of which the plan knows nothing.
  if (state.value.ends?.key !== made.key) return failure(STALE);
  const begun = await host.call('upload.begin', {
    organization: target.id,
    environment: target.environment,
    host: target.host,
    name: store.getState().document?.name ?? '',
    ...plan.fingerprint,
    mode: plan.mode,
    welcome,
    careful,
    teamSize: made.team.people.length,
    rows: plan.rows.length,
  });
  if (!begun.ok) return begun;
  const { handing } = begun.value;
  const handed = await handRows(session, made, handing);
  if (handed.ok) return host.call('upload.start', { handing });
  await host.call('upload.cancel', { handing });
  return handed;
}

/** The orders, then the passwords, which are kept apart: the orders are written to disk. */
async function handRows(
  session: Session,
  made: MadePlan,
  handing: string,
): Promise<Result<unknown, Failure>> {
  const { host, store } = session;
  const maker = await makerOf(session, made);
  if (maker === null) return failure(STALE);
  const total = made.plan.rows.length;
  const check = (from: number, to: number) => (count: number) => {
    const fraction = from + (to - from) * (count / total);
    store.setState({ upload: { kind: 'starting', name: made.target.name, fraction } });
    return whyStale(store.getState(), made) === null ? null : STALE;
  };
  const sendOrders = (orders: string) => host.call('upload.orders', { handing, orders });
  const ordered = await handToHost(sendOrders, total, (place) => maker.orderOf(place), check(0, 0.8));
  if (!ordered.ok) return ordered;
  const sendPasswords = (passwords: string) => host.call('upload.passwords', { handing, passwords });
  return handToHost(sendPasswords, total, (place) => maker.passwordOf(place), check(0.8, 1));
}

/** What makes the orders; null where the plan does not hold any more. */
async function makerOf({ store }: Session, made: MadePlan): Promise<OrderMaker | null> {
  const { document } = store.getState();
  if (document === null || whyStale(store.getState(), made) !== null) return null;
  const { checker } = document;
  const { plan, roster, team } = made;
  const problemsOf = checker.problemsOf.bind(checker);
  const maker = await runToEnd(orderingUpload({ plan, roster, team, problemsOf, people: peopleOf(roster) }));
  return whyStale(store.getState(), made) === null ? maker : null;
}
