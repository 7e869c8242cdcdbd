import type { Match } from '../../matching/answer.ts';
import type { RowId } from '../../roster/roster.ts';
import { YES } from '../assumptions.ts';
import type { PersonRef, Suggestion } from '../facts.ts';
import type { Fix } from '../problem.ts';
import type { RowFinding } from '../row-rules.ts';
import { type Leader, type LeaderAnswer, leaderName, mayBeLet, referenceTo } from './leader-resolver.ts';

/** What a finding about a reference that names nobody is made from. */
export interface NotFoundSources {
  readonly teamKnown: boolean;
  /** Whom a reference means that names nobody as it stands. */
  readonly find: (reference: string) => LeaderAnswer;
}

/** People who are named, and offered, for a reference that nobody has. */
const MAX_OFFERED = 3;

/** `leader.notFound`: one finding for all rows with the reference. Who was meant is looked up when someone asks. */
export function notFound(value: string, { find, teamKnown }: NotFoundSources): RowFinding {
  return {
    code: 'leader.notFound',
    column: 'teamLeader',
    facts: {
      value,
      teamKnown,
      get suggestions() {
        return candidatesOf(find(value)).slice(0, MAX_OFFERED).map(suggestionOf);
      },
    },
    fixes: (row) =>
      candidatesOf(find(value))
        .slice(0, MAX_OFFERED)
        .map((match) => fixBy(row, match)),
  };
}

function candidatesOf(answer: LeaderAnswer): readonly Match<Leader>[] {
  if (answer.kind === 'unknown') return [];
  return answer.kind === 'sure' ? [answer.match] : answer.candidates;
}

function suggestionOf(match: Match<Leader>): Suggestion {
  const { person, reason } = match;
  const { row } = person;
  return { value: referenceTo(match), reason, person: row === null ? { name: leaderName(person) } : { row } };
}

/** Names the person, and lets one of the roster manage teams who cannot yet. */
function fixBy(row: RowId, match: Match<Leader>): Fix {
  const { person } = match;
  const named = { row, column: 'teamLeader', to: referenceTo(match) } as const;
  if (!mayBeLet(person)) return { safe: false, changes: [named] };
  return { safe: false, changes: [named, letting(person.row)] };
}

/** The change that lets somebody manage teams. */
function letting(row: RowId): Fix['changes'][number] {
  return { row, column: 'canManageTeams', to: YES };
}

/** `leader.deactivated`. */
export function deactivated(value: string, leader: PersonRef): RowFinding {
  return { code: 'leader.deactivated', column: 'teamLeader', facts: { value, leader }, fixes: [] };
}

/** `leader.cannotManage`; a leader of the roster can be let. */
export function cannotManage(value: string, leader: PersonRef): RowFinding {
  return {
    code: 'leader.cannotManage',
    column: 'teamLeader',
    facts: { value, leader },
    fixes: 'row' in leader ? [{ safe: false, changes: [letting(leader.row)] }] : [],
  };
}

/** `leader.ambiguous`: people who have the reference as email or ID; none are named where they are too many. */
export function ambiguous(value: string, people: readonly PersonRef[]): RowFinding {
  return {
    code: 'leader.ambiguous',
    column: 'teamLeader',
    facts: { value, people, many: people.length === 0 },
    fixes: [],
  };
}

/** `leader.self`. */
export function selfLed(value: string): RowFinding {
  return { code: 'leader.self', column: 'teamLeader', facts: { value }, fixes: [] };
}

/** `leader.cycle`, of the rows that lead in a circle. */
export function inCycle(chain: readonly RowId[]): RowFinding {
  return { code: 'leader.cycle', column: 'teamLeader', facts: { chain }, fixes: [] };
}
