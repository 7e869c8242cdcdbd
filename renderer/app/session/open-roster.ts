import type { FileRef } from '../../../shared/contract/call.ts';
import { failed, type Failure } from '../../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../../shared/failures/result.ts';
import type { ReadRoster } from '../../../shared/roster/read-roster.ts';
import { withOptionals } from '../../../shared/roster/edits.ts';
import { emptyRoster, type Roster } from '../../../shared/roster/roster.ts';
import { check, createChecker } from '../../../shared/rules/checker.ts';
import { dayOrderQuestion } from '../../../shared/rules/day-order-question.ts';
import type { Settings } from '../../../shared/rules/settings.ts';
import { findLeftDraft } from '../../drafts/find-left-draft.ts';
import { asksForColumns } from '../../import/mapping/recall-mapping.ts';
import { profileLoaded } from '../../organization/profile.ts';
import { teamSettled } from '../../organization/load-team.ts';
import { showFailure } from './dialogs.ts';
import { holdFile, letGoOthers } from './hold-file.ts';
import { loadChecker } from './load-checker.ts';
import { type OnProgress, runPaced } from './pace.ts';
import type { HowToRead } from '../../../shared/roster/how-to-read.ts';
import { readFile, readText } from './read-file.ts';
import type { Session } from './session.ts';
import { currentSettings } from './settings.ts';
import { type Document, newDocument } from './document.ts';
import type { Dialog } from './dialog-kinds.ts';
import type { SessionState } from './state.ts';
import { runTask } from './task.ts';

/** Starts a roster without people. */
export function newRoster(session: Session): void {
  const settings = currentSettings({ ...session.store.getState(), mode: 'create' });
  const roster = emptyRoster();
  roster.columns = withOptionals(roster.columns, settings.template ?? []);
  const checker = check(roster, settings);
  showDocument(session, newDocument({ ...NOT_READ, ...NO_FILE, roster, checker, name: 'New roster' }));
}

/** The source of a roster that no file has. */
const NO_FILE = { file: null, form: null, how: {}, delimiter: null } as const;
/** What reading has found, where nothing was read or is known so far. */
const NOT_READ = { sourceColumns: [], notices: [], fileLines: null } as const;

/** Opens a file in place of the open roster; where changes to it were left unsaved, asks first whether to go on with them. */
export async function openFile(session: Session, file: FileRef, how: HowToRead = {}): Promise<void> {
  const draft = await findLeftDraft(session, file);
  if (draft === null) await openFromDisk(session, file, how);
  else session.store.setState({ dialog: { kind: 'leftDraft', draft, file, how } });
}

/**
 * Opens a file as it is on disk in place of the open roster. Whatever fails, or the user stopping it, leaves the open
 * roster as it was and is said in one sentence.
 */
export async function openFromDisk(session: Session, file: FileRef, how: HowToRead): Promise<void> {
  const read = await runTask(session, { kind: 'opening', name: file.name }, async (signal, onProgress) => {
    const held = await holdFile(session, file);
    if (!held.ok) return held;
    const source = await readFile(session, file, how, {
      signal,
      onProgress: (fraction) => {
        onProgress(fraction * READING_SHARE);
      },
      onFirstRows: (roster) => {
        showFirstRows(session, file.name, roster);
      },
    });
    if (!source.ok) return source;
    const { form, delimiter, read } = source.value;
    return checked(session, { file, form, how, delimiter, name: file.name }, read, signal, onProgress);
  });
  if (read.ok) showDocument(session, read.value);
  else {
    hideFirstRows(session);
    void letGoOthers(session);
    showFailure(session, `“${file.name}” was not opened`, read.failure, { file, how, purpose: 'open' });
  }
}

/** Opens a text that the window itself holds, such as the sample roster. */
export async function openText(session: Session, name: string, text: string): Promise<void> {
  const read = await runTask(session, { kind: 'opening', name }, async (signal, onProgress) => {
    const source = await readText(name, text, { signal, onProgress, onFirstRows: () => undefined });
    if (!source.ok) return source;
    return checked(session, { ...NO_FILE, name }, source.value, signal, onProgress);
  });
  if (read.ok) showDocument(session, read.value);
  else showFailure(session, `“${name}” was not opened`, read.failure);
}

