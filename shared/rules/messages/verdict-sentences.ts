import { assertNever } from '../../failures/result.ts';
import type { CheckedAgainst, Orphans, Unchecked, Verdict } from '../verdict.ts';
import { cut, listed, type People } from './words.ts';

/** A verdict in a few words, for a heading: “Ready: 250 people”, “Not checked: the leaders of 191 people”, “8 rows would be refused”. */
export function verdictTitle(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'errors':
      return `${number(verdict.refused)} ${verdict.refused === 1 ? 'row' : 'rows'} would be refused`;
    case 'notChecked':
      return `Not checked: ${uncheckedWords(verdict.unchecked)}`;
    case 'ready':
      return `Ready: ${peopleCount(verdict.rows)}`;
    case 'otherForm':
      return 'Not for Agent Connect';
    case 'nothing':
      if (verdict.unchanged === 0) return 'Nobody is left';
      return verdict.against.mode === 'update' ? 'Nothing to change' : 'Nobody to create';
    default:
      return assertNever(verdict);
  }
}

/** What stands behind a verdict, in sentences: what is refused, what was not checked, or what was checked. */
export function verdictSentences(verdict: Verdict, people: People, organization: string | null): string[] {
  switch (verdict.kind) {
    case 'errors':
      return [
        ...(verdict.orphans === null ? [] : [orphansSentence(verdict.orphans, people)]),
        ...uncheckedSentences(verdict.unchecked, verdict.against, people),
      ];
    case 'notChecked':
      return uncheckedSentences(verdict.unchecked, verdict.against, people);
    case 'ready':
      return [checkedSentence(verdict.against, organization)];
    case 'otherForm':
      return ['Agent Connect does not take this form of file, so nothing else is said about it.'];
    case 'nothing':
      return [nothingSentence(verdict.unchanged, verdict.against, organization)];
    default:
      return assertNever(verdict);
  }
}

function nothingSentence(unchanged: number, against: CheckedAgainst, organization: string | null): string {
  if (unchanged === 0) return 'Every row is left out: only the header row would be written.';
  const who = unchanged === 1 ? 'The one person here is' : `All ${number(unchanged)} people are`;
  const team = teamWords(against, organization);
  return against.mode === 'update'
    ? `${who} as in ${team}: there is nothing to change.`
    : `${who} in ${team} already: there is nobody to create.`;
}

/** What was checked, against what and of which date. */
export function checkedSentence(against: CheckedAgainst, organization: string | null): string {
  const lists = [
    ...(against.roles === null ? [] : [`${number(against.roles)} ${against.roles === 1 ? 'role' : 'roles'}`]),
    ...(against.groups === null
      ? []
      : [`${number(against.groups)} ${against.groups === 1 ? 'group' : 'groups'}`]),
  ];
  const names = lists.length === 0 ? '' : `, and names with the organization’s ${listed(lists)}`;
  return `Every cell was checked. People and their leaders were compared with ${teamWords(against, organization)}${names}.`;
}

/** “Acme Support’s current team of 28 November 2026 (237 people)”. */
function teamWords({ team }: CheckedAgainst, organization: string | null): string {
  if (team === null) return 'Agent Connect';
  const whose = organization === null ? 'the current team' : `${organization}’s current team`;
  return `${whose} of ${dayOf(team.takenAt)} (${peopleCount(team.people)})`;
}

/** An ISO date and time as the local day: “28 November 2026”. */
function dayOf(iso: string): string {
  return new Date(iso).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
}

/** What was not checked, in a few words: the first of it, and how much else there is. */
function uncheckedWords(unchecked: readonly Unchecked[]): string {
  const words = unchecked.map((one) => {
    switch (one.what) {
      case 'leaders':
      case 'leftOutLeaders':
        return one.count === 1 ? 'the leader of 1 person' : `the leaders of ${peopleCount(one.count)}`;
      case 'people':
        return 'who is in Agent Connect already';
      case 'roles':
      case 'groups':
        return namesCount(one.what, one.count);
      default:
        return assertNever(one);
    }
  });
  const [first = '', ...others] = new Set(words);
  return others.length > 1
    ? `${first} and ${number(others.length)} other things`
    : listed([first, ...others]);
}

