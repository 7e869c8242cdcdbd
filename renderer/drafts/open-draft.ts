import type { Reply } from '../../shared/contract/contract.ts';
import type { KeptDraft } from '../../shared/contract/draft-calls.ts';
import { type Failure, failed } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import { showFailure } from '../app/session/dialogs.ts';
import { holdFile, letGoOthers } from '../app/session/hold-file.ts';
import { checked } from '../app/session/open-roster.ts';
import type { OnProgress } from '../app/session/pace.ts';
import { sayDone } from '../app/session/say-done.ts';
import { savedSource } from '../app/session/save-roster.ts';
import type { Session } from '../app/session/session.ts';
import type { Document } from '../app/session/document.ts';
import { runTask } from '../app/session/task.ts';
import { describeChanges } from './describe-changes.ts';
import { goOnWith } from './follow-drafts.ts';
import { readDraft, type ReplayedDraft } from './read-draft.ts';

interface OpenedDraft extends ReplayedDraft {
  readonly told: Reply<'draft.open'>;
  readonly document: Document;
}

/**
 * Opens an unsaved roster as it was left, its history with it, and goes on keeping what is changed. Whatever fails leaves
 * the draft as it was and is said in one sentence.
 */
export async function openDraft(session: Session, kept: KeptDraft): Promise<void> {
  const opened = await runTask(session, { kind: 'opening', name: kept.name }, (signal, onProgress) =>
    open(session, kept, signal, onProgress),
  );
  if (!opened.ok) {
    void letGoOthers(session);
    showFailure(session, `The changes to “${kept.name}” were not opened`, opened.failure);
    return;
  }
  const { document, told, isCutShort, replay } = opened.value;
  if (isCutShort) await session.host.call('draft.leave', { draft: told.draft });
  else goOnWith(session, document.roster, told);
  const { mode } = replay;
  const nothing = { selection: null, reveal: null, dialog: null, noticesShown: false };
  session.store.setState({ ...nothing, document, mode });
  say(session, kept, opened.value);
}

async function open(
  session: Session,
  { id, lastUsedOn }: KeptDraft,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<Result<OpenedDraft, Failure>> {
  const answer = await session.host.call('draft.open', { id, anyway: lastUsedOn !== null });
  if (!answer.ok) return answer;
  const told = answer.value;
  const read = await readDraft(session, told, signal, (fraction) => {
    onProgress(fraction * READING_SHARE);
  });
  await session.host.call('text.close', { text: told.text });
  const document = read.ok ? await documentOf(session, told, read.value, signal, onProgress) : read;
  if (read.ok && document.ok) return success({ ...read.value, told, document: document.value });
  await session.host.call('draft.leave', { draft: told.draft });
  return document.ok ? failure(failed('cancelled', {})) : document;
}

/** Share of the progress bar that reading takes; checking takes the rest. */
const READING_SHARE = 0.5;

async function documentOf(
  session: Session,
  { name, file }: Reply<'draft.open'>,
  { replay }: ReplayedDraft,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<Result<Document, Failure>> {
  const { roster, history, savedStep, origin, savedAs, isBlanked, mode } = replay;
  if (origin === null) return failure(failed('draft.damaged', {}));
  const held = file && (await holdFile(session, file));
  if (held?.ok === false) return held;
  const { form, delimiter, how } = savedAs === null ? origin : savedSource(savedAs.format, savedAs.delimiter);
  const source = {
    // Saving it in place would take the passwords out of the file.
    file: isBlanked ? null : file,
    form,
    delimiter,
    how,
    name,
  };
  const read = { roster, columns: origin.sources, notices: [] };
  const made = await checked(session, source, read, signal, onProgress, mode);
  const { format = null } = savedAs ?? {};
  return made.ok ? success({ ...made.value, history, savedStep, savedAs: format }) : made;
}

/** Says what came back, and what did not. */
function say(session: Session, { name, changes }: KeptDraft, opened: OpenedDraft): void {
  const { told, isCutShort, replay } = opened;
  if (isCutShort) showFailure(session, `Not all changes to “${name}” are back`, failed('draft.cutShort', {}));
  else if (replay.isBlanked)
    showFailure(session, `“${name}” is back without passwords`, failed('draft.blanked', {}));
  else {
    const torn = told.torn ? ' What was being written when Rollcall ended is missing.' : '';
    sayDone(session, `Back as it was: ${describeChanges(changes)}.${torn}`);
  }
}
