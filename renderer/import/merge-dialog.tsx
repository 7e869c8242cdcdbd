import { Button, Progress } from '@mantine/core';
import { useMemo, useState } from 'react';
import { type Failure, failureSentence } from '../../shared/failures/failures.ts';
import type { Result } from '../../shared/failures/result.ts';
import { listSources } from '../../shared/import/mapping/sources.ts';
import { mergeChange, type MergeFile, type MergePlan } from '../../shared/import/merge-plan.ts';
import {
  DEFAULT_CHOICES,
  type MergeChoices,
  mergeColumns,
  withMeant,
} from '../../shared/import/merge-columns.ts';
import { planMerge } from '../../shared/import/plan-merge.ts';
import { mended } from '../../shared/rules/safe-fixes.ts';
import { DialogFrame } from '../app/dialogs/dialog-frame.tsx';
import type { Dialog } from '../app/session/dialog-kinds.ts';
import { closeDialog } from '../app/session/dialogs.ts';
import type { Document } from '../app/session/document.ts';
import { edit } from '../app/session/edit-roster.ts';
import { revealChange } from '../app/session/reveal-change.ts';
import { sayUndoable } from '../app/session/say-done.ts';
import { type Session, useSession, useSessionState } from '../app/session/session.ts';
import { currentSettings } from '../app/session/settings.ts';
import { useSituation } from '../app/session/situation.ts';
import { useLatest } from '../app/session/use-work.ts';
import { knownBeside, mapFile } from './add-file.ts';
import { MappingForm } from './mapping/mapping-form.tsx';
import { findRemembered } from './mapping/recall-mapping.ts';
import { forgetMapping } from './mapping/take-mapping.ts';
import { MergeOptions, SourceNotes } from './merge-options.tsx';
import { MergePreview } from './merge-preview.tsx';
import { actionLabel, doneSentence, firstTab, type MergeTab } from './merge-words.ts';
import css from './merge.module.css';

type Props = Extract<Dialog, { kind: 'merge' }>;

/** Shows what adding a file's people to the open roster would do, under choices that can be changed, and does it. */
export function MergeDialog(props: Props) {
  const document = useSessionState((state) => state.document);
  if (document === null) return null;
  return props.step === 'columns' ? <ColumnsStep {...props} /> : <People {...props} document={document} />;
}

function People({ document, ...dialog }: Props & { readonly document: Document }) {
  const { file, form, mapped, settled } = dialog;
  const { read } = mapped;
  const session = useSession();
  const here = useSituation();
  const [choices, setChoices] = useState(DEFAULT_CHOICES);
  const [wanted, setWanted] = useState<MergeTab | null>(null);
  const { roster } = document;
  const mergeFile = useMemo(
    () => ({ name: file.name, roster: read.roster, columns: listSources(read.roster, read.columns) }),
    [file, read],
  );
  const columns = useMemo(
    () => mergeColumns(roster, mergeFile.roster, mergeFile.columns),
    [roster, mergeFile],
  );
  const { result, isCurrent, fraction } = useMergePlan(document, mergeFile, choices);
  const plan = result?.ok === true ? result.value : null;
  const tab = wanted ?? (plan && firstTab(plan));
  const label = plan && actionLabel(plan);
  const change = (to: MergeChoices): void => {
    // The list that is in sight stays, though another may be the first with people now.
    setWanted(tab);
    setChoices(to);
  };
  const close = (): void => {
    closeDialog(session);
  };
  return (
    <DialogFrame
      title={`Add people from “${file.name}”`}
      size="wide"
      onClose={close}
      actions={
        <>
          <Ways {...dialog} />
          <Button onClick={close}>Cancel</Button>
          <Button
            variant="filled"
            disabled={[label !== null, isCurrent, settled].includes(false)}
            onClick={() => {
              if (plan) applyMerge(session, file.name, plan);
            }}
          >
            {label ?? 'Nothing to add'}
          </Button>
        </>
      }
    >
      <SourceNotes file={file} form={form} mapped={mapped} settled={settled} />
      <div className={css['merge']}>
        <MergeOptions choices={choices} columns={columns} planned={plan?.columns ?? []} onChange={change} />
        {plan === null || tab === null ? (
          <div className={css['mergeUnplanned']}>
            <p role="status">{result?.ok === false ? failureSentence(result.failure, here) : 'Comparing…'}</p>
            {result === null && <Progress value={100 * fraction} size={6} aria-label="Comparing" />}
          </div>
        ) : (
          <MergePreview
            plan={plan}
            lines={read.lines}
            meant={choices.meant}
            tab={tab}
            onTab={setWanted}
            onMean={(row, meant) => {
              change(withMeant(choices, row, meant));
            }}
          />
        )}
      </div>
    </DialogFrame>
  );
}

