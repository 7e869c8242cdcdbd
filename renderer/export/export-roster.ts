import type { FileRef } from '../../shared/contract/call.ts';
import { describeLoss, lossInPlace } from '../../shared/export/describe-loss.ts';
import { followTemplate, templateColumns } from '../../shared/export/template.ts';
import { type ExportPlan, leftOutCount, planExport, planRows } from '../../shared/export/plan-export.ts';
import { excludedRows } from '../../shared/roster/history.ts';
import type { Failure } from '../../shared/failures/failures.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { inForm, type Verdict } from '../../shared/rules/verdict.ts';
import { type Result, success } from '../../shared/failures/result.ts';
import { WRITE_FORMATS } from '../../shared/text/formats.ts';
import { askAboutSource, chooseToSave } from '../app/session/choose-file.ts';
import { peopleOf } from '../app/session/people.ts';
import type { Session } from '../app/session/session.ts';
import type { Document } from '../app/session/document.ts';
import { runTask } from '../app/session/task.ts';
import { type Target, type WrittenFile, writeRows } from '../app/session/write-rows.ts';
import { type Choices, exportName } from './export-choices.ts';

/** A file that was written, read back and found to be what was meant. */
interface Written extends WrittenFile {
  readonly rows: number;
}

/** A file as it would be written, and what Agent Connect would make of it. */
export interface Planned {
  readonly plan: ExportPlan;
  readonly verdict: Verdict;
}

/** What an export did. */
export interface Exported {
  readonly main: Written;
  /** The rows that were left out, where there are any and they were written too. */
  readonly leftOut: Written | { readonly failure: Failure } | null;
  /** Whether Agent Connect takes the form that was written. */
  readonly accepted: boolean;
  /** What it is for. */
  readonly mode: Settings['mode'];
  /** What Agent Connect would make of it. */
  readonly verdict: Verdict;
}

/** Plans the file for what was chosen, in slices; photos, and unrecognised columns that the template lacks, are never in it. */
export function* planningFor(
  { roster, checker, history }: Document,
  { rows, leadersFirst, passwords, template, changedOnly }: Omit<Choices, 'format'>,
): Generator<unknown, ExportPlan> {
  const plan = yield* planExport(roster, (row) => checker.problemsOf(row), {
    rows,
    leadersFirst,
    passwords,
    carried: false,
    changedBy: changedOnly ? (checker.comparison ?? undefined) : undefined,
    excluded: excludedRows(history),
  });
  return template === null ? plan : followTemplate(plan, roster, templateColumns(template));
}

/** Asks where, then writes the file and, beside it, the rows that are left out; null if the user thinks better of it. */
export async function exportRoster(
  session: Session,
  document: Document,
  { plan, verdict }: Planned,
  { format, template }: Choices,
): Promise<Result<Exported, Failure> | null> {
  const wanted = { form: format, hasTemplate: template !== null };
  const file = await chooseApart(session, document, plan, () =>
    chooseToSave(session, exportName(document.name, format), wanted),
  );
  if (file === null) return null;
  const main = await write(session, document, plan, 'written', { file, format, template });
  if (!main.ok) return main.failure.code === 'cancelled' ? null : main;
  const written = { ...main.value, rows: plan.written.length };
  const leftOut = await exportLeftOut(session, document, plan, { file, template });
  const { accepted } = WRITE_FORMATS[format];
  return success({
    main: written,
    leftOut,
    accepted,
    verdict: inForm(verdict, accepted),
    mode: document.checker.settings.mode,
  });
}

/** Asks for a file until it is not the roster's own, where the plan's would lose something of that; null for none. */
async function chooseApart(
  session: Session,
  document: Document,
  plan: ExportPlan,
  choose: () => Promise<FileRef | null>,
): Promise<FileRef | null> {
  const loss = lossInPlace(plan, document.roster, document.form);
  const people = peopleOf(document.roster);
  const what = loss && describeLoss(loss, (row) => people.lineOf(row));
  for (;;) {
    const file = await choose();
    if (file === null || what === null || !(await isOwnFile(session, document, file))) return file;
    if ((await askAboutSource(session, file, what)) !== 'again') return null;
  }
}

async function isOwnFile({ host }: Session, { file: own }: Document, chosen: FileRef): Promise<boolean> {
  if (own === null) return false;
  const same = await host.call('file.isSame', { file: chosen.handle, other: own.handle });
  return same.ok ? same.value.isSame : chosen.handle === own.handle;
}

async function exportLeftOut(
  session: Session,
  document: Document,
  plan: ExportPlan,
  { file: beside, template }: Pick<Where, 'file' | 'template'>,
): Promise<Exported['leftOut']> {
  if (leftOutCount(plan) === 0) return null;
  const target = await session.host.call('file.leftOut', { file: beside.handle });
  if (!target.ok) return { failure: target.failure };
  const where = { file: target.value.file, format: 'unicode-text', template } as const;
  const written = await write(session, document, plan, 'leftOut', where);
  return written.ok ? { ...written.value, rows: leftOutCount(plan) } : { failure: written.failure };
}

type Where = Pick<Target, 'file' | 'format'> & Pick<Choices, 'template'>;

function write(
  session: Session,
  { roster }: Document,
  plan: ExportPlan,
  which: 'written' | 'leftOut',
  where: Where,
): Promise<Result<WrittenFile, Failure>> {
  const rows = planRows(roster, plan, which);
  // The choosers have asked whether to replace what is there; of the second file's name there is none.
  return runTask(session, { kind: 'saving', name: where.file.name }, (signal, onProgress, onHeld) =>
    writeRows(
      session,
      { ...where, overwrite: true },
      rows,
      which === 'leftOut' ? leftOutCount(plan) : plan.written.length,
      signal,
      onProgress,
      onHeld,
    ),
  );
}
