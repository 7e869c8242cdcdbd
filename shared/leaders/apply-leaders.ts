import { AT } from '../person/catalogue.ts';
import type { Match } from '../matching/answer.ts';
import type { PendingChange } from '../roster/change.ts';
import { type CellText, setCells } from '../roster/edits.ts';
import type { Roster, RowId } from '../roster/roster.ts';
import { YES } from '../rules/assumptions.ts';
import { type Leader, mayBeLet, referenceTo } from '../rules/roster-rules/leader-resolver.ts';
import type { LeaderLine, LeaderPlan } from './plan-leaders.ts';

/** What a line’s rows get as their Team Leader. */
export interface ChosenLeader {
  readonly to: string;
  /** The leader’s row, where it is one of the roster. */
  readonly row: RowId | null;
  /** Whether the leader cannot manage teams, and the roster could say that they can. */
  readonly mayBeLet: boolean;
}

/** By the text of a line, what the user chose for it; null for “leave it as it is”. */
export type LeaderChoices = ReadonlyMap<string, ChosenLeader | null>;

/** What choosing a candidate comes to. */
export function chosenBy(match: Match<Leader>): ChosenLeader {
  return { to: referenceTo(match), row: match.person.row, mayBeLet: mayBeLet(match.person) };
}

/** What becomes of a line: what was chosen, else the person who is sure; null where it stays as it is. */
export function chosenFor(line: LeaderLine, choices: LeaderChoices): ChosenLeader | null {
  const chosen = choices.get(line.text);
  if (chosen !== undefined) return chosen;
  const [match] = line.candidates;
  // Stryker disable next-line ConditionalExpression: who is named or sure is among the candidates
  if (match === undefined) return null;
  if (line.kind === 'named') return { ...chosenBy(match), to: line.text };
  return line.kind === 'sure' ? chosenBy(match) : null;
}

/** What applying a plan would do. */
export interface LeaderOutcome {
  /** Lines whose leader is found or chosen, and the rows that have them. */
  readonly references: number;
  readonly rows: number;
  /** Leaders who cannot manage teams and are let. */
  readonly lets: readonly RowId[];
  /** Rows whose Team Leader stays as it is although nobody is known by it. */
  readonly left: number;
}

/** Adds up what applying a plan under the user’s choices would do. */
export function outcomeOf({ lines }: LeaderPlan, choices: LeaderChoices): LeaderOutcome {
  const lets = new Set<RowId>();
  const outcome = { references: 0, rows: 0, left: 0 };
  for (const line of lines) {
    const chosen = chosenFor(line, choices);
    if (chosen?.mayBeLet === true && chosen.row !== null) lets.add(chosen.row);
    if (line.kind === 'named') continue;
    if (chosen === null) outcome.left += line.rows.length;
    else {
      outcome.references += 1;
      outcome.rows += line.rows.length;
    }
  }
  return { ...outcome, lets: [...lets] };
}

/**
 * The change that gives every row of a plan the leader who was found or chosen, and lets those leaders manage teams who
 * cannot yet, where that is wanted. Nobody becomes their own leader.
 */
export function* applyLeaders(
  roster: Roster,
  plan: LeaderPlan,
  choices: LeaderChoices,
  letThem: boolean,
): PendingChange {
  const texts: CellText[] = [];
  for (const line of plan.lines) {
    const chosen = chosenFor(line, choices);
    if (chosen === null || line.kind === 'named') continue;
    for (const row of line.rows)
      if (row !== chosen.row) texts.push({ row, position: AT.teamLeader, to: chosen.to });
  }
  if (letThem)
    for (const row of outcomeOf(plan, choices).lets)
      texts.push({ row, position: AT.canManageTeams, to: YES });
  return yield* setCells(roster, texts);
}
