import { AT } from '../../../shared/person/catalogue.ts';
import type { KeptUpload } from '../../../shared/contract/upload-calls.ts';
import type { Failure } from '../../../shared/failures/failures.ts';
import type { Result } from '../../../shared/failures/result.ts';
import { cellAt, type Row } from '../../../shared/roster/roster.ts';
import { isBlank } from '../../../shared/rules/cell-rules/clean-text.ts';
import type { OrderPassword } from '../../../shared/upload/orders/upload-order.ts';
import { showFailure } from '../../app/session/dialogs.ts';
import type { Session } from '../../app/session/session.ts';
import { followRun } from '../run/follow-run.ts';
import { handToHost } from '../run/hand-to-host.ts';
import type { RunRoster } from '../upload-state.ts';
import { findOwnRoster } from './find-own-roster.ts';

/**
 * Goes on with an upload that was left, by its journal. Temporary passwords are in no journal: where some are needed yet,
 * the upload's roster must be open, and it is asked for where it is not. One that was left on another computer is resumed
 * `anyway`, or not at all.
 */
export async function resumeRun(session: Session, id: string, anyway = false): Promise<void> {
  const { store } = session;
  const shown = await session.host.call('upload.show', { upload: id });
  if (!shown.ok) {
    showFailure(session, 'The upload was not resumed', shown.failure);
    return;
  }
  const kept = shown.value;
  const own = await findOwnRoster(session, kept.roster);
  if (kept.needsPasswords && own === null) {
    store.setState({ upload: { kind: 'resuming', kept, failure: null }, uploadShown: true });
    return;
  }
  store.setState({ upload: { kind: 'starting', name: kept.host, fraction: 0 }, uploadShown: true });
  const started = await handPasswords(session, kept, own, anyway);
  if (started.ok) void followRun(session, started.value.upload, own);
  else store.setState({ upload: { kind: 'resuming', kept, failure: started.failure } });
}

async function handPasswords(
  { host }: Session,
  kept: KeptUpload,
  own: RunRoster | null,
  anyway: boolean,
): Promise<Result<{ readonly upload: string }, Failure>> {
  const opened = await host.call('upload.reopen', { upload: kept.id, anyway });
  if (!opened.ok) return opened;
  const { handing } = opened.value;
  const rows = own?.roster.rows ?? [];
  const send = (passwords: string) => host.call('upload.passwords', { handing, passwords });
  const handed = await handToHost(
    send,
    rows.length,
    (place) => passwordOf(rows[place]),
    () => null,
  );
  if (handed.ok) return host.call('upload.start', { handing });
  await host.call('upload.cancel', { handing });
  return handed;
}

function passwordOf(row: Row | undefined): OrderPassword | null {
  const password = row ? cellAt(row, AT.temporaryPassword) : '';
  return row === undefined || isBlank(password) ? null : { place: row.index, password };
}
