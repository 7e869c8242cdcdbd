import type { Host } from '../popup.ts';
import { type Choice, plainChoice } from './choice.ts';
import type { ShownChoices } from './choice-list.ts';
import { chosenGroups, nameAtCaret, toggleGroup } from './group-text.ts';
import { ListPopup } from './list-popup.ts';
import { rankChoices } from './rank-choices.ts';

/** Entries that a list shows at a time. */
const MOST = 200;

/**
 * The checklist of groups: an entry that is clicked, or moved to and taken with Enter, goes into the text or out of it,
 * and the list stays open. Only then the text is written anew as `{A, B}`; a malformed one is left alone until then.
 */
export class GroupPopup extends ListPopup {
  readonly #known: readonly Choice[];

  constructor(host: Host, known: readonly Choice[]) {
    super(host, { several: true });
    this.#known = known;
  }

  protected offer(typed: string | null): ShownChoices {
    const chosen = this.#chosen();
    const name = typed === null ? '' : nameAtCaret(typed, this.#caret);
    const sought = chosen.includes(name) ? '' : name;
    return {
      ...rankChoices(this.#all(chosen), sought, MOST),
      isChosen: ({ value }) => chosen.includes(value),
      foot: this.#known.length === 0 ? 'No groups are known yet. Write them as {Support, Tier 2}.' : '',
    };
  }

  protected choose(index: number): boolean {
    const choice = this.list.at(index);
    if (choice === null) return false;
    this.host.setText(toggleGroup(this.host.field.value, this.#caret, choice.value));
    this.open();
    const at = this.#all(this.#chosen()).findIndex(({ value }) => value === choice.value);
    this.list.continueFrom(at + 1);
    return false;
  }

  get #caret(): number {
    const { field } = this.host;
    return field.selectionStart ?? field.value.length;
  }

  #chosen(): readonly string[] {
    return chosenGroups(this.host.field.value, this.#caret);
  }

  /** The known groups, and before them those of the text that nobody knows. */
  #all(chosen: readonly string[]): readonly Choice[] {
    const known = new Set(this.#known.map(({ value }) => value));
    const others = chosen.filter((name) => !known.has(name));
    return [...others.map((name) => plainChoice(name)), ...this.#known];
  }
}
