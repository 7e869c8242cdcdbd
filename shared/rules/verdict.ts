import { AT } from '../person/catalogue.ts';
import type { CurrentTeam } from '../person/team-member.ts';
import { cellAt, type Roster, type RowId } from '../roster/roster.ts';
import { comparable } from './cell-rules/clean-text.ts';
import { groupNames } from './cell-rules/groups.ts';
import type { Checker } from './checker.ts';
import { isPersonsName } from './messages/leader-sentences.ts';
import type { ProblemCode } from './problem.ts';
import type { Settings } from './settings.ts';

/** Errors of one kind, and how many there are. */
export interface ErrorKind {
  readonly code: ProblemCode;
  readonly count: number;
}

/** Rows whose Team Leader is left out of the file that they are in. */
export interface Orphans {
  readonly count: number;
  readonly leaders: readonly RowId[];
}

/** Something that Agent Connect will check and that could not be checked here. */
export type Unchecked =
  /** Team Leaders whom nobody in the roster is, by the rows that name them; `byName` of these are no email and no ID. */
  | { readonly what: 'leaders'; readonly count: number; readonly byName: number }
  | ({ readonly what: 'leftOutLeaders' } & Orphans)
  /** Whether people are in Agent Connect already. */
  | { readonly what: 'people'; readonly count: number }
  /** Names that are in no list of the organization's; null where they were not counted. */
  | { readonly what: 'roles' | 'groups'; readonly count: number | null };

/** What rows were held against. */
export interface CheckedAgainst {
  readonly mode: Settings['mode'];
  readonly team: { readonly people: number; readonly takenAt: string } | null;
  /** How many names the organization's lists have; null where there is no list. */
  readonly roles: number | null;
  readonly groups: number | null;
  /** The day by which dates were judged, as YYYY-MM-DD. */
  readonly today: string;
}

interface Judged {
  /** Rows that it is about. */
  readonly rows: number;
  readonly against: CheckedAgainst;
}

/**
 * What Agent Connect would make of rows, as far as that can be known: `errors` are rows that it would refuse, `ready`
 * is said only where everything was checked, `nothing` where there is nobody to create or change, and `otherForm` of a
 * file without errors that is for other programs.
 */
export type Verdict =
  | (Judged & {
      readonly kind: 'errors';
      /** Rows with at least one error. */
      readonly refused: number;
      /** The most frequent first. */
      readonly kinds: readonly ErrorKind[];
      /** Rows that are refused because their leader is not in the file and not in Agent Connect. */
      readonly orphans: Orphans | null;
      readonly unchecked: readonly Unchecked[];
    })
  | (Judged & { readonly kind: 'notChecked'; readonly unchecked: readonly Unchecked[] })
  | (Judged & { readonly kind: 'ready' | 'otherForm' })
  | (Judged & {
      readonly kind: 'nothing';
      /** Rows that say what Agent Connect has. */
      readonly unchanged: number;
    });

/** What a verdict is made from. */
export interface VerdictFacts extends Judged {
  readonly unchanged: number;
  readonly refused: number;
  readonly kinds: readonly ErrorKind[];
  readonly orphans: Orphans | null;
  readonly unchecked: readonly Unchecked[];
}

/** The verdict on counted rows: errors before what was not checked, and ready only where there is neither. */
export function verdictOf(facts: VerdictFacts): Verdict {
  const { rows, against, refused, kinds, orphans, unchecked, unchanged } = facts;
  if (refused > 0) return { kind: 'errors', rows, against, refused, kinds, orphans, unchecked };
  if (rows === 0) return { kind: 'nothing', rows, against, unchanged };
  if (unchecked.length > 0) return { kind: 'notChecked', rows, against, unchecked };
  return { kind: 'ready', rows, against };
}

/** The verdict on rows in a form that Agent Connect takes, or that it does not take. */
export function inForm(verdict: Verdict, isAccepted: boolean): Verdict {
  const { kind, rows, against } = verdict;
  if (isAccepted || kind === 'errors' || kind === 'nothing') return verdict;
  return { kind: 'otherForm', rows, against };
}

/** The rows of a planned file, or those that a plan would send. */
export interface JudgedRows {
  readonly written: readonly RowId[];
  /** Rows that are left out because they would change nothing. */
  readonly unchanged: number;
  readonly orphaned: readonly { readonly row: RowId; readonly leader: RowId }[];
}

type Source = Pick<Checker, 'problemsOf' | 'problemRows' | 'settings' | 'comparison'>;

/** Rows between two pauses of the counting. */
const SLICE = 5000;

