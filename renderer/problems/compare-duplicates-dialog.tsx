import { Button, Checkbox } from '@mantine/core';
import { useMemo, useState } from 'react';
import { arrangeColumns } from '../../shared/roster/grid-layout.ts';
import {
  fillingChoices,
  isSameIn,
  type MergeChoices,
  mergeRows,
  rowsAmong,
  rowThatStays,
  updateChoices,
} from '../../shared/fixes/merge-duplicates.ts';
import { lineOf, type Row, type RowId } from '../../shared/roster/roster.ts';
import { DialogFrame } from '../app/dialogs/dialog-frame.tsx';
import { closeDialog } from '../app/session/dialogs.ts';
import { edit } from '../app/session/edit-roster.ts';
import { reveal } from '../app/session/reveal.ts';
import { sayUndoable } from '../app/session/say-done.ts';
import { useSession, useSessionState } from '../app/session/session.ts';
import type { Document } from '../app/session/document.ts';
import { CompareTable } from './compare-table.tsx';
import css from './duplicates.module.css';

interface Props {
  readonly rows: readonly RowId[];
}

/** Compares rows that may be one person side by side, and leaves one of them, as one undo step. */
export function CompareDuplicatesDialog({ rows: ids }: Props) {
  const document = useSessionState((state) => state.document);
  const rows = document === null ? [] : rowsAmong(document.roster, ids);
  const stays = rowThatStays(rows, document?.checker.comparison ?? null);
  return document && stays && <Compare document={document} rows={rows} stays={stays} />;
}

interface CompareProps {
  readonly document: Document;
  readonly rows: readonly Row[];
  readonly stays: Row;
}

function Compare({ document, rows, stays }: CompareProps) {
  const session = useSession();
  const { roster } = document;
  const { comparison } = document.checker;
  const layout = useSessionState((state) => state.layout);
  const columns = useMemo(() => arrangeColumns(roster.columns, layout), [roster, layout]);
  const positions = columns.map(({ position }) => position);
  const [choices, setChoices] = useState(() => fillingChoices(rows, stays, positions));
  const [showsAll, setShowsAll] = useState(false);
  const differing = columns.filter(({ position }) => !isSameIn(rows, position));
  const same = columns.length - differing.length;
  const close = (): void => {
    closeDialog(session);
  };
  const leave = (
    label: string,
    done: string,
    merged: readonly Row[],
    row: Row,
    taken: MergeChoices,
  ): void => {
    const position = session.store.getState().selection?.anchor.position ?? positions[0] ?? 0;
    close();
    const ids = merged.map(({ id }) => id);
    edit(session, label, mergeRows(roster, ids, row.id, taken), () => {
      sayUndoable(session, done);
      reveal(session, { row: row.id, position });
    });
  };
  const merge = (): void => {
    leave(MERGE, `${rows.length.toLocaleString('en-US')} rows merged into one.`, rows, stays, choices);
  };
  return (
    <DialogFrame
      title="Compare duplicates"
      size="wide"
      onClose={close}
      actions={
        <>
          {same > 0 && (
            <Checkbox
              className="at-start"
              size="xs"
              label={`Show all columns (${same.toLocaleString('en-US')} more, the same in all rows)`}
              checked={showsAll}
              onChange={({ currentTarget }) => {
                setShowsAll(currentTarget.checked);
              }}
            />
          )}
          <Button onClick={close}>Cancel</Button>
          <Button variant="filled" data-autofocus={differing.length === 0 || undefined} onClick={merge}>
            {MERGE}
          </Button>
        </>
      }
    >
      <div className={css['duplicates']}>
        <p>{differing.length === 0 ? NO_DIFFERENCE : EXPLANATION}</p>
        <CompareTable
          document={document}
          rows={rows}
          stays={stays}
          columns={showsAll ? columns : differing}
          choices={choices}
          onChoose={(position, row) => {
            setChoices(new Map(choices).set(position, row));
          }}
          onMerge={merge}
          onKeepOnly={(row) => {
            const gone = rows.length - 1;
            const deleted = gone === 1 ? 'the other row' : `the other ${gone.toLocaleString('en-US')} rows`;
            leave(
              'Keep one of the duplicates',
              `Line ${lineOf(row)} kept, ${deleted} deleted.`,
              rows,
              row,
              NONE,
            );
          }}
          onUpdate={(update) => {
            const done = `Line ${lineOf(stays)} updated with line ${lineOf(update)}, which is deleted.`;
            const taken = updateChoices(stays, update, positions, comparison);
            leave('Update with a duplicate', done, [stays, update], stays, taken);
          }}
        />
      </div>
    </DialogFrame>
  );
}

const MERGE = 'Merge into one row';
const NONE: MergeChoices = new Map();
const NO_DIFFERENCE = 'These rows are the same in every column.';
const EXPLANATION =
  'Choose which text the person gets in each column. The arrow keys move between the choices; Enter merges the rows.';
