import { failed, type Failure } from '../../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../../shared/failures/result.ts';
import { slicesOf, TEXT_SLICE } from '../../../shared/text/plain-text.ts';
import { orderingUpload, type OrderMaker } from '../../../shared/upload/orders/order-upload.ts';
import type { UploadHead } from '../../../shared/upload/orders/upload-head.ts';
import { breathe, runToEnd } from '../../app/session/pace.ts';
import { peopleOf } from '../../app/session/people.ts';
import type { Session } from '../../app/session/session.ts';
import { followRun } from './follow-run.ts';
import { whyStale } from '../stale-plan.ts';
import type { MadePlan } from '../upload-state.ts';

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

/** Items that are made text in one task on the window's thread. */
const A_BATCH = 200;

/**
 * Sends items as JSON lines to the host, in slices; a null one is left out. `onDone` is told how many are done, and ends
 * it by answering a failure.
 */
export async function handToHost(
  send: (text: string) => Promise<Result<unknown, Failure>>,
  total: number,
  itemAt: (place: number) => unknown,
  onDone: (count: number) => Failure | null,
): Promise<Result<null, Failure>> {
  let text = '';
  for (let place = 0; place < total;) {
    const end = Math.min(total, place + A_BATCH);
    for (; place < end; place += 1) {
      const item = itemAt(place);
      if (item !== null) text += `${JSON.stringify(item)}\n`;
    }
    if (text.length >= TEXT_SLICE / 2 || place === total) {
      const sent = await sendText(send, text);
      if (!sent.ok) return sent;
      text = '';
    }
    await breathe();
    const ended = onDone(place);
    if (ended !== null) return failure(ended);
  }
  return success(null);
}

async function sendText(
  send: (text: string) => Promise<Result<unknown, Failure>>,
  text: string,
): Promise<Result<null, Failure>> {
  for (const slice of slicesOf(text, TEXT_SLICE)) {
    const sent = await send(slice);
    if (!sent.ok) return sent;
  }
  return success(null);
}
