import { AT } from '../../../shared/person/catalogue.ts';
import type { Match } from '../../../shared/matching/answer.ts';
import { lineOf, type Roster } from '../../../shared/roster/roster.ts';
import type { Leader } from '../../../shared/rules/roster-rules/leader-resolver.ts';
import { runPaced } from '../../app/session/pace.ts';
import type { Session } from '../../app/session/session.ts';
import { documentOf } from '../view/grid-view.ts';
import { ListPopup, type ShownChoices } from './list-popup.ts';
import { type Choice, plainChoice } from './choices.ts';
import type { Host } from './popup.ts';
import { type Candidate, candidateOfLeader, keyOf, referenceTo } from './leader-candidates.ts';
import { findLeaders, LeaderIndex } from './leader-index.ts';

/** People that the list shows at a time: several times as many as are in sight, and few enough to draw at every key. */
const MOST = 30;

/** A text that may be the beginning of a name: one of an address or ID may be that of somebody who is not here. */
const NAME = /^[^\d@]{2,}$/;

/**
 * The list of people for Team Leader, found by name, email or ID. A person is taken by a click, when the user has moved
 * to them, or when nobody else can be meant by what was typed, who is marked before any key; any other text stays as it
 * was typed. For one who cannot manage teams the list asks whether that is to be set as well, in the same undo step.
 */
export class LeaderPopup extends ListPopup {
  readonly #index = leaderIndexOf(this.host.session);
  readonly #stop = new AbortController();
  #found: readonly Candidate[] = [];
  /** Who was taken and cannot manage teams, while the list asks about it. */
  #asked: Candidate | null = null;
  /** Whether they were taken for every selected cell. */
  #everywhere = false;

  constructor(host: Host) {
    super(host, { twoLines: true });
    void this.#fill();
  }

  override destroy(): void {
    this.#stop.abort();
    super.destroy();
  }

  protected offer(typed: string | null): ShownChoices | null {
    const { roster } = documentOf(this.host);
    const found = findLeaders(this.#index.candidates(), typed ?? '', MOST);
    const { people, more, meant } = this.#withMeant(found, typed?.trim() ?? '');
    const [only] = people;
    this.#asked = null;
    this.#found = people;
    if (people.length === 1 && only?.canManage === true && referenceTo(only) === typed) return null;
    const { value } = this.host.field;
    return {
      choices: people.map((person) => describeLeader(roster, person)),
      more,
      isChosen: (choice) => choice.value === value,
      foot: this.#foot(people.length === 0 && typed !== ''),
      marked: meant,
    };
  }

  protected choose(index: number, everywhere = false): boolean {
    if (this.#asked !== null) {
      this.#everywhere ||= everywhere;
      this.#answer(this.#asked, index === 0);
      return true;
    }
    const person = this.#found[index];
    if (person === undefined) return true;
    if (!person.canManage && person.row !== null) {
      this.#everywhere = everywhere;
      this.#ask(person);
      return false;
    }
    this.host.setText(referenceTo(person));
    this.list.close();
    return true;
  }

  /**
   * The people found, and the place of the one who is meant by what was typed: the resolver's where it is sure, else the
   * only one of whose name the text is a part. Where nobody's is, those come whom the resolver thinks of.
   */
  #withMeant({ people, more }: ReturnType<typeof findLeaders>, typed: string) {
    if (typed === '') return { people, more, meant: null };
    const answer = documentOf(this.host).checker.leaders.find(typed);
    if (answer.kind === 'sure') return withFirst(people, more, answer.match);
    if (people.length > 0 || answer.kind === 'unknown')
      return { people, more, meant: people.length === 1 && more === 0 && NAME.test(typed) ? 0 : null };
    const thoughtOf = answer.candidates.flatMap(({ person }) => candidateOfLeader(person) ?? []);
    return { people: thoughtOf, more: answer.more, meant: null };
  }

  async #fill(): Promise<void> {
    // Made on the way, so that the first key need not wait for it.
    await runPaced(documentOf(this.host).checker.leaders.preparing(), this.#stop.signal);
    if (this.#index.isComplete) return;
    const filled = await runPaced(this.#index.fill(), this.#stop.signal);
    if (filled && this.list.isOpen && this.#asked === null && this.list.marked === null) this.show();
  }

  #foot(isNobody: boolean): string {
    if (!this.#index.isComplete) return 'Looking through the roster…';
    return isNobody ? 'Nobody here is called that. Any email address or ID can be typed.' : '';
  }

  #ask(person: Candidate): void {
    this.#asked = person;
    const name = nameOf(person);
    const both = plainChoice(`Choose ${name} and let them manage teams`, 'sets Can Manage Teams to y');
    const one = plainChoice(`Choose ${name} only`, 'an error until they can manage teams');
    this.list.show({
      choices: [both, one],
      more: 0,
      isChosen: () => false,
      foot: `${name} cannot manage teams yet.`,
      marked: 0,
    });
  }

  #answer(person: Candidate, lets: boolean): void {
    const { row } = person;
    const also = lets && row !== null ? [{ row, position: AT.canManageTeams, to: 'y' }] : [];
    this.host.finishWith(referenceTo(person), also, this.#everywhere);
  }
}

/** The people with the one first who is meant; not marked where the text is how a cell names them already. */
function withFirst(people: readonly Candidate[], more: number, { person, reason }: Match<Leader>) {
  const meant = candidateOfLeader(person);
  if (meant === null) return { people, more, meant: null };
  const all = [meant, ...people.filter((other) => keyOf(other) !== keyOf(meant))];
  const isNamed = reason === 'email' || reason === 'id';
  return {
    people: all.slice(0, MOST),
    more: more + Math.max(0, all.length - MOST),
    meant: isNamed ? null : 0,
  };
}

/** A person as an entry of the list: who it is, and whether a team can be theirs. */
function describeLeader(roster: Roster, person: Candidate): Choice {
  const { email, employeeId, role, canManage } = person;
  const row = person.row === null ? undefined : roster.byId.get(person.row);
  const place = row ? `line ${lineOf(row)}` : 'in the current team';
  const parts = [email, employeeId, role, place];
  return {
    value: referenceTo(person),
    name: nameOf(person),
    note: canManage ? 'can manage teams' : 'cannot manage teams',
    detail: parts.filter((part) => part !== '').join(' · '),
  };
}

/** What to call a person who may have no name yet. */
function nameOf(person: Candidate): string {
  return person.name === '' ? referenceTo(person) : person.name;
}

const indexes = new WeakMap<object, LeaderIndex>();

/**
 * The leaders of a session's open roster and of the current team that it is checked against, kept by every change from
 * the first time that they are asked for.
 */
function leaderIndexOf(session: Session): LeaderIndex {
  const { roster, checker } = documentOf({ session });
  const known = indexes.get(roster);
  const { team } = checker.settings;
  if (known?.team === team) return known;
  const index = new LeaderIndex(roster, team);
  indexes.set(roster, index);
  const stop = session.store.subscribe(({ document }, before) => {
    if (document?.roster !== roster || indexes.get(roster) !== index) stop();
    else if (document.version !== before.document?.version)
      index.touch(document.touched.rows, document.touched.structure);
  });
  return index;
}
