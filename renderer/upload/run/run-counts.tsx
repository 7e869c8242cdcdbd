import { useMemo, useState } from 'react';
import type { ToldRow } from '../../../shared/contract/upload-calls.ts';
import { AT } from '../../../shared/person/catalogue.ts';
import type { RowState } from '../../../shared/upload/journal/outcome.ts';
import { whyEnded } from '../../../shared/upload/report/report-rows.ts';
import { type Count, Counts } from '../list/counts.tsx';
import type { ListedRow } from '../list/listed-row.tsx';
import { RowList } from '../list/row-list.tsx';
import { sumOf } from './run-words.ts';
import type { FollowedRun } from '../upload-state.ts';

/** What is counted together, by the mark that stands for it. */
const GROUPS: readonly {
  readonly name: RowState;
  readonly label: string;
  readonly states: readonly RowState[];
}[] = [
  { name: 'waiting', label: 'Still to do', states: ['waiting'] },
  { name: 'sending', label: 'Under way', states: ['lookingUp', 'sending', 'settling'] },
  { name: 'created', label: 'Created', states: ['created'] },
  { name: 'updated', label: 'Changed', states: ['updated'] },
  { name: 'skipped', label: 'Left as they were', states: ['skipped'] },
  { name: 'failed', label: 'Failed', states: ['failed'] },
  { name: 'held', label: 'On hold because of the Team Leader', states: ['held'] },
  { name: 'unknown', label: 'Result unknown', states: ['unknown'] },
  { name: 'notTried', label: 'Not tried', states: ['notTried'] },
];

interface Props {
  readonly run: FollowedRun;
  /** Whether rows that are not done yet are counted too. */
  readonly open: boolean;
}

/** The rows of an upload by where they are, in counts that sum up, and a list of those that are chosen. */
export function RunCounts({ run, open }: Props) {
  const { progress, kept } = run;
  const groups = GROUPS.filter(
    ({ name }) =>
      (open || (name !== 'waiting' && name !== 'sending')) && (name !== 'updated' || kept.mode === 'update'),
  );
  const counts: Count<RowState>[] = groups.map(({ name, label, states }) => ({
    name,
    label,
    value: sumOf(progress.counts, states),
  }));
  const [chosen, setChosen] = useState<RowState>(() => firstToShow(counts, open));
  const shown = useMemo(() => {
    const states: readonly RowState[] = GROUPS.find(({ name }) => name === chosen)?.states ?? [];
    return run.rows.filter(({ state }) => states.includes(state));
  }, [run, chosen]);
  return (
    <>
      <Counts label="Rows by outcome" counts={counts} chosen={chosen} onChoose={setChosen} />
      <RowList
        key={chosen}
        label={counts.find(({ name }) => name === chosen)?.label ?? ''}
        count={shown.length}
        rowAt={(index) => {
          const row = shown[index];
          return row ? listRun(row, run) : null;
        }}
      />
    </>
  );
}

/** What needs somebody comes first in a report; while it runs, what is under way. */
function firstToShow(counts: readonly Count<RowState>[], open: boolean): RowState {
  if (open) return counts.some(({ name, value }) => name === 'sending' && value > 0) ? 'sending' : 'waiting';
  const needed = (['failed', 'unknown', 'held', 'notTried', 'created', 'updated'] as const).find((state) =>
    counts.some(({ name, value }) => name === state && value > 0),
  );
  return needed ?? 'skipped';
}

/** A row of an upload as the list shows it; it leads to the grid where the roster is open and still has it. */
export function listRun(row: ToldRow, { own }: FollowedRun): ListedRow {
  const id = own?.ids[row.place];
  const isThere = id !== undefined && own?.roster.byId.has(id) === true;
  const why = whyEnded(row);
  return {
    line: row.line.toLocaleString('en-US'),
    name: row.name || row.email || row.employeeId,
    mark: row.state,
    changes: [],
    sentences: why === '' ? [] : [why],
    place: isThere ? { row: id, position: AT.firstName } : null,
  };
}