/** One sentence for the leaders, one for those who are left out, and one for all that only Agent Connect knows. */
function uncheckedSentences(
  unchecked: readonly Unchecked[],
  against: CheckedAgainst,
  people: People,
): string[] {
  const sentences = unchecked.flatMap((one) => {
    if (one.what === 'leaders') return [leadersSentence(one)];
    if (one.what === 'leftOutLeaders')
      return [
        `${leftOut(one, people)}, and no current team is known: ${one.leaders.length === 1 ? 'that leader' : 'those leaders'} may not be in Agent Connect.`,
      ];
    return [];
  });
  return [...sentences, ...unknownSentence(unchecked, against)];
}

function unknownSentence(unchecked: readonly Unchecked[], { team }: CheckedAgainst): string[] {
  const exist = existWords(unchecked);
  const count = unchecked.find(({ what }) => what === 'people')?.count ?? 0;
  if (team !== null)
    return exist === '' ? [] : [`The organization’s lists are not known, so Rollcall cannot tell ${exist}.`];
  if (count === 0) return exist === '' ? [] : [`Without the current team, Rollcall cannot tell ${exist}.`];
  const who = count === 1 ? 'this person is' : `some of the ${number(count)} people are`;
  const nor = exist === '' ? '' : `, nor ${exist}`;
  return [`Without the current team, Rollcall cannot tell whether ${who} in Agent Connect already${nor}.`];
}

/** “whether the 2 roles and the group exist in Agent Connect”; empty for no names. */
function existWords(unchecked: readonly Unchecked[]): string {
  const names = unchecked.flatMap((one) => (one.what === 'roles' || one.what === 'groups' ? [one] : []));
  if (names.length === 0) return '';
  const words = names.map(({ what, count }, place) => {
    if (count !== 1) return namesCount(what, count);
    return place === 0 ? what.slice(0, -1) : `the ${what.slice(0, -1)}`;
  });
  const isOne = names.length === 1 && names[0]?.count === 1;
  return `whether the ${listed(words)} ${isOne ? 'exists' : 'exist'} in Agent Connect`;
}

function leadersSentence({ count, byName }: Extract<Unchecked, { what: 'leaders' }>): string {
  const who = count === 1 ? 'The leader of 1 person is' : `The leaders of ${number(count)} people are`;
  const sentence = `${who} not in this roster, and no current team is known.`;
  if (byName === 0) return sentence;
  return `${sentence} ${byNameWords(count, byName)} given by name, and Agent Connect takes only an email address or an employee ID.`;
}

function byNameWords(count: number, byName: number): string {
  if (count === 1) return 'The leader is';
  if (byName === count) return 'They are';
  return `${number(byName)} of them ${byName === 1 ? 'is' : 'are'}`;
}

function orphansSentence(orphans: Orphans, people: People): string {
  return `${leftOut(orphans, people)} and is not in Agent Connect, which would refuse ${orphans.count === 1 ? 'that row' : 'those rows'} too.`;
}

/** “2 rows have a Team Leader who is left out (Ana Ruiz)”. */
function leftOut({ count, leaders }: Orphans, people: People): string {
  const who = count === 1 ? '1 row has' : `${number(count)} rows have`;
  return `${who} a Team Leader who is left out (${nameSome(leaders.map((leader) => nameOf(leader, people)))})`;
}

function nameOf(row: Orphans['leaders'][number], people: People): string {
  return people.nameOf(row) || `line ${people.lineOf(row)}`;
}

/** Names that a sentence lists before it only counts. */
const MAX_NAMED = 3;

/** The first of several names, and how many more there are: “Ana, Bob, Cem and 4 more”. */
export function nameSome(names: readonly string[]): string {
  const rest = names.length - MAX_NAMED;
  const named = names.slice(0, MAX_NAMED).map(cut).join(', ');
  return rest > 0 ? `${named} and ${number(rest)} more` : named;
}

function namesCount(what: 'roles' | 'groups', count: number | null): string {
  if (count === null) return what;
  return `${number(count)} ${count === 1 ? what.slice(0, -1) : what}`;
}

function peopleCount(count: number): string {
  return count === 1 ? '1 person' : `${number(count)} people`;
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
