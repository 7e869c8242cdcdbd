import { Button, Progress } from '@mantine/core';
import { useMemo, useState } from 'react';
import { failureSentence } from '../../shared/failures.ts';
import { DEFAULT_CHOICES, type MergeChoices, withMeant } from '../../shared/merge/merge-choices.ts';
import { listSources } from '../../shared/mapping/list-sources.ts';
import { mergeColumns } from '../../shared/merge/merge-columns.ts';
import { DialogFrame } from '../dialogs/dialog-frame.tsx';
import { closeDialog } from '../session/dialogs.ts';
import { useSession, useSessionState } from '../session/session.ts';
import type { Dialog, Document } from '../session/state.ts';
import { ColumnsStep } from './columns-step.tsx';
import { carryOutMerge } from './carry-out-merge.ts';
import { MergeOptions } from './merge-options.tsx';
import { MergePreview } from './merge-preview.tsx';
import { actionLabel, firstTab, type MergeTab } from './merge-words.ts';
import { SourceNotes } from './source-notes.tsx';

import { useMergePlan } from './use-merge-plan.ts';
import { useSituation } from '../session/situation.ts';
import './merge.css';

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
              if (plan) carryOutMerge(session, file.name, plan);
            }}
          >
            {label ?? 'Nothing to add'}
          </Button>
        </>
      }
    >
      <SourceNotes file={file} form={form} mapped={mapped} settled={settled} />
      <div className="merge">
        <MergeOptions choices={choices} columns={columns} planned={plan?.columns ?? []} onChange={change} />
        {plan === null || tab === null ? (
          <div className="merge-unplanned">
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
