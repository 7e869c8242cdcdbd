import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AT } from '../../shared/person/catalogue.ts';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import { cellAt, type Roster } from '../../shared/roster/roster.ts';
import { finish } from '../../shared/roster/sliced-work.ts';
import type { UploadOrder } from '../../shared/upload/orders/upload-order.ts';
import { takingFingerprint } from '../../shared/upload/plan/plan-fingerprint.ts';
import type { Connection } from '../agent-connect/client/connection.ts';
import { UploadJournal } from '../agent-connect/journal/upload-journal.ts';
import type { ReadyUpload } from './begin-upload.ts';
import { openAndMap } from './inspect-roster.ts';

/** Nobody: the fingerprint of a roster does not depend on the team. */
const NO_TEAM = { takenAt: '', people: [], untold: [] };

/**
 * Opens the journal of an upload to go on with it. The roster, which alone has the temporary passwords, and the
 * address must be those of its plan. Nothing is sent yet.
 */
export async function resumeUpload(
  file: string,
  path: string,
  how: Parameters<typeof openAndMap>[1],
  connection: Connection,
): Promise<Result<ReadyUpload, Failure>> {
  if ((await stat(path).catch(() => null)) === null)
    return failure(failed('upload.nothingToResume', { name: basename(path) }));
  const opened = await openAndMap(file, how, null);
  if (!opened.ok) return opened;
  const { roster } = opened.value.read;
  const journal = await UploadJournal.open(path);
  if (!journal.ok) return journal;
  const why = whyAnother(journal.value, roster, opened.value.name, connection);
  if (why === null)
    return success({ journal: journal.value, passwords: passwordsOf(journal.value.orders, roster) });
  await journal.value.close();
  return failure(why);
}

/** Why a journal is not that of an upload of this roster to this address; null where it is. */
function whyAnother(
  { head, path }: UploadJournal,
  roster: Roster,
  rosterName: string,
  { address }: Connection,
): Failure | null {
  const name = basename(path);
  if (head.host !== address.host)
    return failed('upload.otherAddress', { name, host: head.host, other: address.host });
  if (head.roster !== finish(takingFingerprint(roster, NO_TEAM)).roster)
    return failed('upload.otherRoster', { name, roster: rosterName });
  return null;
}

function passwordsOf(orders: readonly UploadOrder[], { rows }: Roster): ReadonlyMap<number, string> {
  const passwords = new Map<number, string>();
  for (const order of orders) {
    const row = rows[order.place];
    if (order.kind === 'create' && order.hasPassword && row)
      passwords.set(order.place, cellAt(row, AT.temporaryPassword));
  }
  return passwords;
}
