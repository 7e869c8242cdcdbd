import { AT } from '../person/catalogue.ts';
import type { Match } from '../matching/answer.ts';
import type { CurrentTeam } from '../person/team-member.ts';
import { cellAt, type Roster, type RowId } from '../roster/roster.ts';
import { inSlices, type SlicedWork, within } from '../roster/sliced-work.ts';
import { cleaned } from '../rules/cell-rules/clean-text.ts';
import { isPlaceholder } from '../rules/cell-rules/placeholders.ts';
import type { Checker } from '../rules/checker.ts';
import { type Leader, type LeaderAnswer, leaderOf, mayBeLet } from '../rules/roster-rules/leader-resolver.ts';
import { isBlankRow } from '../rules/touched-rows.ts';

/**
 * How far a reference is known: one person `sure`ly, several `doubtful`ly or nobody (`unknown`); `named` where it names
 * somebody as Agent Connect takes it, who cannot manage teams yet; `none` for those without a Team Leader.
 */
export type LineKind = 'none' | 'unknown' | 'doubtful' | 'sure' | 'named';

/** One distinct text of Team Leader that needs something, with all rows that have it. */
export interface LeaderLine {
  readonly kind: LineKind;
  /** Empty for those without a Team Leader. */
  readonly text: string;
  readonly rows: readonly RowId[];
  /** Who may be meant, the likeliest first; one where it is sure. */
  readonly candidates: readonly Match<Leader>[];
  /** Candidates beyond these. */
  readonly more: number;
}

/** What the Team Leaders of a roster need, the doubtful ones first. */
export interface LeaderPlan {
  readonly lines: readonly LeaderLine[];
  /** People whose Team Leader is right as it is. */
  readonly fine: number;
}

/** Rows, and references, between two pauses. */
const ROWS = 2000;
const REFERENCES = 100;

/** People of the current team who are proposed to those without a leader. */
const MAX_ABOVE = 10;

const ORDER: readonly LineKind[] = ['doubtful', 'unknown', 'none', 'sure', 'named'];

/**
 * Finds out whom each distinct Team Leader of a roster means, once for all rows that have it. References that name
 * somebody by address or ID, who can manage teams, need nothing and are only counted.
 */
export function* planLeaders(
  roster: Roster,
  { leaders, settings }: Pick<Checker, 'leaders' | 'settings'>,
): SlicedWork<LeaderPlan> {
  yield* within(leaders.preparing(), 0, 0.4);
  const byText = new Map<string, RowId[]>();
  yield* within(
    inSlices(roster.rows, ROWS, (row) => {
      if (isBlankRow(row.cells)) return;
      const typed = cleaned(cellAt(row, AT.teamLeader));
      // N/A names nobody, and asks nobody to be looked for.
      const text = isPlaceholder(typed) ? '' : typed;
      // In a bulk update an empty cell leaves the leader as Agent Connect has them.
      if (text === '' && settings.mode === 'update') return;
      const rows = byText.get(text);
      if (rows) rows.push(row.id);
      else byText.set(text, [row.id]);
    }),
    0.4,
    0.5,
  );
  const lines: LeaderLine[] = [];
  let fine = 0;
  yield* within(
    inSlices([...byText], REFERENCES, ([text, rows]) => {
      const line = text === '' ? topLine(rows, settings.team) : lineOf(text, rows, leaders.find(text));
      if (line === null) fine += rows.length;
      else lines.push(line);
    }),
    0.5,
    1,
  );
  return { lines: lines.sort(compareLines), fine };
}

function lineOf(text: string, rows: readonly RowId[], answer: LeaderAnswer): LeaderLine | null {
  switch (answer.kind) {
    case 'unknown':
      return { kind: 'unknown', text, rows, candidates: [], more: 0 };
    case 'doubtful':
      return { kind: 'doubtful', text, rows, candidates: answer.candidates, more: answer.more };
    case 'sure': {
      const { person, reason } = answer.match;
      const isNamed = reason === 'email' || reason === 'id';
      if (isNamed && !mayBeLet(person)) return null;
      return { kind: isNamed ? 'named' : 'sure', text, rows, candidates: [answer.match], more: 0 };
    }
  }
}

/** Those without a leader may report to somebody of the current team: first to those whom nobody leads there. */
function topLine(rows: readonly RowId[], team: CurrentTeam | null): LeaderLine {
  const managers = (team?.people ?? []).filter(
    ({ canManageTeams, deactivated }) => canManageTeams && !deactivated,
  );
  const above = [
    ...managers.filter(({ teamLeader }) => teamLeader === ''),
    ...managers.filter(({ teamLeader }) => teamLeader !== ''),
  ].slice(0, MAX_ABOVE);
  const candidates = above.flatMap((member, place): Match<Leader>[] => {
    const person = leaderOf(member, { row: null, place, manages: true, from: 'team' });
    return person === null ? [] : [{ person, reason: 'email' }];
  });
  return { kind: 'none', text: '', rows, candidates, more: managers.length - above.length };
}

/** By kind, then by how many rows a line is about, then by text. */
function compareLines(one: LeaderLine, other: LeaderLine): number {
  const byKind = ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind);
  return byKind || other.rows.length - one.rows.length || (one.text < other.text ? -1 : 1);
}
