import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { type Failure, failureSentence } from '../../shared/failures/failures.ts';
import type { Result } from '../../shared/failures/result.ts';
import { titleOf } from '../../shared/rules/messages.ts';
import { inForm, judgingRows, type Verdict } from '../../shared/rules/verdict.ts';
import { WRITE_FORMATS } from '../../shared/text/formats.ts';
import { DialogFrame } from '../app/dialogs/dialog-frame.tsx';
import type { Document } from '../app/session/document.ts';
import { runPaced } from '../app/session/pace.ts';
import { useSession, useSessionState } from '../app/session/session.ts';
import { useSituation } from '../app/session/situation.ts';
import { VerdictNote } from '../problems/verdict-note.tsx';
import { ChoiceFields } from './choice-fields.tsx';
import { type Choices, describeOmissions, errorsSentence, USUAL } from './export-choices.ts';
import { Preview } from './export-preview.tsx';
import { type Exported, exportRoster, type Planned, planningFor } from './export-roster.ts';
import css from './export.module.css';
import { classes } from '../ui/classes.ts';

interface Props {
  readonly document: Document;
  /** Why the last try did not come to an end. */
  readonly failure: Failure | null;
  readonly onClose: () => void;
  readonly onExported: (result: Result<Exported, Failure>) => void;
}

/** What will be written: the choices, the first lines, and what Agent Connect would refuse. */
export function ExportForm({ document, failure, onClose, onExported }: Props) {
  const session = useSession();
  const here = useSituation();
  const template = useSessionState((state) => state.organizations.profile.template);
  const [choices, setChoices] = useState<Choices>({ ...USUAL, template });
  const planned = usePlanned(document, choices);
  const rows = planned?.plan.written.length ?? null;
  const refused = planned?.verdict.kind === 'errors' ? planned.verdict.refused : 0;
  const run = async (): Promise<void> => {
    if (planned === null) return;
    const result = await exportRoster(session, document, planned, choices);
    if (result !== null) onExported(result);
  };
  return (
    <DialogFrame
      title={`Export “${document.name}”`}
      size="large"
      onClose={onClose}
      actions={
        <>
          {failure && (
            <p className={classes(css['exportFailure'], 'at-start')} role="alert">
              {failureSentence(failure, here)}
            </p>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="filled"
            className={css['exportMain']}
            data-autofocus
            disabled={rows === 0}
            // While the rows are counted it keeps the focus that it has when the dialog opens.
            aria-disabled={rows === null}
            onClick={() => void run()}
          >
            {sayExport(rows, refused)}
          </Button>
        </>
      }
    >
      <ChoiceFields
        choices={choices}
        template={template}
        rows={document.roster.rows.length}
        rowsWithErrors={document.counts.rowsWithErrors}
        compared={document.checker.comparison?.counts ?? null}
        onChange={setChoices}
      />
      <Refusal document={document} planned={planned} choices={choices} />
      <Preview roster={document.roster} plan={planned?.plan ?? null} form={choices} />
    </DialogFrame>
  );
}

function sayExport(rows: number | null, refused: number): string {
  if (rows === null) return COUNTING;
  if (rows === 0) return 'No rows to export';
  const all = `Export ${rows.toLocaleString('en-US')} ${rows === 1 ? 'row' : 'rows'}`;
  return refused === 0 ? all : `${all}, ${refused.toLocaleString('en-US')} with errors`;
}

/** The form of the file changes nothing of its plan. */
type PlannedChoices = Omit<Choices, 'format'>;

/** The plan for what is chosen; null while it is made, which takes a moment for 100,000 rows and holds nothing up. */
function usePlanned(document: Document, choices: Choices): Planned | null {
  const { rows, leadersFirst, passwords, template, changedOnly } = choices;
  const [made, setMade] = useState<{ readonly of: PlannedChoices; readonly planned: Planned } | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const of = { rows, leadersFirst, passwords, template, changedOnly };
    void runPaced(planning(document, of), controller.signal).then((done) => {
      if (done !== null && !controller.signal.aborted) setMade({ of, planned: done.value });
    });
    return () => {
      controller.abort();
    };
  }, [document, rows, leadersFirst, passwords, template, changedOnly]);
  const { of } = made ?? {};
  const isOfThese =
    of?.rows === rows &&
    of.leadersFirst === leadersFirst &&
    of.passwords === passwords &&
    of.template === template &&
    of.changedOnly === changedOnly;
  return made && isOfThese ? made.planned : null;
}

function* planning(document: Document, choices: PlannedChoices): Generator<unknown, Planned> {
  const plan = yield* planningFor(document, choices);
  return { plan, verdict: yield* judgingRows(plan, document.roster, document.checker) };
}

interface RefusalProps {
  readonly document: Document;
  /** Null while the rows are counted. */
  readonly planned: Planned | null;
  readonly choices: Pick<Choices, 'format' | 'template'>;
}

/** Says that the rows are being counted. */
const COUNTING = 'Counting…';

/** Kinds of errors that are listed by name. */
const MAX_KINDS = 5;

/** The verdict on the file that would be written; its height is kept, so that choosing moves nothing. */
function Refusal({ document, planned, choices }: RefusalProps) {
  return (
    <section className={css['exportRefusal']} aria-label="What Agent Connect would say" aria-live="polite">
      {planned === null ? (
        <p>{COUNTING}</p>
      ) : (
        <Judged document={document} planned={planned} choices={choices} />
      )}
    </section>
  );
}

function Judged({ document, planned, choices }: RefusalProps & { readonly planned: Planned }) {
  const verdict = inForm(planned.verdict, WRITE_FORMATS[choices.format].accepted);
  return (
    <VerdictNote
      verdict={verdict}
      roster={document.roster}
      lead={
        verdict.kind === 'errors' && (
          <>
            <p>{errorsSentence(verdict, document.checker.settings.mode)}</p>
            <Kinds kinds={verdict.kinds} />
          </>
        )
      }
    >
      {describeOmissions(planned.plan, choices.template).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </VerdictNote>
  );
}

function Kinds({ kinds }: Pick<Extract<Verdict, { kind: 'errors' }>, 'kinds'>) {
  const more = kinds.length - MAX_KINDS;
  return (
    <ul>
      {kinds.slice(0, MAX_KINDS).map(({ code, count }) => (
        <li key={code}>
          {titleOf(code)} <span>{count.toLocaleString('en-US')}</span>
        </li>
      ))}
      {more > 0 && <li>and {more === 1 ? 'another kind' : `${more} more kinds`}</li>}
    </ul>
  );
}
