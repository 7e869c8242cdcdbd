import type { LeaderOutcome } from '../../shared/leaders/apply-leaders.ts';
import { REASON_WORDS } from '../../shared/leaders/leader-words.ts';
import type { LeaderLine, LeaderPlan, LineKind } from '../../shared/leaders/plan-leaders.ts';
import type { Match } from '../../shared/matching/answer.ts';
import { lineOf, type Roster } from '../../shared/roster/roster.ts';
import { type Leader, leaderName, referenceTo } from '../../shared/rules/roster-rules/leader-resolver.ts';
import { peopleOf } from '../app/session/people.ts';

/** One item of the list: the heading of a kind, or a reference below it. */
export type ListItem =
  | { readonly kind: 'heading'; readonly of: LineKind; readonly title: string; readonly note: string }
  | { readonly kind: 'line'; readonly line: LeaderLine };

/** What the items of a list are made of. */
export interface Listed {
  readonly plan: LeaderPlan;
  readonly teamKnown: boolean;
}

/** The lines of a plan with a heading above each kind. */
export function listItems({ plan, teamKnown }: Listed): readonly ListItem[] {
  return plan.lines.flatMap((line, at): ListItem[] => {
    const item: ListItem = { kind: 'line', line };
    if (plan.lines[at - 1]?.kind === line.kind) return [item];
    const count = plan.lines.filter(({ kind }) => kind === line.kind).length;
    return [headingOf(line, count, teamKnown), item];
  });
}

function headingOf({ kind, rows }: LeaderLine, count: number, teamKnown: boolean): ListItem {
  const words = HEADINGS[kind];
  const number = kind === 'none' ? rows.length : count;
  const note = kind === 'unknown' && !teamKnown ? `${words.note} ${TEAM_UNKNOWN}` : words.note;
  return { kind: 'heading', of: kind, title: `${words.title} (${number.toLocaleString('en-US')})`, note };
}

const TEAM_UNKNOWN = 'They may be in the current team, which is not known here.';

const HEADINGS: Readonly<Record<LineKind, { readonly title: string; readonly note: string }>> = {
  doubtful: { title: 'In doubt', note: 'Choose who is meant; it counts for every row with the same text.' },
  unknown: { title: 'Nobody found', note: 'Nobody known here is called that.' },
  none: {
    title: 'Leads everybody?',
    note: 'Agent Connect asks for a Team Leader on every row of a file. Choose somebody who is in Agent Connect already or who is in this roster; whoever leads everybody can be added there by hand first.',
  },
  sure: { title: 'Found', note: '' },
  named: { title: 'Named, but cannot manage teams yet', note: '' },
};

/** A person in one line: “Mara Quill · mara@example.com · line 2 · Team Leader · this roster”. */
export function describePerson(roster: Roster, match: Match<Leader>): string {
  const { person } = match;
  const row = person.row === null ? undefined : roster.byId.get(person.row);
  const place = row ? `line ${lineOf(row).toLocaleString('en-US')}` : '';
  const from = person.from === 'roster' ? 'this roster' : 'current team';
  const parts = [leaderName(person), referenceTo(match), place, person.role.trim(), from];
  return parts.filter((part) => part !== '').join(' · ');
}

/** Why somebody is proposed, and what they lack. */
export function whyOf(line: LeaderLine, { person, reason }: Match<Leader>): string {
  const lacks = person.manages === true ? [] : ['cannot manage teams yet'];
  const why = line.kind === 'none' ? [] : [REASON_WORDS[reason]];
  return [...why, ...lacks].join(', ');
}

/** How many people a doubtful line may mean, and the strongest reason for it. */
export function couldBe({ candidates, more }: LeaderLine, { reason }: Match<Leader>): string {
  const count = candidates.length + more;
  const who = count === 1 ? 'One person' : `${count.toLocaleString('en-US')} people`;
  return `${who} may be meant: ${REASON_WORDS[reason]}`;
}

/** People whom the list names for a line without a Team Leader. */
const MAX_NAMED = 3;

/** What a line is called: its text, or who has no Team Leader. */
export function titleOf(roster: Roster, { text, rows }: LeaderLine): string {
  if (text !== '') return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  const people = peopleOf(roster);
  const names = rows
    .slice(0, MAX_NAMED)
    .map((row) => people.nameOf(row) || `line ${people.lineOf(row).toLocaleString('en-US')}`);
  const more = rows.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more.toLocaleString('en-US')} more` : names.join(', ');
}

const LONGEST = 120;

/** The main button’s words; null where there is nothing to do. `isChosen` where not only those who are sure are applied. */
export function applyLabel(
  { references, lets }: LeaderOutcome,
  isChosen: boolean,
  letThem: boolean,
): string | null {
  if (references === 0) return letThem && lets.length > 0 ? `Let ${countOf(lets.length)} manage teams` : null;
  const number = references.toLocaleString('en-US');
  return isChosen ? `Apply ${number}` : `Apply ${number} sure ${references === 1 ? 'one' : 'ones'}`;
}

function countOf(count: number): string {
  return count === 1 ? 'one person' : `${count.toLocaleString('en-US')} people`;
}

/** What was done, in a sentence. */
export function doneSentence({ references, rows, lets }: LeaderOutcome, letThem: boolean): string {
  const leaders = `${rows.toLocaleString('en-US')} Team ${rows === 1 ? 'Leader' : 'Leaders'} resolved`;
  const named = references === 0 ? [] : [leaders];
  const allowed = letThem && lets.length > 0 ? [`${countOf(lets.length)} can manage teams now`] : [];
  const sentence = [...named, ...allowed].join('; ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

/** How things stand, in a sentence above the list. */
export function summarySentence({ fine, lines }: LeaderPlan): string {
  const count = (kinds: readonly LineKind[]): number =>
    lines.reduce((sum, line) => sum + (kinds.includes(line.kind) ? line.rows.length : 0), 0);
  const found = fine + count(['named', 'sure']);
  const all = found + count(['doubtful', 'unknown']);
  const [one, other] = [found, all].map((number) => number.toLocaleString('en-US'));
  return `${one} of ${other} Team Leaders are found.`;
}
