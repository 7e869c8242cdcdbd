import type { DRAFT_CALLS } from '../../shared/contract/draft-calls.ts';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import type { DraftPlace } from '../drafts/draft-format.ts';
import type { DraftStore } from '../drafts/draft-store.ts';
import type { OpenDraft } from '../drafts/open-draft.ts';
import { isStill } from '../files/file-version.ts';
import type { OpenTexts } from './file-handlers.ts';
import type { Handlers } from './dispatcher.ts';
import { createHandles, type Handles } from '../system/handles.ts';
import type { KnownFile, KnownFiles } from './known-files.ts';

/** The drafts that a window has open. */
export type OpenDrafts = Handles<OpenDraft>;

/** None yet. */
export function createOpenDrafts(): OpenDrafts {
  return createHandles<OpenDraft>();
}

/** Lets all drafts of a window go and keeps those with something unsaved: the window is gone. */
export async function leaveDrafts(open: OpenDrafts): Promise<void> {
  const left = [...open.entries()];
  open.clear();
  for (const [, draft] of left) await draft.leave();
}

/** Answers the calls about unsaved rosters. */
export function draftHandlers(
  store: DraftStore,
  open: OpenDrafts,
  files: KnownFiles,
  texts: OpenTexts,
): Handlers<keyof typeof DRAFT_CALLS> {
  const find = (handle: string): Result<OpenDraft, Failure> => {
    const draft = open.get(handle);
    return draft === undefined ? failure(failed('draft.gone', {})) : success(draft);
  };
  const refOf = (place: DraftPlace | null) => place && files.at(place.path).ref;
  return {
    'draft.begin': async ({ name, file: handle }) => {
      const file = handle === null ? null : files.get(handle);
      if (file?.ok === false) return file;
      const begun = await store.begin(name, file && placeOf(file.value));
      if (!begun.ok) return begun;
      return success({ draft: open.add(begun.value), passwords: begun.value.passwords });
    },
    'draft.add': async ({ draft: handle, records }) => {
      const draft = find(handle);
      if (!draft.ok) return draft;
      const added = await draft.value.add(records);
      return added.ok ? success({}) : added;
    },
    'draft.saved': async ({ draft: handle, file: fileHandle, ...form }) => {
      const draft = find(handle);
      const file = files.get(fileHandle);
      if (!draft.ok) return draft;
      if (!file.ok) return file;
      const { path, name, version } = file.value;
      const added = await draft.value.saved({ name, place: { path, version } }, form);
      return added.ok ? success({}) : added;
    },
    'draft.end': async ({ draft: handle }) => {
      const draft = open.get(handle);
      open.drop(handle);
      await draft?.remove();
      return success({});
    },
    'draft.leave': async ({ draft: handle }) => {
      const draft = open.get(handle);
      open.drop(handle);
      await draft?.leave();
      return success({});
    },
    'draft.list': async () => {
      const { drafts, unreadable } = await store.list();
      return success({
        drafts: drafts.map(({ id, name, place, tally, writtenAt, lastUsedOn }) => {
          const told = { changes: tally.changes, writtenAt: writtenAt.toISOString(), lastUsedOn };
          return { id, name, file: refOf(place), ...told };
        }),
        unreadable: [...unreadable],
      });
    },
    'draft.open': async ({ id, anyway }) => {
      const opened = await store.reopen(id, anyway);
      if (!opened.ok) return opened;
      const { draft, name, place, text, isTorn } = opened.value;
      const known = place && files.at(place.path);
      const version = place?.version ?? null;
      // What is on disk by now may be another version than the one that these changes began with.
      if (known !== null) known.file.version = version;
      const unchanged = place !== null && version !== null && (await isStill(place.path, version));
      const told = { draft: open.add(draft), name, file: known?.ref ?? null, passwords: draft.passwords };
      return success({ ...told, text: texts.add(text), length: text.length, torn: isTorn, unchanged });
    },
    'draft.discard': async ({ id, anyway }) => {
      const discarded = await store.discard(id, anyway);
      return discarded.ok ? success({}) : discarded;
    },
  };
}

/** Null for a copy of what was dropped on a page: it is gone with the page. */
function placeOf({ path, version, dropped }: KnownFile): DraftPlace | null {
  return dropped ? null : { path, version };
}
