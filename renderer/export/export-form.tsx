import { Button } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { type Failure, failureSentence } from '../../shared/failures.ts';
import type { Result } from '../../shared/result.ts';
import { DialogFrame } from '../dialogs/dialog-frame.tsx';
import { useSession } from '../session/session.ts';
import type { Document } from '../session/state.ts';
import { type Choices, USUAL } from './choices.ts';
import { ChoiceFields } from './choice-fields.tsx';
import { countRefusals } from './refusals.ts';
import { type Exported, exportRoster, planFor } from './export-roster.ts';
import { Preview } from './preview.tsx';
import { Refusal } from './refusal.tsx';
import './export.css';

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
  const [choices, setChoices] = useState<Choices>(USUAL);
  // What was clicked is shown at once, also where planning 100,000 rows takes a moment.
  const planned = useDeferredValue(choices);
  const plan = useMemo(() => planFor(document, planned), [document, planned]);
  const refusals = useMemo(() => countRefusals(plan, document.checker), [plan, document]);
  const rows = plan.written.length;
  const run = async (): Promise<void> => {
    const result = await exportRoster(session, document, plan, planned);
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
            <p className="export-failure at-start" role="alert">
              {failureSentence(failure)}
            </p>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="filled"
            className="export-main"
            data-autofocus
            disabled={rows === 0}
            onClick={() => void run()}
          >
            {rows === 0
              ? 'No rows to export'
              : `Export ${rows.toLocaleString('en-US')} ${rows === 1 ? 'row' : 'rows'}`}
          </Button>
        </>
      }
    >
      <ChoiceFields
        choices={choices}
        rows={document.roster.rows.length}
        rowsWithErrors={document.counts.rowsWithErrors}
        onChange={setChoices}
      />
      <Refusal document={document} plan={plan} refusals={refusals} />
      <Preview roster={document.roster} plan={plan} format={planned.format} />
    </DialogFrame>
  );
}
