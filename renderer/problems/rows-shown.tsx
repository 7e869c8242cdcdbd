import { NativeSelect } from '@mantine/core';
import type { ProblemFilter } from '../../shared/filter/row-filter.ts';
import { titleOf } from '../../shared/rules/messages.ts';
import { filterProblems } from '../commands/filter-commands.ts';
import { filterOf } from '../session/filter-rows.ts';
import { useSession, useSessionState } from '../session/session.ts';
import type { ProblemGroup } from './problem-groups.ts';

const ANY: ProblemFilter = { severity: null, code: null };

/** The choices beside the kinds of problems, by the value of their option. */
const CHOICES: ReadonlyMap<string, { readonly label: string; readonly problems: ProblemFilter | null }> =
  new Map([
    ['', { label: 'Show all rows', problems: null }],
    ['*', { label: 'Show only rows with problems', problems: ANY }],
    ['*error', { label: 'Show only rows with errors', problems: { ...ANY, severity: 'error' } }],
    ['*warning', { label: 'Show only rows with warnings', problems: { ...ANY, severity: 'warning' } }],
  ]);

/** Chooses which rows the grid shows by their problems; they stay while they are mended. */
export function RowsShown({ groups }: { readonly groups: readonly ProblemGroup[] }) {
  const session = useSession();
  const problems = useSessionState(({ document }) => document && filterOf(document).problems);
  const codes = new Set(groups.map(({ code }) => code));
  // A kind that was mended to the last row is still what the filter asks for.
  if (problems?.code) codes.add(problems.code);
  const kinds = Array.from(codes, (code) => ({ value: code, label: titleOf(code) }));
  const value = problems === null ? '' : (problems.code ?? `*${problems.severity ?? ''}`);
  return (
    <NativeSelect
      aria-label="Rows shown"
      value={value}
      onChange={({ currentTarget }) => {
        const choice = CHOICES.get(currentTarget.value);
        const code = Array.from(codes).find((kind) => kind === currentTarget.value) ?? null;
        filterProblems(session, choice === undefined ? { ...ANY, code } : choice.problems);
      }}
      data={[
        ...Array.from(CHOICES, ([choice, { label }]) => ({ value: choice, label })),
        ...(kinds.length > 0 ? [{ group: 'Show only rows with', items: kinds }] : []),
      ]}
    />
  );
}
