import type { FileRef, Reply } from '../../shared/contract.ts';
import { type Failure, failed } from '../../shared/failures.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import { createRosterReader, type ReadRoster } from '../../shared/roster/read-roster.ts';
import { emptyRoster, type Roster } from '../../shared/roster/roster.ts';
import { check, createChecker } from '../../shared/rules/checker.ts';
import { detectDelimiter } from '../../shared/text/dialect.ts';
import type { Delimiter } from '../../shared/text/formats.ts';
import type { TextEncoding } from '../../shared/text/encodings.ts';
import { createTextParser, type TextParser } from '../../shared/text/parse-text.ts';
import { teamSettled } from '../organization/load-team.ts';
import { showFailure } from './dialogs.ts';
import { breathe, type OnProgress, runPaced } from './pace.ts';
import type { Session } from './session.ts';
import { currentSettings } from './settings.ts';
import { type Document, newDocument } from './state.ts';
import { runTask } from './task.ts';

/** Starts a roster without people. */
export function newRoster(session: Session): void {
  const roster = emptyRoster();
  const checker = check(roster, currentSettings(session.store.getState()));
  const parts = {
    roster,
    checker,
    file: null,
    form: null,
    delimiter: null,
    name: 'New roster',
    sourceColumns: [],
    notices: [],
  };
  showDocument(session, newDocument(parts));
}

/** What the user has said about a file: which sheet of a workbook, which encoding of a text. */
interface HowToRead {
  readonly sheet?: string;
  readonly encoding?: TextEncoding;
}

/**
 * Opens a file in place of the open roster. Whatever fails, or the user stopping it, leaves the open roster as it was
 * and is said in one sentence.
 */
export async function openFile(session: Session, file: FileRef, how: HowToRead = {}): Promise<void> {
  const read = await runTask(session, { kind: 'opening', name: file.name }, (signal, onProgress) =>
    readFile(session, file, how, signal, onProgress),
  );
  if (read.ok) showDocument(session, read.value);
  else {
    hideFirstRows(session);
    showFailure(session, `“${file.name}” was not opened`, read.failure, file);
  }
}

/** Opens a text that the window itself holds, such as the sample roster. */
export async function openText(session: Session, name: string, text: string): Promise<void> {
  const read = await runTask(session, { kind: 'opening', name }, async (signal, onProgress) => {
    const watcher = { signal, onProgress, onFirstRows: () => undefined };
    const roster = await readSlices(name, null, oneSlice(text), watcher);
    return roster.ok
      ? checked(
          session,
          { file: null, form: null, delimiter: null, name },
          roster.value.read,
          signal,
          onProgress,
        )
      : roster;
  });
  if (read.ok) showDocument(session, read.value);
  else showFailure(session, `“${name}” was not opened`, read.failure);
}

function showDocument({ store }: Session, document: Document): void {
  const noticesShown = document.notices.length > 0 || hasSheets(document) || isDoubtful(document);
  const shown = { dialog: null, noticesShown };
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
  const checker = createChecker(roster, currentSettings(session.store.getState()));
  const none = { file: null, form: null, delimiter: null, sourceColumns: [], notices: [] };
  showDocument(session, { ...newDocument({ roster, checker, name, ...none }), held: 'reading' });
}

function hideFirstRows({ store }: Session): void {
  if (store.getState().document?.held === 'reading') store.setState({ document: null });
}

/** Whether the file is a workbook with more sheets than the one that was opened. */
export function hasSheets({ form }: Document): boolean {
  return form?.kind === 'workbook' && form.sheets.length > 1;
}

/** Whether the file's encoding was not certain, or was the user's choice. */
export function isDoubtful({ form }: Document): boolean {
  return form?.kind === 'text' && form.confidence !== 'sure';
}

async function readFile(
  session: Session,
  file: FileRef,
  { sheet = null, encoding = null }: { [Part in keyof HowToRead]?: HowToRead[Part] | null },
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<Result<Document, Failure>> {
  const opened = await session.host.call('file.open', { file: file.handle, sheet, encoding });
  if (!opened.ok) return opened;
  const { text, form } = opened.value;
  try {
    const slices = hostSlices(session, opened.value);
    const read = await readSlices(file.name, form.kind === 'workbook' ? '\t' : null, slices, {
      signal,
      onProgress: (fraction) => {
        onProgress(fraction * READING_SHARE);
      },
      onFirstRows: (roster) => {
        showFirstRows(session, file.name, roster);
      },
    });
    if (!read.ok) return read;
    const delimiter = form.kind === 'text' ? read.value.delimiter : null;
    return await checked(
      session,
      { file, form, delimiter, name: file.name },
      read.value.read,
      signal,
      onProgress,
    );
  } finally {
    await session.host.call('text.close', { text });
  }
}

/** Share of the progress bar that reading takes; checking takes the rest. */
const READING_SHARE = 0.6;

/** Characters parsed in one task: a few milliseconds of the window's thread. */
const PIECE = 1 << 17;

type Slice = Result<{ readonly text: string; readonly fraction: number }, Failure>;

async function* hostSlices(session: Session, { text, length }: Reply<'file.open'>): AsyncGenerator<Slice> {
  for (let from: number | null = 0; from !== null;) {
    const answer: Result<Reply<'text.read'>, Failure> = await session.host.call('text.read', { text, from });
    if (!answer.ok) {
      yield answer;
      return;
    }
    from = answer.value.next;
    yield success({ text: answer.value.slice, fraction: from === null ? 1 : from / length });
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- an async generator, as the host's slices come
async function* oneSlice(text: string): AsyncGenerator<Slice> {
  yield success({ text, fraction: 1 });
}

interface Watcher {
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
  /** Told once, if the file is long, as soon as the first people are known. */
  readonly onFirstRows: (roster: Roster) => void;
}

async function readSlices(
  name: string,
  known: Delimiter | null,
  slices: AsyncIterable<Slice>,
  { signal, onProgress, onFirstRows }: Watcher,
): Promise<Result<{ readonly read: ReadRoster; readonly delimiter: Delimiter }, Failure>> {
  const reader = createRosterReader(name);
  let delimiter = known;
  let parser: TextParser | null = null;
  let isFirst = true;
  for await (const slice of slices) {
    if (!slice.ok) return slice;
    const { text, fraction } = slice.value;
    delimiter ??= detectDelimiter(text);
    parser ??= createTextParser(delimiter);
    for (let from = 0; from < text.length; from += PIECE) {
      reader.add(parser.push(text.slice(from, from + PIECE)));
      await breathe();
      if (signal.aborted) return failure(failed('cancelled', {}));
    }
    if (isFirst && fraction < 1) onFirstRows(reader.roster);
    isFirst = false;
    onProgress(fraction);
  }
  if (parser !== null) reader.add(parser.end());
  const read = reader.finish(parser?.problems);
  return read.ok ? success({ read: read.value, delimiter: delimiter ?? '\t' }) : read;
}

async function checked(
  session: Session,
  source: Pick<Document, 'file' | 'form' | 'delimiter' | 'name'>,
  read: ReadRoster,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<Result<Document, Failure>> {
  await teamSettled(session);
  const checker = createChecker(read.roster, currentSettings(session.store.getState()));
  const finished = await runPaced(checker.load(), signal, (fraction) => {
    onProgress(READING_SHARE + fraction * (1 - READING_SHARE));
  });
  if (finished === null) return failure(failed('cancelled', {}));
  const { roster, notices, columns } = read;
  return success(newDocument({ ...source, roster, checker, sourceColumns: columns, notices }));
}