/** Judges the rows of a file; pauses every few milliseconds. */
export function* judgingRows(
  { written, unchanged, orphaned }: JudgedRows,
  roster: Roster,
  checker: Source,
): Generator<void, Verdict> {
  const { settings } = checker;
  const { refused, kinds, leaders, byName } = yield* countingProblems(written, checker);
  const apart = orphaned.filter(({ leader }) => !isInAgentConnect(leader, checker));
  const orphans: Orphans | null =
    apart.length === 0
      ? null
      : { count: apart.length, leaders: [...new Set(apart.map(({ leader }) => leader))] };
  if (orphans !== null && settings.team !== null) for (const { row } of apart) refused.add(row);
  return verdictOf({
    rows: written.length,
    unchanged,
    refused: refused.size,
    kinds,
    orphans: settings.team === null ? null : orphans,
    against: checkedAgainst(settings),
    unchecked: [
      ...(leaders > 0 ? [{ what: 'leaders', count: leaders, byName } as const] : []),
      ...(settings.team === null && orphans !== null
        ? [{ what: 'leftOutLeaders', ...orphans } as const]
        : []),
      ...(settings.team === null ? [{ what: 'people', count: written.length } as const] : []),
      ...(yield* findingNames(written, roster, settings)),
    ],
  });
}

/**
 * The verdict on a whole roster from counts that are there already, for what is shown at every change: what is not
 * checked has no count where finding it would take a walk over all rows.
 */
export function verdictAtOnce(
  { rows }: Roster,
  checker: Pick<Checker, 'counts' | 'settings' | 'comparison'>,
): Verdict {
  const { counts, comparison, settings } = checker;
  const unchanged = comparison?.counts.unchanged ?? 0;
  const leaders = settings.team === null ? (counts.byCode.get('leader.notFound') ?? 0) : 0;
  return verdictOf({
    rows: rows.length - unchanged,
    unchanged,
    refused: counts.rowsWithErrors,
    kinds: [],
    orphans: null,
    against: checkedAgainst(settings),
    unchecked: [
      ...(leaders > 0 ? [{ what: 'leaders', count: leaders, byName: 0 } as const] : []),
      ...(settings.team === null ? [{ what: 'people', count: rows.length } as const] : []),
      ...(settings.roles === null ? [{ what: 'roles', count: null } as const] : []),
      ...(settings.groups === null ? [{ what: 'groups', count: null } as const] : []),
    ],
  });
}

/** What the rules hold rows against. */
export function checkedAgainst({ mode, team, roles, groups, today }: Settings): CheckedAgainst {
  const counts = { roles: roles?.length ?? null, groups: groups?.length ?? null };
  return { mode, team: team && headOf(team), ...counts, today };
}

function headOf({ people, takenAt }: CurrentTeam): CheckedAgainst['team'] {
  return { people: people.length, takenAt };
}

/** Counts the errors of rows by kind, and the leaders whom only the current team could tell. */
function* countingProblems(written: readonly RowId[], checker: Source) {
  // Rows without problems need no check: of 100,000 rows few have any.
  const inFile = new Set<RowId>();
  for (const [count, row] of written.entries()) {
    if (count % SLICE === SLICE - 1) yield;
    inFile.add(row);
  }
  const counts = new Map<ProblemCode, number>();
  const refused = new Set<RowId>();
  let [leaders, byName, seen] = [0, 0, 0];
  for (const row of checker.problemRows()) {
    seen += 1;
    if (seen % SLICE === 0) yield;
    if (!inFile.has(row)) continue;
    for (const problem of checker.problemsOf(row)) {
      if (problem.severity === 'error') {
        refused.add(row);
        counts.set(problem.code, (counts.get(problem.code) ?? 0) + 1);
      } else if (problem.code === 'leader.notFound') {
        leaders += 1;
        if (isPersonsName(problem.facts.value)) byName += 1;
      }
    }
  }
  return { refused, kinds: kindsOf(counts), leaders, byName };
}

/** Counted errors as a verdict has them, the most frequent first. */
export function kindsOf(counts: ReadonlyMap<ProblemCode, number>): ErrorKind[] {
  return [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count);
}

/** Counts the different roles and groups that rows name where the organization's are not known. */
export function* findingNames(
  written: readonly RowId[],
  roster: Roster,
  { roles, groups }: Settings,
): Generator<void, Unchecked[]> {
  const cells = { roles: new Set<string>(), groups: new Set<string>() };
  for (const [count, id] of written.entries()) {
    if (count % SLICE === SLICE - 1) yield;
    const row = roster.byId.get(id);
    if (row === undefined) continue;
    if (roles === null) cells.roles.add(cellAt(row, AT.role));
    if (groups === null) cells.groups.add(cellAt(row, AT.groups));
  }
  const found = {
    roles: new Set([...cells.roles].map(comparable).filter((name) => name !== '')),
    groups: new Set([...cells.groups].flatMap((text) => groupNames(text) ?? [])),
  };
  return (['roles', 'groups'] as const).flatMap((what) =>
    found[what].size > 0 ? [{ what, count: found[what].size }] : [],
  );
}

/** Whether a row's person is in the current team, by what the rules have found. */
function isInAgentConnect(row: RowId, checker: Source): boolean {
  const compared = checker.comparison?.of(row);
  if (compared) return compared.kind !== 'new';
  return checker.problemsOf(row).some(({ code }) => code === 'person.exists');
}
