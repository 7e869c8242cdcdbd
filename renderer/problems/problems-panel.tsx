import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { ProblemFilter } from '../../shared/find/row-filter.ts';
import { verdictTitle } from '../../shared/rules/messages/verdict-sentences.ts';
import { verdictAtOnce } from '../../shared/rules/verdict.ts';
import { filterOf, filterProblems } from '../app/session/filter-rows.ts';
import { keyLabel } from '../app/commands/keys.ts';
import { runCommand } from '../app/commands/command.ts';
import { breathe, runPaced } from '../app/session/pace.ts';
import { useSession, useSessionState } from '../app/session/session.ts';
import { groupKey, groupProblems, groupsMeant, groupTitle, type ProblemGroup } from './problem-groups.ts';
import { ProblemList } from './problem-list.tsx';
import { VerdictIcon } from './verdict-note.tsx';
import css from './problems-panel.module.css';

/** All problems of the open roster by kind, with ways to go to each and to mend one, a kind, or all that are safe. */
export function ProblemsPanel() {
  const groups = useProblemGroups();
  const isClean = useSessionState(
    ({ document }) =>
      document !== null &&
      document.held !== 'reading' &&
      document.counts.error === 0 &&
      document.counts.warning === 0,
  );
  const asked = useSessionState(({ document }) => document && filterOf(document).problems);
  const listed = groups !== null && asked !== null ? groupsMeant(groups, asked) : groups;
  return (
    <section className={css['problems']} aria-labelledby="rc-problems-title">
      <PanelHeader isClean={isClean} groups={groups ?? []} />
      {isClean ? (
        <NoProblems />
      ) : listed?.length === 0 ? (
        <NoneOfThese />
      ) : (
        listed !== null && <ProblemList groups={listed} />
      )}
    </section>
  );
}

interface HeaderProps {
  readonly isClean: boolean;
  readonly groups: readonly ProblemGroup[];
}

function PanelHeader({ isClean, groups }: HeaderProps) {
  const session = useSession();
  const error = useSessionState(({ document }) => document?.counts.error ?? 0);
  const warning = useSessionState(({ document }) => document?.counts.warning ?? 0);
  const safe = useSessionState(({ document }) => document?.checker.safeFixCount ?? 0);
  const { platform } = session.app;
  return (
    <header className={css['problemsHeader']}>
      <div className={css['problemsLine']}>
        <h2 id="rc-problems-title">Problems</h2>
        <Count severity="error" value={error} />
        <Count severity="warning" value={warning} />
        <span className={css['problemsSteps']}>
          <ActionIcon
            aria-label="Previous problem"
            title={`Previous problem (${keyLabel('Shift+F8', platform)})`}
            disabled={isClean}
            onClick={() => {
              runCommand(session, 'problems.previous');
            }}
          >
            <IconChevronUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            aria-label="Next problem"
            title={`Next problem (${keyLabel('F8', platform)})`}
            disabled={isClean}
            onClick={() => {
              runCommand(session, 'problems.next');
            }}
          >
            <IconChevronDown size={16} aria-hidden />
          </ActionIcon>
        </span>
      </div>
      {safe > 0 && (
        <Button
          fullWidth
          title={keyLabel('Mod+Shift+.', platform)}
          onClick={() => {
            runCommand(session, 'problems.fixSafe');
          }}
        >
          {safe === 1 ? 'Fix 1 safe' : `Fix all ${safe.toLocaleString('en-US')} safe`}
        </Button>
      )}
      <RowsShown groups={groups} />
    </header>
  );
}

function Count({ severity, value }: { readonly severity: 'error' | 'warning'; readonly value: number }) {
  const text = value.toLocaleString('en-US');
  return (
    <span className={css['problemsCount']} title={`${text} ${severity}${value === 1 ? '' : 's'}`}>
      <span
        className={`rc-dot rc-dot-${severity}`}
        role="img"
        aria-label={severity === 'error' ? 'errors' : 'warnings'}
      />
      {text}
    </span>
  );
}

/** Where rows are shown by a kind of problem, and the last of the kind is fixed. */
function NoneOfThese() {
  const session = useSession();
  return (
    <div data-testid="no-problems" className={css['problemsNone']}>
      <p>None of these is left.</p>
      <Button
        onClick={() => {
          filterProblems(session, null);
        }}
      >
        Show all rows
      </Button>
    </div>
  );
}

/** A roster without problems is only as good as what it could be checked against. */
function NoProblems() {
  const document = useSessionState((state) => state.document);
  const verdict = document && verdictAtOnce(document.roster, document.checker);
  if (document?.roster.rows.length === 0)
    return (
      <p data-testid="no-problems" className={css['problemsNone']}>
        Problems of the people that you add will be listed here.
      </p>
    );
  return (
    <div data-testid="no-problems" className={css['problemsNone']}>
      <strong>No problems</strong>
      {verdict !== null && (
        <p>
          <VerdictIcon kind={verdict.kind} size={16} /> {verdictTitle(verdict)}
        </p>
      )}
    </div>
  );
}

/** The groups of the open roster's problems, a moment behind its edits, so that typing never waits for the panel. */
function useProblemGroups(): readonly ProblemGroup[] | null {
  const document = useSessionState((state) => state.document);
  const roster = document?.roster ?? null;
  const checker = document?.checker ?? null;
  const version = document?.version;
  const [groups, setGroups] = useState<readonly ProblemGroup[] | null>(null);
  useEffect(() => {
    if (roster === null || checker === null) return undefined;
    const controller = new AbortController();
    void collect(groupProblems(roster, checker), controller.signal).then((collected) => {
      if (collected !== null) setGroups(collected);
    });
    return () => {
      controller.abort();
    };
  }, [roster, checker, version]);
  return groups;
}

/** Runs the grouping after the frame at hand; null if the roster changed meanwhile. */
async function collect(
  work: Generator<number, readonly ProblemGroup[]>,
  signal: AbortSignal,
): Promise<readonly ProblemGroup[] | null> {
  await new Promise(requestAnimationFrame);
  await breathe();
  const collected = signal.aborted ? null : await runPaced(work, signal);
  return collected && !signal.aborted ? collected.value : null;
}

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
function RowsShown({ groups }: { readonly groups: readonly ProblemGroup[] }) {
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
