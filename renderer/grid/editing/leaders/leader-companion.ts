import { AT } from '../../../../shared/columns/catalogue.ts';
import { runPaced } from '../../../session/pace.ts';
import { documentOf } from '../../grid-view.ts';
import { plainChoice } from '../choices/choice.ts';
import type { ShownChoices } from '../choices/choice-list.ts';
import { ListCompanion } from '../choices/list-companion.ts';
import type { Host } from '../companion.ts';
import { type Candidate, referenceTo } from './candidate.ts';
import { describeLeader, nameOf } from './describe-leader.ts';
import { findLeaders } from './find-leaders.ts';
import { leaderIndexOf } from './leader-index-of.ts';

/** People that the list shows at a time: several times as many as are in sight, and few enough to draw at every key. */
const MOST = 30;

/**
 * The list of people for Team Leader, found by name, email or ID. A person is taken by a click, when the user has moved
 * to them, or when nobody else is called what was typed; any other text stays as it was typed. For one who cannot manage
 * teams the list asks whether that is to be set as well, in the same undo step.
 */
export class LeaderCompanion extends ListCompanion {
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
    const { people, more, certain } = findLeaders(this.#index.candidates(), typed ?? '', MOST);
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
      marked: certain && people.indexOf(certain),
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

  async #fill(): Promise<void> {
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
