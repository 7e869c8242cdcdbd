import type { FileRef } from '../../../shared/contract/call.ts';
import type { Failure } from '../../../shared/failures/failures.ts';
import { type Result, success } from '../../../shared/failures/result.ts';
import type { Session } from './session.ts';
import type { SessionState } from './state.ts';

/**
 * Claims a file for this window before it becomes the open roster's. Fails with `file.openElsewhere`; where nobody can
 * tell, the file's version still keeps one from writing over the other.
 */
export async function holdFile({ host }: Session, { handle }: FileRef): Promise<Result<null, Failure>> {
  const held = await host.call('file.hold', { file: handle });
  return !held.ok && held.failure.code === 'file.openElsewhere' ? held : success(null);
}

/** Lets go all files but the open roster's. */
export async function letGoOthers({ host, store }: Session): Promise<void> {
  await host.call('file.letGo', { but: handleOf(store.getState()) });
}

/** Lets a file go when the open roster does not belong to it any more. Answers a function that stops it. */
export function followFile(session: Session): () => void {
  return session.store.subscribe((state, before) => {
    if (handleOf(state) !== handleOf(before)) void letGoOthers(session);
  });
}

function handleOf({ document }: SessionState): string | null {
  return document?.file?.handle ?? null;
}
