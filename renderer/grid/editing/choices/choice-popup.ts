import type { Host } from '../popup.ts';
import type { Choice } from './choice.ts';
import type { ShownChoices } from './choice-list.ts';
import { completeText } from './complete-text.ts';
import { ListPopup } from './list-popup.ts';
import { rankChoices } from './rank-choices.ts';

/** Entries that a list shows at a time. */
const MOST = 200;

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
    const { choices, more } = rankChoices(this.#known, typed ?? '', MOST);
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
