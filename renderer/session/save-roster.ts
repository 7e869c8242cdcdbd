import type { FileRef, SourceForm } from '../../shared/contract.ts';
import { followTemplate } from '../../shared/export/follow-template.ts';
import { planningExport, planRows } from '../../shared/export/plan-export.ts';
import { delimiterOf, type Template, templateColumns } from '../../shared/export/template.ts';
import { failed } from '../../shared/failures.ts';
import { failure } from '../../shared/result.ts';
import type { Delimiter } from '../../shared/text/formats.ts';
import { chooseToSave } from './choose-file.ts';
import { describeWritten } from './describe-written.ts';
import { showFailure } from './dialogs.ts';
import { holdFile, letGoOthers } from './hold-file.ts';
import { sayDone } from './say-done.ts';
import { runPaced } from './pace.ts';
import type { Session } from './session.ts';
import type { Document } from './state.ts';
import { runTask } from './task.ts';
import { writeRows } from './write-rows.ts';

/** Everything of the roster, in the grid's order: saving loses nothing and decides nothing. */
const WHOLE = { rows: 'all', leadersFirst: false, passwords: true, carried: true } as const;

/** Saves in place where the file is Unicode text already, else asks where; answers whether the roster is on disk. */
export async function save(session: Session): Promise<boolean> {
  const { document } = session.store.getState();
  if (document === null) return false;
  const { template } = session.store.getState().organizations.profile;
  return document.file !== null && isOnDisk(document.file) && isDefaultForm(document, template)
    ? saveTo(session, document.file, false)
    : saveAs(session);
}

/** Asks where to save; from then on the roster belongs to that file. Answers whether the roster is on disk. */
export async function saveAs(session: Session): Promise<boolean> {
  const { document } = session.store.getState();
  if (document === null) return false;
  const file = await chooseToSave(session, suggestedName(document.name, 'txt'), 'unicode-text');
  return file !== null && saveTo(session, file, true);
}

/**
 * Writes the whole roster as Unicode text, in the form of the organization's template where there is one; `overwrite`
 * replaces a file that someone else has changed.
 */
export async function saveTo(session: Session, file: FileRef, overwrite: boolean): Promise<boolean> {
  const { document } = session.store.getState();
  if (document === null) return false;
  const { roster, checker, history } = document;
  const { template } = session.store.getState().organizations.profile;
  const written = await runTask(session, { kind: 'saving', name: file.name }, async (signal, onProgress) => {
    const held = await holdFile(session, file);
    if (!held.ok) return held;
    const planned = await runPaced(
      planningExport(roster, (row) => checker.problemsOf(row), WHOLE),
      signal,
    );
    if (planned === null) return failure(failed('cancelled', {}));
    const plan =
      template === null
        ? planned.value
        : followTemplate(planned.value, roster, templateColumns(template), 'written');
    const rows = planRows(roster, plan, 'written');
    const target = { file, format: 'unicode-text', overwrite, template } as const;
    return writeRows(session, target, rows, roster.rows.length, signal, onProgress);
  });
  if (!written.ok) void letGoOthers(session);
  if (written.ok) {
    const { file: saved, replaced } = written.value;
    markSaved(session, saved, history.done.at(-1) ?? null, delimiterOf('unicode-text', template));
    const form = template === null ? '' : ` in the form of “${template.file}”`;
    sayDone(session, `Saved to “${saved.name}”${form}. ${describeWritten(replaced)}`);
  } else if (written.failure.code === 'write.changedOnDisk')
    session.store.setState({ dialog: { kind: 'changedOnDisk', file } });
  else showFailure(session, 'Nothing was saved', written.failure);
  return written.ok;
}

function markSaved(
  session: Session,
  file: FileRef,
  savedStep: Document['savedStep'],
  delimiter: Delimiter,
): void {
  const { document } = session.store.getState();
  if (document === null) return;
  session.store.setState({
    document: {
      ...document,
      file,
      form: SAVED_FORM,
      how: {},
      delimiter,
      name: file.name,
      savedStep,
      saves: document.saves + 1,
    },
  });
}

/** What a file is that Save has written. */
export const SAVED_FORM = {
  kind: 'text',
  encoding: 'utf-16le',
  bom: true,
  confidence: 'sure',
  others: [],
} as const satisfies SourceForm;

/** Whether the file has a place of its own; one that was dropped on a page is a copy that nobody would find. */
export function isOnDisk({ folder }: FileRef): boolean {
  return folder !== '';
}

/** Whether the file is in the form that Save writes, so that saving in place does not turn it into something else. */
function isDefaultForm({ form, delimiter }: Document, template: Template | null): boolean {
  const written = delimiterOf('unicode-text', template);
  return form?.kind === 'text' && form.encoding === 'utf-16le' && form.bom && delimiter === written;
}

/** A file name of the roster with another ending. */
export function suggestedName(name: string, extension: string): string {
  return `${stemOf(name)}.${extension}`;
}

/** The name of a roster without the ending of its file. */
export function stemOf(name: string): string {
  const stem = name.replace(/\.(txt|csv|tsv|xlsx)$/i, '');
  return stem === '' ? 'roster' : stem;
}
