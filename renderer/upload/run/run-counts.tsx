import { useMemo, useState } from 'react';
import { AT } from '../../../shared/person/catalogue.ts';
import { isOpen } from '../../../shared/upload/journal/outcome.ts';
import {
  GROUP_WORDS,
  groupRows,
  needsStep,
  REPORT_GROUPS,
  type ReportGroup,
  STEP_GROUPS,
} from '../../../shared/upload/report/report-groups.ts';
import { type ReportedRow, whyEnded } from '../../../shared/upload/report/reported-row.ts';
import { Counts } from '../list/counts.tsx';
import type { ListedRow } from '../list/listed-row.tsx';
import { RowList } from '../list/row-list.tsx';
import { markOf } from '../marks/row-mark.ts';
import type { FollowedRun } from '../upload-state.ts';

type Name = 'waiting' | 'sending' | ReportGroup;

/** Counts that are shown while there are none, too, so that the list below them stays where it is. */
const ALWAYS: readonly Name[] = [
  'waiting',
  'sending',
  'created',
  'skipped',
  'failed',
  'held',
  'unknown',
  'notTried',
];

/** What is under way first, then what is done, then what needs a step. */
const NAMES: readonly Name[] = [
  'waiting',
  'sending',
  ...REPORT_GROUPS.filter((group) => !needsStep(group)),
  ...STEP_GROUPS,
];

/** The rows of an upload under way by where they are, in counts that sum up, and a list of those that are chosen. */
export function RunCounts({ run }: { readonly run: FollowedRun }) {
  const rows = useMemo(() => rowsByName(run), [run]);
  const [chosen, setChosen] = useState<Name>(() => (rows.sending.length > 0 ? 'sending' : 'waiting'));
  const isShown = (name: Name): boolean =>
    rows[name].length > 0 || ALWAYS.includes(name) || (name === 'updated' && run.kept.mode === 'update');
  const counts = NAMES.filter(isShown).map((name) => ({
    name,
    label: labelOf(name),
    value: rows[name].length,
  }));
  const shown = rows[chosen];
  return (
    <>
      <Counts label="Rows by outcome" counts={counts} chosen={chosen} onChoose={setChosen} />
      <RowList
        key={chosen}
        label={labelOf(chosen)}
        count={shown.length}
        rowAt={(index) => {
          const row = shown[index];
          return row ? listRun(row, run) : null;
        }}
      />
    </>
  );
}

function rowsByName({ rows }: FollowedRun) {
  return {
    ...groupRows(rows.filter(({ state }) => !isOpen(state))),
    waiting: rows.filter(({ state }) => state === 'waiting'),
    sending: rows.filter(({ state }) => isOpen(state) && state !== 'waiting'),
  };
}

function labelOf(name: Name): string {
  if (name === 'waiting') return 'Still to do';
  return name === 'sending' ? 'Under way' : GROUP_WORDS[name].title;
}

/** A row of an upload as the list shows it; it leads to the grid where the roster is open and still has it. */
export function listRun(row: ReportedRow, { own }: FollowedRun): ListedRow {
  const id = own?.ids[row.place];
  const isThere = id !== undefined && own?.roster.byId.has(id) === true;
  const why = whyEnded(row);
  return {
    line: row.line.toLocaleString('en-US'),
    name: row.name || row.email || row.employeeId,
    mark: markOf(row),
    changes: [],
    sentences: why === '' ? [] : [why],
    place: isThere ? { row: id, position: AT.firstName } : null,
  };
}