function showDocument({ store }: Session, document: Document): void {
  const noticesShown = hasMoreToSay(document);
  const dialog: Dialog | null = asksForColumns(store.getState(), document)
    ? { kind: 'columns', isFirst: true }
    : null;
  const shown = { dialog, noticesShown, mode: document.checker.settings.mode };
  const { document: before, selection } = store.getState();
  if (before?.roster !== document.roster) {
    store.setState({ ...shown, document, selection: null, reveal: null });
    return;
  }
  // Its first people are in sight already: the grid goes on with them, and the focus goes to the selection.
  const reveal = selection && { place: selection.anchor, head: selection.head };
  store.setState({ ...shown, document: { ...document, version: before.version + 1 }, reveal });
}

/**
 * Shows the first people of a long file, under the dialog that shows its progress, where no roster is open: one that is
 * stays in sight until the file has taken its place.
 */
function showFirstRows(session: Session, name: string, roster: Roster): void {
  if (session.store.getState().document !== null || roster.rows.length === 0) return;
  const checker = createChecker(roster, currentSettings({ ...session.store.getState(), mode: 'create' }));
  const document = newDocument({ ...NOT_READ, ...NO_FILE, roster, checker, name });
  showDocument(session, { ...document, held: 'reading' });
}

function hideFirstRows({ store }: Session): void {
  if (store.getState().document?.held === 'reading') store.setState({ document: null });
}

/** Whether there is more to say of how the file was understood than that it is open. */
export function hasMoreToSay(document: Document): boolean {
  const { notices, roster, checker } = document;
  return (
    notices.length > 0 ||
    hasSheets(document) ||
    isDoubtful(document) ||
    dayOrderQuestion(roster, checker) !== null
  );
}

/** Whether the file is a workbook with more visible sheets than the one that was opened. */
export function hasSheets({ form }: Document): boolean {
  return form?.kind === 'workbook' && (form.sheets.length > 1 || form.hidden.includes(form.sheet));
}

/** Whether the file's encoding was not certain, or was the user's choice. */
function isDoubtful({ form }: Document): boolean {
  return form?.kind === 'text' && form.confidence !== 'sure';
}

/** The line of the first person where nothing but a header row stands above. */
const FIRST_LINE = 2;

/** Share of the progress bar that reading takes; checking takes the rest. */
const READING_SHARE = 0.6;

/** A file that is read in another way is for what it was before; another one is for creating people. */
function modeFor(state: SessionState, file: FileRef | null): Settings['mode'] {
  const isSame = file !== null && state.document?.file?.handle === file.handle;
  return isSame ? state.mode : 'create';
}

/** Checks a roster that was read, for what it is said to be for, and makes the document of it that is shown. */
export async function checked(
  session: Session,
  source: Pick<Document, 'file' | 'form' | 'how' | 'delimiter' | 'name'>,
  read: Pick<ReadRoster, 'roster' | 'columns' | 'notices'> & Partial<Pick<ReadRoster, 'lines'>>,
  signal: AbortSignal,
  onProgress: OnProgress,
  told?: Settings['mode'],
): Promise<Result<Document, Failure>> {
  await Promise.all([teamSettled(session), profileLoaded(session)]);
  const state = session.store.getState();
  const settings = currentSettings({ ...state, mode: told ?? modeFor(state, source.file) });
  read.roster.columns = withOptionals(read.roster.columns, settings.template ?? []);
  const checker = createChecker(read.roster, settings);
  const finished = await runPaced(loadChecker(checker), signal, (fraction) => {
    onProgress(READING_SHARE + fraction * (1 - READING_SHARE));
  });
  if (finished === null) return failure(failed('cancelled', {}));
  const { roster, notices, columns, lines = [] } = read;
  const fileLines = lines.some((line, index) => line !== index + FIRST_LINE) ? lines : null;
  return success(newDocument({ ...source, roster, checker, sourceColumns: columns, notices, fileLines }));
}
