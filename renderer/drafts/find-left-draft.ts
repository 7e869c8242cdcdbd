import type { FileRef } from '../../shared/contract/call.ts';
import type { KeptDraft } from '../../shared/contract/draft-calls.ts';
import type { Session } from '../app/session/session.ts';

/** The changes to a file that were left unsaved last; null where there are none. */
export async function findLeftDraft({ host }: Session, { handle }: FileRef): Promise<KeptDraft | null> {
  const listed = await host.call('draft.list', {});
  if (!listed.ok) return null;
  // A file has one handle, however often it is met.
  return listed.value.drafts.find(({ file }) => file?.handle === handle) ?? null;
}
