import type { KeptUpload } from '../../../shared/contract/upload-calls.ts';
import type { Session } from '../../app/session/session.ts';
import { readOpenRoster } from './find-own-roster.ts';
import { isUnfinished } from './kept-words.ts';

/**
 * The upload to offer beside the open roster: one of these people, else of a roster of this name, which may have been
 * edited since. Beside the file that the app was started with, the latest of any: no start screen has offered it.
 */
export async function findUnfinished(session: Session): Promise<KeptUpload | null> {
  const { document } = session.store.getState();
  if (document === null) return null;
  const listed = await session.host.call('upload.list', {});
  const unfinished = listed.ok ? listed.value.uploads.filter(isUnfinished) : [];
  // Most have none, and a large roster takes a while to read.
  if (unfinished.length === 0) return null;
  const open = await readOpenRoster(session);
  const own =
    unfinished.find(({ roster }) => roster === open?.fingerprint) ??
    unfinished.find(({ name }) => name === document.name);
  if (own !== undefined) return own;
  const { opening } = session.app;
  const isFromStart = opening !== null && opening.handle === document.file?.handle;
  return isFromStart ? (unfinished[0] ?? null) : null;
}
