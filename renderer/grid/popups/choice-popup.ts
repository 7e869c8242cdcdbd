import {
  type Choice,
  chosenGroups,
  completeText,
  nameAtCaret,
  plainChoice,
  rankChoices,
  toggleGroup,
} from './choices.ts';
import { ListPopup, type ShownChoices } from './list-popup.ts';
import type { Host } from './popup.ts';

/** Entries that a list shows at a time. */
const MAX_ENTRIES = 200;

/**
 * The list of a column where one value is chosen. As in Excel, what is typed is completed in the field where only one
 * value begins with it, and Enter takes that; any other text stays as it was typed.
 */
export class ChoicePopup extends ListPopup {
  readonly #known: readonly Choice[];
  #completion: { readonly typed: string; readonly shown: string; readonly value: string } | null = null;

  constructor(host: Host, known: readonly Choice[]) {
    super(host);
    this.#known = known;
  }

  /** A key that the list uses up is meant for the list, and undo for the rest that was put after what was typed: it goes. */
  override takeKey(name: string): boolean {
    const isUsed = (name === 'Mod+Z' && this.meant() !== null) || super.takeKey(name);
    if (isUsed) this.#dropCompletion();
    return isUsed;
  }

  override meant(): string | null {
    return this.#completion?.shown === this.host.field.value ? this.#completion.value : null;
  }

  protected offer(typed: string | null): ShownChoices | null {
    const text = this.host.field.value;
    if (typed !== null) this.#completion = null;
    const { choices, more } = rankChoices(this.#known, typed ?? '', MAX_ENTRIES);
    // Nothing to choose between: the keys mean what they mean without a list.
    if (typed === '' || (choices.length === 1 && choices[0]?.value === typed)) return null;
    const isChosen = ({ value }: Choice): boolean => value === text;
    const current = typed === null ? choices.findIndex(isChosen) : -1;
    return { choices, more, isChosen, marked: current < 0 ? null : current };
  }

  protected choose(index: number): boolean {
    const choice = this.list.at(index);
    this.#completion = null;
    if (choice) this.host.setText(choice.value);
    this.list.close();
    return true;
  }

  /** Puts the rest of the only value that is meant after what was typed, selected, so that the next key types over it. */
  protected override complete(): void {
    const { field } = this.host;
    const typed = field.value;
    const value = completeText(
      this.#known.map((choice) => choice.value),
      typed,
    );
    if (value === null || field.selectionStart !== typed.length) return;
    const shown = typed + value.slice(typed.length);
    this.#completion = { typed, shown, value };
    this.host.setText(shown);
    field.setSelectionRange(typed.length, shown.length);
  }

  #dropCompletion(): void {
    if (this.#completion?.shown === this.host.field.value) this.host.setText(this.#completion.typed);
    this.#completion = null;
  }
}

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
      ...rankChoices(this.#all(chosen), sought, MAX_ENTRIES),
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
