import type { FileRef } from '../../../shared/contract/call.ts';
import {
  delimiterOf,
  followTemplate,
  type Template,
  templateColumns,
} from '../../../shared/export/template.ts';
import { planExport, planRows } from '../../../shared/export/plan-export.ts';
import { failed } from '../../../shared/failures/failures.ts';
import { failure } from '../../../shared/failures/result.ts';
import { excludedRows } from '../../../shared/roster/history.ts';
import { finish } from '../../../shared/roster/sliced-work.ts';
import { checkEnding } from '../../../shared/text/file-endings.ts';
import { type Delimiter, WRITE_FORMATS, type WriteFormat } from '../../../shared/text/formats.ts';
import { chooseToSaveAs } from './choose-file.ts';
import { describeWritten } from './describe-written.ts';
import { showFailure } from './dialogs.ts';
import { holdFile, letGoOthers } from './hold-file.ts';
import { sayDone } from './say-done.ts';
import { runPaced } from './pace.ts';
import type { Session } from './session.ts';
import type { Document } from './document.ts';
import type { SaveTarget } from './dialog-kinds.ts';
import { runTask } from './task.ts';
import { writeRows } from './write-rows.ts';

/** Everything of the roster, in the grid's order: saving loses nothing and decides nothing. */
const WHOLE = { rows: 'all', leadersFirst: false, passwords: true, carried: true } as const;

/**
 * Saves in place where the file is Unicode text already or was written by Save, else asks where; answers whether the
 * roster is on disk.
 */
export async function save(session: Session): Promise<boolean> {
  const { document } = session.store.getState();
  if (document === null) return false;
  const { template } = session.store.getState().organizations.profile;
  const format = isDefaultForm(document, template) ? 'unicode-text' : document.savedAs;
  const { file } = document;
  if (file === null || format === null || !isOnDisk(file)) return saveAs(session);
  return checkEnding(file.name, format, template !== null).kind === 'fits'
    ? saveTo(session, { file, format, overwrite: false })
    : saveAs(session);
}

/**
 * Asks where to save, as Unicode text or in the form that the name's ending says; from then on the roster belongs to
 * that file. Answers whether the roster is on disk.
 */
export async function saveAs(session: Session): Promise<boolean> {
  const { document } = session.store.getState();
  if (document === null) return false;
  const hasTemplate = session.store.getState().organizations.profile.template !== null;
  const wanted = { form: 'unicode-text', hasTemplate } as const;
  const chosen = await chooseToSaveAs(session, suggestedName(document.name, 'txt'), wanted);
  return chosen !== null && saveTo(session, { ...chosen, overwrite: true });
}

/** Writes the whole roster to a file, with the columns of the organization's template where there is one. */
export async function saveTo(session: Session, target: SaveTarget): Promise<boolean> {
  const { file, format } = target;
  const { document } = session.store.getState();
  if (document === null) return false;
  const { roster, checker, history } = document;
  const { template } = session.store.getState().organizations.profile;
  const written = await runTask(
    session,
    { kind: 'saving', name: file.name },
    async (signal, onProgress, onHeld) => {
      const held = await holdFile(session, file);
      if (!held.ok) return held;
      const planned = await runPaced(
        planExport(roster, (row) => checker.problemsOf(row), WHOLE),
        signal,
      );
      if (planned === null) return failure(failed('cancelled', {}));
      const plan =
        template === null
          ? planned.value
          : followTemplate(planned.value, roster, templateColumns(template), 'written');
      const rows = planRows(roster, plan, 'written');
      const whole = { ...target, template };
      return writeRows(session, whole, rows, roster.rows.length, signal, onProgress, onHeld);
    },
  );
  if (!written.ok) void letGoOthers(session);
  if (written.ok) {
    const { file: saved, replaced } = written.value;
    const source = savedSource(format, delimiterOf(format, template));
    markSaved(session, saved, history.done.at(-1) ?? null, { ...source, savedAs: format });
    const as = WRITE_FORMATS[format].kind === 'workbook' ? ' as an Excel workbook' : '';
    const form = template === null ? '' : ` in the form of “${template.file}”`;
    const apart = await saveExcluded(session, saved, template);
    sayDone(session, `Saved to “${saved.name}”${as}${form}. ${describeWritten(replaced)}${apart}`);
  } else if (written.failure.code === 'write.changedOnDisk')
    session.store.setState({ dialog: { kind: 'changedOnDisk', target } });
  else if (written.failure.code === 'write.held')
    session.store.setState({ dialog: { kind: 'heldFile', target } });
  else showFailure(session, 'Nothing was saved', written.failure);
  return written.ok;
}

/**
 * Writes the rows that a mapping has left out, as far as that was not done before, into a file beside the saved one, so
 * that they are on disk as well. Answers the sentence that says so; empty where there is nothing to write.
 */
async function saveExcluded(session: Session, beside: FileRef, template: Template | null): Promise<string> {
  const { document } = session.store.getState();
  const excluded = document ? excludedRows(document.history) : [];
  if (document === null || excluded.length <= document.excludedSaved) return '';
  const target = await session.host.call('file.leftOut', { file: beside.handle });
  if (!target.ok) return NOT_APART;
  const { roster } = document;
  const plan = finish(planExport({ ...roster, rows: [] }, () => [], { ...WHOLE, excluded }));
  const where = { file: target.value.file, format: 'unicode-text', overwrite: true, template } as const;
  const task = { kind: 'saving', name: where.file.name } as const;
  const written = await runTask(session, task, (signal, onProgress, onHeld) =>
    writeRows(session, where, planRows(roster, plan, 'leftOut'), excluded.length, signal, onProgress, onHeld),
  );
  if (!written.ok) return NOT_APART;
  const { document: now } = session.store.getState();
  if (now?.roster === roster)
    session.store.setState({ document: { ...now, excludedSaved: excluded.length } });
  const who = excluded.length === 1 ? 'The 1 row' : `The ${excluded.length.toLocaleString('en-US')} rows`;
  return ` ${who} that the columns leave out went to “${written.value.file.name}” beside it.`;
}

const NOT_APART =
  ' The rows that the columns leave out could not be written beside it; undoing brings them back.';

function markSaved(
  session: Session,
  file: FileRef,
  savedStep: Document['savedStep'],
  source: Pick<Document, 'form' | 'how' | 'delimiter' | 'savedAs'>,
): void {
  const { document } = session.store.getState();
  if (document === null) return;
  session.store.setState({
    document: {
      ...document,
      ...source,
      file,
      name: file.name,
      savedStep,
      saves: document.saves + 1,
    },
  });
}

/** How a file that Save has written would be read. */
export function savedSource(
  format: WriteFormat,
  delimiter: Delimiter,
): Pick<Document, 'form' | 'how' | 'delimiter'> {
  const written = WRITE_FORMATS[format];
  if (written.kind === 'text') {
    const form = { kind: 'text', bom: true, confidence: 'sure', others: [] } as const;
    return { form: { ...form, encoding: written.encoding }, how: {}, delimiter };
  }
  const { sheet } = written;
  const traits = { merged: [], hiddenRows: [], hiddenColumns: [], uncalculated: [] };
  const form = { kind: 'workbook', sheet, sheets: [sheet], hidden: [], picked: 'first', traits } as const;
  return { form, how: {}, delimiter: null };
}

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
