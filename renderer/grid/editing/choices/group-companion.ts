import { currentSettings } from '../../../session/settings.ts';
import { headerAt } from '../../columns/header-at.ts';
import { documentOf } from '../../grid-view.ts';
import type { Companion, Host } from '../companion.ts';
import { type Choice, plainChoice } from './choice.ts';
import { ChoiceList } from './choice-list.ts';
import { chosenGroups, nameAtCaret, toggleGroup } from './group-text.ts';
import { knownChoices } from './known-choices.ts';
import { rankChoices } from './rank-choices.ts';

/** Entries that a list shows at a time. */
const MOST = 200;

/**
 * The checklist of groups: an entry that is clicked, or moved to and taken with Enter, goes into the text or out of it,
 * and the list stays open. Only then the text is written anew as `{A, B}`; a malformed one is left alone until then.
 */
export class GroupCompanion implements Companion {
  readonly #host: Host;
  readonly #list: ChoiceList;
  readonly #known: readonly Choice[];
  /** Whether the list is narrowed down by the name at the caret. */
  #typed = false;

  constructor(host: Host) {
    const { roster } = documentOf(host.view);
    this.#host = host;
    this.#known = knownChoices(roster, currentSettings(), host.position);
    this.#list = new ChoiceList(host, {
      label: headerAt(roster, host.position),
      several: true,
      onClick: (index) => {
        this.#toggle(this.#list.at(index));
      },
    });
  }

  open(): void {
    this.#typed = false;
    this.#show();
  }

  follow(): void {
    this.#typed = true;
    this.#show();
  }

  takeKey(name: string): boolean {
    if (name === 'Alt+Down') {
      this.open();
      return true;
    }
    if (!this.#list.isOpen) return false;
    if (name === 'Escape' || name === 'Alt+Up') {
      this.#list.close();
      return true;
    }
    if (name !== 'Enter' || this.#list.marked === null) return this.#list.move(name);
    this.#toggle(this.#list.marked);
    return true;
  }

  meant(): null {
    return null;
  }

  place(): void {
    this.#list.place();
  }

  destroy(): void {
    this.#list.close();
  }

  get #caret(): number {
    const { field } = this.#host;
    return field.selectionStart ?? field.value.length;
  }

  #show(): void {
    const chosen = chosenGroups(this.#host.field.value, this.#caret);
    const { choices, more } = rankChoices(this.#all(chosen), this.#sought(), MOST);
    const foot = this.#known.length === 0 ? 'No groups are known yet. Write them as {Support, Tier 2}.' : '';
    this.#list.show({ choices, more }, ({ value }) => chosen.includes(value), foot);
  }

  /** The known groups, and before them those of the text that nobody knows. */
  #all(chosen: readonly string[]): readonly Choice[] {
    const known = new Set(this.#known.map(({ value }) => value));
    const others = chosen.filter((name) => !known.has(name));
    return [...others.map((name) => plainChoice(name)), ...this.#known];
  }

  #sought(): string {
    if (!this.#typed) return '';
    const { value } = this.#host.field;
    const name = nameAtCaret(value, this.#caret);
    return chosenGroups(value, this.#caret).includes(name) ? '' : name;
  }

  #toggle(choice: Choice | null): void {
    if (choice === null) return;
    this.#host.setText(toggleGroup(this.#host.field.value, this.#caret, choice.value));
    this.#typed = false;
    this.#show();
    const at = this.#all(chosenGroups(this.#host.field.value, this.#caret)).findIndex(
      ({ value }) => value === choice.value,
    );
    this.#list.continueFrom(at + 1);
  }
}
