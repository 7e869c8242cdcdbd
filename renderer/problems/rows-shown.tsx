import { NativeSelect } from '@mantine/core';
import type { ProblemFilter } from '../../shared/filter/row-filter.ts';
import { filterProblems } from '../app/commands/filter-commands.ts';
import { filterOf } from '../app/session/filter-rows.ts';
import { useSession, useSessionState } from '../app/session/session.ts';
import { groupKey, groupTitle, type ProblemGroup } from './problem-groups.ts';

const ANY: ProblemFilter = { severity: null, code: null };

/** The choices beside the kinds of problems, by the value of their option. */
const CHOICES: ReadonlyMap<string, { readonly label: string; readonly problems: ProblemFilter | null }> =
  new Map([
    ['', { label: 'Show all rows', problems: null }],
    ['*', { label: 'Show only rows with problems', problems: ANY }],
    ['*error', { label: 'Show only rows with errors', problems: { ...ANY, severity: 'error' } }],
    ['*warning', { label: 'Show only rows with warnings', problems: { ...ANY, severity: 'warning' } }],
  ]);

/** Chooses which rows the grid shows by their problems; they stay while they are fixed. */
export function RowsShown({ groups }: { readonly groups: readonly ProblemGroup[] }) {
  const session = useSession();
  const problems = useSessionState(({ document }) => document && filterOf(document).problems);
  const kinds = new Map(groups.map(({ key, code, column }) => [key, { code, column }]));
  // A kind that was fixed to the last row is still what the filter asks for.
  const { code = null, column = null } = problems ?? {};
  if (code !== null) kinds.set(groupKey(code, column), { code, column });
  const value =
    problems === null ? '' : code === null ? `*${problems.severity ?? ''}` : groupKey(code, column);
  const items = Array.from(kinds, ([key, kind]) => ({
    value: key,
    label: groupTitle(kind.code, kind.column),
  }));
  return (
    <NativeSelect
      aria-label="Rows shown"
      value={value}
      onChange={({ currentTarget }) => {
        const choice = CHOICES.get(currentTarget.value);
        const kind = kinds.get(currentTarget.value);
        filterProblems(session, choice === undefined ? { ...ANY, ...kind } : choice.problems);
      }}
      data={[
        ...Array.from(CHOICES, ([choice, { label }]) => ({ value: choice, label })),
        ...(kinds.size > 0 ? [{ group: 'Show only rows with', items }] : []),
      ]}
    />
  );
}
