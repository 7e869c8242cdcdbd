import { expect, onTestFinished, vi } from 'vitest';
import { followDrafts } from '../../../renderer/drafts/follow-drafts.ts';
import { openDraft } from '../../../renderer/drafts/open-draft.ts';
import { parseAnswer } from '../../../renderer/host-answer.ts';
import { edit } from '../../../renderer/app/session/edit-roster.ts';
import { openFile } from '../../../renderer/app/session/open-roster.ts';
import { createSession, type Session } from '../../../renderer/app/session/session.ts';
import { AT } from '../../../shared/person/catalogue.ts';
import type { KeptDraft } from '../../../shared/contract/draft-calls.ts';
import { failed } from '../../../shared/failures/failures.ts';
import { failure } from '../../../shared/failures/result.ts';
import { cellsChange, type Change } from '../../../shared/roster/change.ts';
import { cellAt, type Roster } from '../../../shared/roster/roster.ts';
import { createHostHere } from '../../electron/drafts/create-host-here.ts';
import { documentOf } from '../test-session.ts';

const HEADER = 'First Name\tLast Name\tEmail Address\tTemporary Password\tDesk';
export const lines = (people: number, password = ''): string[] => [
  HEADER,
  ...Array.from(
    { length: people },
    (_, at) => `Person\tNumber ${at}\tp${at}@acme.example\t${password}\t${at}`,
  ),
];

/**
 * A window with a real host in a folder. With `isFull` every call that writes a draft fails from then on; of so many
 * batches of rows, the next is never answered.
 */
export function windowIn(userData: string) {
  const host = createHostHere(userData);
  const disk = { isFull: false, rowBatches: Infinity };
  const calls = { begun: 0, ended: 0 };
  const session = createSession(
    {
      call: async (channel, request) => {
        if (isOfRows(channel, request) && (disk.rowBatches -= 1) < 0) return new Promise(() => undefined);
        calls.begun += 1;
        const answer =
          disk.isFull && /^draft\.(begin|add|saved)$/.test(channel)
            ? failure(failed('draft.notKept', { reason: 'the disk is full' }))
            : parseAnswer(channel, await host.answer(channel, request));
        calls.ended += 1;
        return answer;
      },
      onEvent: () => () => undefined,
      fileFromDrop: () => Promise.resolve(failure(failed('call.unavailable', { what: 'Dropping' }))),
    },
    { version: '0', platform: 'linux', chooser: 'page', opening: null, uploadRate: 60 },
  );
  const unfollow = followDrafts(session);
  onTestFinished(async () => {
    unfollow();
    await host.end();
  });
  return { session, host, disk, calls };
}

function isOfRows(channel: string, request: unknown): boolean {
  return channel === 'draft.add' && JSON.stringify(request).includes('"records":"{\\"kind\\":\\"rows');
}

/** Waits until a batch of rows is not answered, and nothing else is under way. */
export async function stuck(window: ReturnType<typeof windowIn>): Promise<void> {
  await vi.waitFor(() => {
    expect(window.disk.rowBatches).toBe(-1);
  });
  await settled(window);
}

/** Opens a file that the host finds at a path. */
export async function openAt({ host, session }: ReturnType<typeof windowIn>, path: string): Promise<void> {
  const found = await host.dropped(path);
  if (found.ok) await openFile(session, found.value);
}

export async function listed(session: Session): Promise<readonly KeptDraft[]> {
  const answer = await session.host.call('draft.list', {});
  return answer.ok ? answer.value.drafts : [];
}

/** Ends a window as its host's end does, when all that it was told has been written, and opens what was left in another. */
export async function openAgain(userData: string, window: ReturnType<typeof windowIn>) {
  await settled(window);
  await window.host.end();
  const next = windowIn(userData);
  const [kept] = await listed(next.session);
  if (kept === undefined) throw new Error('Nothing was kept');
  await openDraft(next.session, kept);
  return { ...next, kept };
}

/**
 * Waits until nothing is handed over any more: no call is under way, and none has begun for many turns. Turns are counted
 * and not milliseconds, in which a process on a busy machine may have had no turn at all.
 */
export async function settled({ calls }: Pick<ReturnType<typeof windowIn>, 'calls'>): Promise<void> {
  for (let [begun, quiet] = [-1, 0]; quiet < QUIET_TURNS;) {
    quiet = begun === calls.begun && calls.ended === calls.begun ? quiet + 1 : 0;
    ({ begun } = calls);
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
}

const QUIET_TURNS = 15;

export function setAll({ rows }: Roster, position: number, to: string, some = rows): Change {
  return cellsChange(some.map((row) => ({ row: row.id, position, from: cellAt(row, position), to })));
}

export function type(session: Session, at: number, to: string, position = AT.homeTown): void {
  const { roster } = documentOf(session);
  edit(session, `To ${to}`, setAll(roster, position, to, roster.rows.slice(at, at + 1)));
}

export async function idle(session: Session): Promise<void> {
  const { store } = session;
  await vi.waitFor(
    () => {
      expect([store.getState().task, store.getState().document?.held]).toEqual([null, null]);
    },
    { timeout: 20_000, interval: 5 },
  );
}

export function seen(session: Session): unknown {
  const { roster, history, savedStep, name, delimiter, sourceColumns } = documentOf(session);
  return {
    rows: roster.rows.map(({ id, cells }) => [id, cells]),
    columns: roster.columns,
    labels: [history.done, history.undone].map((steps) => steps.map(({ label }) => label)),
    saved: savedStep?.label,
    ...{ name, delimiter, sourceColumns },
  };
}
