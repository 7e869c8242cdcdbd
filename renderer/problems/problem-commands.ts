import { AT, type ColumnKey } from '../../shared/person/catalogue.ts';
import { DUPLICATE_CODES, duplicatesAmong, duplicatesOf } from '../../shared/fixes/merge-duplicates.ts';
import { hintOf } from '../../shared/person/header-hints.ts';
import type { ProblemFilter } from '../../shared/find/row-filter.ts';
import type { Roster, Row } from '../../shared/roster/roster.ts';
import type { Fix, Problem, ProblemCode } from '../../shared/rules/problem.ts';
import { fixLabel } from '../../shared/rules/messages.ts';
import { fixChange, safeFixes } from '../../shared/rules/safe-fixes.ts';
import { displayedIn } from '../app/session/displayed-rows.ts';
import { edit } from '../app/session/edit-roster.ts';
import { reveal } from '../app/session/reveal.ts';
import { peopleOf } from '../app/session/people.ts';
import { sayDone, sayUndoable } from '../app/session/say-done.ts';
import type { CommandTable, Session } from '../app/session/session.ts';
import type { CellPlace, Document } from '../app/session/document.ts';
import { IconLayoutSidebarRightCollapse, IconLayoutSidebarRightExpand, IconWand } from '@tabler/icons-react';
import { hasSelection, rosterCommand } from '../app/commands/command.ts';
import type { SessionState } from '../app/session/state.ts';

/** Goes to the next or previous cell with a problem, from the selected cell on and round the end. */
export function goToProblem(session: Session, direction: 'next' | 'previous'): void {
  const { document, selection } = session.store.getState();
  if (document === null) return;
  const place = findProblem(document, selection?.anchor ?? null, direction);
  if (place !== null) reveal(session, place);
  else
    sayDone(
      session,
      document.shown === null ? 'No problems are left.' : 'No row that is shown has a problem.',
    );
}

/** Applies one fix of a problem as a step of its own. */
export function applyFix(session: Session, problem: Problem, fix: Fix): void {
  const { document } = session.store.getState();
  if (document === null) return;
  edit(session, fixLabel(problem, fix, peopleOf(document.roster)), fixChange(document.roster, fix));
}

/** Opens the dialog that shows who each Team Leader is. */
export function resolveLeaders({ store }: Session): void {
  store.setState({ dialog: { kind: 'leaders' } });
}

/** Whether the rows of a problem can be compared side by side. */
export function isCompared(problem: Problem): boolean {
  return duplicatesOf(problem).length > 0;
}

/** Opens the dialog that compares rows that a problem says may be one person; false where none does. */
export function compareDuplicates({ store }: Session, problems: readonly Problem[]): boolean {
  const rows = duplicatesAmong(problems);
  if (rows.length > 0) store.setState({ dialog: { kind: 'duplicates', rows } });
  return rows.length > 0;
}

/** Compares the row of the selected cell with its duplicates; says so where there are none, or too many. */
export function compareHere(session: Session, { checker }: Document): void {
  const active = session.store.getState().selection?.anchor;
  if (!active) return;
  const problems = checker.problemsOf(active.row);
  if (compareDuplicates(session, problems)) return;
  const hasMany = problems.some(({ code }) => DUPLICATE_CODES.has(code));
  sayDone(
    session,
    hasMany
      ? 'Too many rows share this to compare them side by side.'
      : 'No other row seems to be the same person as this one.',
  );
}

/**
 * Applies the best fix of the first problem of the selected cell that has one; says so where there is none. Of the whole
 * column of Team Leaders all are resolved at once; duplicates are compared.
 */
export function fixHere(session: Session, { checker }: Document): void {
  const { selection } = session.store.getState();
  const active = selection?.anchor;
  if (!active) return;
  if (selection.kind === 'columns' && active.position === AT.teamLeader) {
    resolveLeaders(session);
    return;
  }
  const problems = checker
    .problemsOf(active.row)
    .filter((problem) => positionOf(problem) === active.position);
  for (const problem of problems) {
    const [fix] = problem.fixes;
    if (fix === undefined) continue;
    applyFix(session, problem, fix);
    return;
  }
  if (compareDuplicates(session, problems)) return;
  const isWrong = problems.length > 0;
  sayDone(
    session,
    isWrong ? 'There is no sure fix here: type the right value.' : 'Nothing is wrong in this cell.',
  );
}

/** Applies every safe fix of the roster as one step, and says how many. */
export function fixAllSafe(session: Session, { roster, checker }: Document): void {
  const count = checker.safeFixCount;
  const what = count === 1 ? 'One safe fix' : `${count.toLocaleString('en-US')} safe fixes`;
  edit(session, 'Apply all safe fixes', safeFixes(roster, checker), () => {
    sayUndoable(session, `${what} applied.`);
  });
}

/** The column that shows a problem; one of the whole row shows where it would be mended. */
export function shownIn({ column, code }: Pick<Problem, 'column' | 'code'>): ColumnKey {
  return column ?? MENDED_IN.get(code) ?? 'role';
}

/** Problems that the dialog for leaders is about. */
export const LEADER_CODES: ReadonlySet<ProblemCode> = new Set([
  'leader.notFound',
  'leader.ambiguous',
  'leader.cannotManage',
]);

