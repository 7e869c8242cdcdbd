import type { FileRef } from '../../../shared/contract/call.ts';
import { checkEnding, formatFor, nameWithEnding } from '../../../shared/text/file-endings.ts';
import type { WriteFormat } from '../../../shared/text/formats.ts';
import type { Openable, Savable } from '../../../shared/contract/file-calls.ts';
import { showFailure } from './dialogs.ts';
import type { Session } from './session.ts';
import type { Chooser, ChooserPurpose } from './dialog-kinds.ts';

/** Asks which file to open, by the system's dialog or the window's own; null if the user thinks better of it. */
export async function chooseToOpen(session: Session, what: Openable = 'roster'): Promise<FileRef | null> {
  if (session.app.chooser === 'page') return askInPage(session, { purpose: 'open', what });
  const answer = await session.host.call('file.chooseToOpen', { what });
  if (answer.ok) return answer.value.file;
  showFailure(session, 'No file was opened', answer.failure);
  return null;
}

interface Wanted<Form> {
  readonly form: Form;
  /** Whether the text has a template's delimiter. */
  readonly hasTemplate: boolean;
}

/** Asks where to write, until the name's ending fits the form; null if the user thinks better of it. */
export function chooseToSave(
  session: Session,
  suggestedName: string,
  wanted: Wanted<Savable>,
): Promise<FileRef | null> {
  return choose(session, suggestedName, wanted, false);
}

/** Asks where to write and takes the form from the ending; null if the user thinks better of it. */
export async function chooseToSaveAs(
  session: Session,
  suggestedName: string,
  wanted: Wanted<WriteFormat>,
): Promise<{ readonly file: FileRef; readonly format: WriteFormat } | null> {
  const file = await choose(session, suggestedName, wanted, true);
  return file && { file, format: formatFor(file.name, wanted.form, wanted.hasTemplate) };
}

async function choose(
  session: Session,
  suggestedName: string,
  { form, hasTemplate }: Wanted<Savable>,
  mayDiffer: boolean,
): Promise<FileRef | null> {
  for (let name = suggestedName; ;) {
    const file = await askWhere(session, name, form);
    if (file === null) return null;
    const ending = checkEnding(file.name, form, hasTemplate);
    if (ending.kind === 'fits' || (mayDiffer && ending.kind === 'other')) return file;
    const answer = await askAboutEnding(session, file, form, ending.what);
    if (answer !== 'again') return answer;
    name = nameWithEnding(file.name, form);
  }
}

async function askWhere(session: Session, suggestedName: string, form: Savable): Promise<FileRef | null> {
  if (session.app.chooser === 'page')
    return askInPage(session, {
      purpose: 'save',
      suggestedName,
      what: form === 'profile' ? 'profile' : 'roster',
    });
  const answer = await session.host.call('file.chooseToSave', { suggestedName, format: form });
  if (answer.ok) return answer.value.file;
  showFailure(session, 'Nothing was saved', answer.failure);
  return null;
}

async function askAboutEnding(
  session: Session,
  chosen: FileRef,
  form: Savable,
  says: string,
): Promise<FileRef | 'again' | null> {
  const better = await session.host.call('file.withEnding', { file: chosen.handle, form });
  if (!better.ok) {
    showFailure(session, 'Nothing was saved', better.failure);
    return null;
  }
  const { file, exists } = better.value;
  return ask(session, (done) => ({ purpose: 'ending', chosen, says, form, better: file, exists, done }));
}

function askInPage(session: Session, wanted: ChooserPurpose): Promise<FileRef | null> {
  return ask(session, (done) => ({ ...wanted, done }));
}

/** Says that a chosen file is the roster's own, of which `what` would be lost; answers whether another is chosen. */
export function askAboutSource(
  session: Session,
  chosen: FileRef,
  what: string,
): Promise<FileRef | 'again' | null> {
  return ask(session, (done) => ({ purpose: 'source', chosen, what, done }));
}

/** Shows the chooser, or a question about the choice, until it is answered. */
function ask<Answer>(
  { store }: Session,
  chooserOf: (done: (answer: Answer) => void) => Chooser,
): Promise<Answer> {
  return new Promise((resolve) => {
    const done = (answer: Answer): void => {
      store.setState({ chooser: null });
      resolve(answer);
    };
    store.setState({ chooser: chooserOf(done) });
  });
}