/** The ways back to how the file was understood. */
function Ways(dialog: Props) {
  const session = useSession();
  const { file, how } = dialog;
  return (
    <>
      <Button
        onClick={() => {
          session.store.setState({ dialog: { ...dialog, step: 'columns' } });
        }}
      >
        Columns…
      </Button>
      <Button
        className="at-start"
        onClick={() => {
          session.store.setState({ dialog: { kind: 'reading', file, how, purpose: 'add' } });
        }}
      >
        How it is read…
      </Button>
    </>
  );
}

/**
 * The plan of adding a file under the user's choices, worked out while the window stays responsive. Until it is there
 * the one before stays in sight; `isCurrent` says whether it is that of the choices.
 */
function useMergePlan(
  { roster, checker }: Pick<Document, 'roster' | 'checker'>,
  file: MergeFile,
  choices: MergeChoices,
): {
  readonly result: Result<MergePlan, Failure> | null;
  readonly isCurrent: boolean;
  /** How far the comparison is, from 0 to 1. */
  readonly fraction: number;
} {
  const [fraction, setFraction] = useState(0);
  const planning = useMemo(() => {
    const mend = (position: number, text: string): string => mended(checker, position, text);
    const { team } = checker.settings;
    return () => planMerge(roster, file, choices, { mend, team });
  }, [roster, checker, file, choices]);
  const planned = useLatest(planning, setFraction);
  return { result: planned?.value ?? null, isCurrent: planned?.make === planning, fraction };
}

/** Adds a file's people to the open roster as it was planned, in one step, and goes to the first of them. */
function applyMerge(session: Session, name: string, plan: MergePlan): void {
  const { document } = session.store.getState();
  closeDialog(session);
  if (document === null) return;
  edit(session, `Add people from “${name}”`, mergeChange(document.roster, plan), (change) => {
    revealChange(session, change);
    sayUndoable(session, doneSentence(plan));
  });
}

/** Asks which columns of Agent Connect the columns of a file are, before its people are compared. */
function ColumnsStep(dialog: Props) {
  const session = useSession();
  const { file, read, mapping, settled } = dialog;
  const { roster, columns } = read;
  const sources = useMemo(() => listSources(roster, columns), [roster, columns]);
  const known = useMemo(() => knownBeside(session.store.getState()), [session]);
  const organizations = useSessionState((state) => state.organizations);
  const usedAt = findRemembered({ organizations }, columns)?.usedAt ?? null;
  // What was used before, or said a moment ago; else what is proposed, with why.
  const recalled = useMemo(
    () => (settled || usedAt !== null ? { mapping, usedAt } : null),
    [mapping, settled, usedAt],
  );
  return (
    <MappingForm
      title={`Which column of “${file.name}” is what?`}
      note="You then see who comes in; nothing is added before."
      purpose="add"
      {...{ roster, sources, recalled, known }}
      hasWork={false}
      settings={currentSettings(session.store.getState())}
      onForget={() => {
        forgetMapping(session, columns);
      }}
      onTake={(taken) => void mapFile(session, dialog, sources, taken)}
      onClose={() => {
        session.store.setState({ dialog: { ...dialog, step: 'people' } });
      }}
    />
  );
}
