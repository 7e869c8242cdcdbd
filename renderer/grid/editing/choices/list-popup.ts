import { headerAt } from '../../columns/header-at.ts';
import { documentOf } from '../../grid-view.ts';
import type { Popup, Host } from '../popup.ts';
import { ChoiceList, type ListOptions, type ShownChoices } from './choice-list.ts';

/** Keys that take the entry under the mark, and then do what they do with a text that was typed. */
const TAKING = ['Enter', 'Shift+Enter', 'Tab', 'Shift+Tab', 'Mod+Enter'];

/**
 * A list beside a field: it opens, follows what is typed, moves its mark by the keys and closes. Each kind says what it
 * offers and what choosing does; nothing is taken that was not clicked or moved to.
 */
export abstract class ListPopup implements Popup {
  protected readonly host: Host;
  protected readonly list: ChoiceList;
  readonly #taking: readonly string[];
  #isTyped = false;

  constructor(host: Host, options: ListOptions = {}) {
    this.host = host;
    this.#taking = options.several === true ? ['Enter'] : TAKING;
    const label = headerAt(documentOf(host).roster, host.position);
    this.list = new ChoiceList(host, label, options, (index) => {
      if (this.choose(index)) host.finish();
    });
  }

  get isOpen(): boolean {
    return this.list.isOpen;
  }

  open(): void {
    this.#isTyped = false;
    this.show();
  }

  follow(inserted: boolean): void {
    this.#isTyped = true;
    this.show();
    if (inserted) this.complete?.();
  }

  takeKey(name: string): boolean {
    if (name === 'Alt+Down') {
      this.open();
      return true;
    }
    if (!this.list.isOpen || this.list.isBare) return false;
    if (name === 'Escape' || name === 'Alt+Up') {
      this.list.close();
      return true;
    }
    const { marked } = this.list;
    if (marked !== null && this.#taking.includes(name)) return !this.choose(marked, name === 'Mod+Enter');
    return this.list.move(name);
  }

  meant(): string | null {
    return null;
  }

  close(): void {
    this.list.close();
  }

  destroy(): void {
    this.close();
  }

  protected show(): void {
    const shown = this.offer(this.#isTyped ? this.host.field.value : null);
    if (shown === null) this.list.close();
    else this.list.show(shown);
  }

  /** What there is to choose for what was typed, or at all for null; null where the list has nothing to add. */
  protected abstract offer(typed: string | null): ShownChoices | null;

  /** Completes in the field what was typed, where the kind does so. */
  protected complete?(): void;

  /** Takes an entry, perhaps for all that is selected; false where the list goes on. */
  protected abstract choose(index: number, everywhere?: boolean): boolean;
}