/** Whether the dialog for leaders is where a kind of problem is solved: nobody has one in common with all who lack theirs. */
export function isAboutLeaders({ code, column }: Pick<ProblemFilter, 'code' | 'column'>): boolean {
  return column === 'teamLeader' || (code !== null && LEADER_CODES.has(code));
}

/**
 * The header of a column that may say who everybody’s leader is, where so many people as there are have none; null where
 * there is no such column, and where some have one, so that the others may lead everybody.
 */
export function headerOfLeaders({ rows, columns }: Roster, without: number): string | null {
  if (without < rows.length) return null;
  return columns.carried.find(({ header }) => hintOf(header) === 'teamLeader')?.header ?? null;
}

/** Position of the cell that shows a problem. */
export function positionOf(problem: Problem): number {
  return AT[shownIn(problem)];
}

/** The codes of problems of whole rows. */
export const MENDED_IN: ReadonlyMap<ProblemCode, ColumnKey> = new Map([
  ['identifier.missing', 'email'],
  ['channels.none', 'phoneChannel'],
  ['person.twice', 'firstName'],
]);

function findProblem(
  document: Document,
  from: CellPlace | null,
  direction: 'next' | 'previous',
): CellPlace | null {
  const { checker, roster, shown } = document;
  const rows = displayedIn(document);
  const step = direction === 'next' ? 1 : -1;
  const fromRow = from && roster.byId.get(from.row);
  const limitAtStart = fromRow ? from.position : null;
  const start = fromRow
    ? (shown?.indexOf.get(fromRow.id) ?? fromRow.index)
    : direction === 'next'
      ? 0
      : rows.length - 1;
  // One row more than there are, so that the start row's cells before the start come last.
  for (let visited = 0; visited <= rows.length; visited += 1) {
    const row = rows[(start + step * visited + rows.length * 2) % rows.length];
    if (row === undefined) return null;
    const limit = visited === 0 ? limitAtStart : null;
    const position = cellWithProblem(row, checker, limit, step);
    if (position !== null) return { row: row.id, position };
  }
  return null;
}

function cellWithProblem(
  row: Row,
  checker: Document['checker'],
  after: number | null,
  step: 1 | -1,
): number | null {
  const positions = checker.problemsOf(row.id).map(positionOf);
  const ahead = after === null ? positions : positions.filter((position) => (position - after) * step > 0);
  if (ahead.length === 0) return null;
  return step === 1 ? Math.min(...ahead) : Math.max(...ahead);
}

/** Going through problems and fixing them. */
export const PROBLEM_COMMANDS = {
  'problems.next': rosterCommand({
    menu: 'Problems',
    title: 'Next problem',
    keys: ['F8'],
    run: (session) => {
      goToProblem(session, 'next');
    },
  }),
  'problems.previous': rosterCommand({
    menu: 'Problems',
    title: 'Previous problem',
    keys: ['Shift+F8'],
    run: (session) => {
      goToProblem(session, 'previous');
    },
  }),
  'problems.fixHere': rosterCommand({
    menu: 'Problems',
    title: 'Fix here',
    keys: ['Mod+.'],
    run: fixHere,
  }),
  'problems.resolveLeaders': rosterCommand({
    menu: 'Problems',
    title: 'Resolve leaders…',
    keys: ['Mod+F8'],
    run: resolveLeaders,
  }),
  'problems.compareDuplicates': rosterCommand({
    menu: 'Problems',
    title: 'Compare duplicates…',
    when: hasSelection,
    whyNot: 'No row is selected',
    run: compareHere,
  }),
  'problems.fixSafe': rosterCommand({
    menu: 'Problems',
    title: 'Apply all safe fixes',
    icon: IconWand,
    keys: ['Mod+Shift+.'],
    toolbar: {
      side: 'left',
      look: 'subtle',
      label: ({ document }) => {
        const count = document?.checker.safeFixCount ?? 0;
        return count === 0 ? 'No safe fixes' : `Fix ${count.toLocaleString('en-US')} safe`;
      },
      hint: 'Apply every fix that cannot lose or change meaning; one undo takes all of them back',
    },
    when: ({ checker }) => checker.safeFixCount > 0,
    whyNot: 'No safe fixes',
    run: fixAllSafe,
  }),
  'view.problems': rosterCommand({
    menu: 'View',
    group: 'Go to',
    title: 'Show or hide the problems panel',
    icon: IconLayoutSidebarRightExpand,
    keys: ['Mod+Shift+M'],
    toolbar: {
      side: 'right',
      look: 'icon',
      label: (state) => (isPanelShown(state) ? 'Hide the problems' : 'Show the problems'),
      pressed: isPanelShown,
      pressedIcon: IconLayoutSidebarRightCollapse,
    },
    run: ({ store }) => {
      // What stands in their place gives way to them.
      const problemsShown = !isPanelShown(store.getState());
      store.setState({ problemsShown, uploadShown: false, organizationView: null });
    },
  }),
} satisfies CommandTable;

function isPanelShown({ problemsShown, uploadShown, organizationView }: SessionState): boolean {
  return problemsShown && !uploadShown && organizationView === null;
}
