import { currentSettings } from '../../../session/settings.ts';
import { headerAt } from '../../columns/header-at.ts';
import { documentOf } from '../../grid-view.ts';
import type { Companion, Host } from '../companion.ts';
import type { Choice } from './choice.ts';
import { ChoiceList } from './choice-list.ts';
import { completeText } from './complete-text.ts';
import { knownChoices } from './known-choices.ts';
import { rankChoices } from './rank-choices.ts';

/** Entries that a list shows at a time. */
const MOST = 200;

/**
 * The list of a column where one value is chosen. As in Excel, what is typed is completed in the field where only one
 * value begins with it, and Enter takes that; any other text stays as it was typed. Otherwise an entry is taken only
 * when it is clicked or the user has moved to it.
 */
export class ChoiceCompanion implements Companion {
  readonly #host: Host;
  readonly #list: ChoiceList;
  readonly #known: readonly Choice[];
  #completion: { readonly typed: string; readonly shown: string; readonly value: string } | null = null;

  constructor(host: Host) {
    const { roster } = documentOf(host.view);
    this.#host = host;
    this.#known = knownChoices(roster, currentSettings(), host.position);
    this.#list = new ChoiceList(host, {
      label: headerAt(roster, host.position),
      several: false,
      onClick: (index) => {
        const choice = this.#list.at(index);
        if (choice) this.#take(choice);
        this.#host.finish();
      },
    });
  }

  open(): void {
    const text = this.#host.field.value;
    this.#list.show(rankChoices(this.#known, '', MOST), ({ value }) => value === text);
    const current = this.#known.findIndex(({ value }) => value === text);
    if (current >= 0 && current < MOST) this.#list.mark(current);
  }

  follow(inserted: boolean): void {
    const typed = this.#host.field.value;
    this.#completion = null;
    const offer = rankChoices(this.#known, typed, MOST);
    const [first, ...others] = offer.choices;
    // Nothing to choose between: the keys mean what they mean without a list.
    if (typed === '' || (others.length === 0 && first?.value === typed)) this.#list.close();
    else this.#list.show(offer, ({ value }) => value === typed);
    if (inserted) this.#complete(typed);
  }

  takeKey(name: string): boolean {
    if (name === 'Alt+Down') {
      this.open();
      return true;
    }
    if (!this.#list.isOpen) return false;
    if (name === 'Escape' || name === 'Alt+Up') {
      this.#list.close();
      this.#dropCompletion();
      return true;
    }
    if (name === 'Enter' || name === 'Shift+Enter' || name === 'Tab' || name === 'Shift+Tab') {
      const { marked } = this.#list;
      if (marked) this.#take(marked);
      return false;
    }
    if (!this.#list.move(name)) return false;
    this.#dropCompletion();
    return true;
  }

  meant(): string | null {
    return this.#completion?.shown === this.#host.field.value ? this.#completion.value : null;
  }

  place(): void {
    this.#list.place();
  }

  destroy(): void {
    this.#list.close();
  }

  #take({ value }: Choice): void {
    this.#completion = null;
    this.#host.setText(value);
    this.#list.close();
  }

  /** Puts the rest of the only value that is meant after what was typed, selected, so that the next key types over it. */
  #complete(typed: string): void {
    const { field } = this.#host;
    const value = completeText(
      this.#known.map((choice) => choice.value),
      typed,
    );
    if (value === null || field.selectionStart !== typed.length) return;
    const shown = typed + value.slice(typed.length);
    this.#completion = { typed, shown, value };
    this.#host.setText(shown);
    field.setSelectionRange(typed.length, shown.length);
  }

  #dropCompletion(): void {
    const { field } = this.#host;
    if (this.#completion !== null && this.#completion.shown === field.value)
      this.#host.setText(this.#completion.typed);
    this.#completion = null;
  }
}
