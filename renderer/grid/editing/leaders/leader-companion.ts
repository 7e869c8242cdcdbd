import { AT } from '../../../../shared/columns/catalogue.ts';
import { runPaced } from '../../../session/pace.ts';
import { headerAt } from '../../columns/header-at.ts';
import { documentOf } from '../../grid-view.ts';
import { plainChoice } from '../choices/choice.ts';
import { ChoiceList } from '../choices/choice-list.ts';
import type { Companion, Host } from '../companion.ts';
import { type Candidate, referenceTo } from './candidate.ts';
import { describeLeader, nameOf } from './describe-leader.ts';
import { findLeaders } from './find-leaders.ts';
import type { LeaderIndex } from './leader-index.ts';
import { leaderIndexOf } from './leader-index-of.ts';

/** People that the list shows at a time. */
const MOST = 50;

/**
 * The list of people for Team Leader, found by name, email or ID. A person is taken by a click, when the user has moved
 * to them, or when nobody else is called what was typed; any other text stays as it was typed. For one who cannot manage
 * teams the list asks whether that is to be set as well, in the same undo step.
 */
export class LeaderCompanion implements Companion {
  readonly #host: Host;
  readonly #index: LeaderIndex;
  readonly #list: ChoiceList;
  readonly #stop = new AbortController();
  #found: readonly Candidate[] = [];
  /** Who was taken and cannot manage teams, while the list asks about it. */
  #asked: Candidate | null = null;
  #typed: string | null = null;

  constructor(host: Host) {
    this.#host = host;
    this.#index = leaderIndexOf(host.view.session);
    this.#list = new ChoiceList(host, {
      label: headerAt(documentOf(host.view).roster, host.position),
      several: false,
      twoLines: true,
      onClick: (index) => {
        if (this.#take(index)) this.#host.finish();
      },
    });
    void this.#fill();
  }

  open(): void {
    this.#typed = '';
    this.#show();
  }

  follow(): void {
    this.#typed = this.#host.field.value;
    this.#show();
  }

  takeKey(name: string): boolean {
    if (name === 'Alt+Down') {
      this.open();
      return true;
    }
    if (!this.#list.isOpen) return false;
    if (name === 'Escape' || name === 'Alt+Up') {
      this.#close();
      return true;
    }
    if (['Enter', 'Shift+Enter', 'Tab', 'Shift+Tab'].includes(name))
      return this.#list.markedIndex !== null && !this.#take(this.#list.markedIndex);
    return this.#list.move(name);
  }

  meant(): null {
    return null;
  }

  place(): void {
    this.#list.place();
  }

  destroy(): void {
    this.#stop.abort();
    this.#list.close();
  }

  async #fill(): Promise<void> {
    const filled = await runPaced(fractions(this.#index.fill()), this.#stop.signal, () => undefined);
    if (filled && this.#list.isOpen && this.#asked === null && this.#list.markedIndex === null) this.#show();
  }

  #show(): void {
    this.#asked = null;
    const typed = this.#typed ?? '';
    const { roster } = documentOf(this.#host.view);
    const { people, more, certain } = findLeaders(this.#index.people(), typed, MOST);
    const [first, ...others] = people;
    const isTyped =
      first !== undefined && others.length === 0 && referenceTo(first) === typed && first.canManage;
    this.#found = people;
    if (isTyped) {
      this.#close();
      return;
    }
    const choices = people.map((person) => describeLeader(roster, person));
    const { value } = this.#host.field;
    const foot = this.#index.isComplete ? '' : 'Looking through the roster…';
    this.#list.show({ choices, more }, (choice) => choice.value === value, foot);
    if (certain) this.#list.mark(people.indexOf(certain));
  }

  #close(): void {
    this.#asked = null;
    this.#list.close();
  }

  /** Takes an entry; false while the list has another question. */
  #take(index: number): boolean {
    if (this.#asked !== null) {
      this.#answer(this.#asked, index === 0);
      return true;
    }
    const person = this.#found[index];
    if (person === undefined) return true;
    if (!person.canManage && person.row !== null) {
      this.#ask(person);
      return false;
    }
    this.#host.setText(referenceTo(person));
    this.#close();
    return true;
  }

  #ask(person: Candidate): void {
    this.#asked = person;
    const name = nameOf(person);
    const both = plainChoice(`Choose ${name} and let them manage teams`, 'sets Can Manage Teams to y');
    const one = plainChoice(`Choose ${name} only`, 'an error until they can manage teams');
    const foot = `${name} cannot manage teams yet.`;
    this.#list.show({ choices: [both, one], more: 0 }, () => false, foot);
    this.#list.mark(0);
  }

  #answer(person: Candidate, lets: boolean): void {
    const { row } = person;
    const also = lets && row !== null ? [{ row, position: AT.canManageTeams, to: 'y' }] : [];
    this.#host.finishWith(referenceTo(person), also);
  }
}

function* fractions(work: Iterator<void, void>): Generator<number, void> {
  while (work.next().done !== true) yield 0;
}
