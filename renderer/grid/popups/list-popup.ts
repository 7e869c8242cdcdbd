import { headerAt } from '../../../shared/roster/grid-layout.ts';
import { documentOf } from '../view/grid-view.ts';
import type { Choice, Offer } from './choices.ts';
import {
  FloatingPanel,
  type Host,
  makeCombobox,
  nextId,
  type Popup,
  showExpanded,
  showMarked,
} from './popup.ts';

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

/** What a list offers and how it is drawn. */
interface ListOptions {
  /** Several entries may be chosen at a time, and each shows whether it is. */
  readonly several?: boolean;
  /** Whether what is said about an entry stands below its name. */
  readonly twoLines?: boolean;
}

/** What a list shows. */
export interface ShownChoices extends Offer {
  /** The entries that are the cell's now. */
  readonly isChosen: (choice: Choice) => boolean;
  /** A sentence below the entries. */
  readonly foot?: string;
  /** The entry that the keys begin on; none where it is left out. */
  readonly marked?: number | null;
}

/** Entries that PageUp and PageDown go over. */
const PAGE = 8;

/**
 * The list that floats beside an editor. The keys' mark is on an entry or, at first, on none; the focus stays in the
 * field, which tells a screen reader where the mark is.
 */
class ChoiceList {
  readonly #host: Host;
  readonly #panel: FloatingPanel;
  readonly #list = document.createElement('ul');
  readonly #foot = document.createElement('p');
  readonly #options: ListOptions;
  #choices: readonly Choice[] = [];
  #marked: number | null = null;
  /** Where the mark goes on from when it is on no entry. */
  #from = -1;

  /** `label` is for a screen reader, such as “Role”. */
  constructor(host: Host, label: string, options: ListOptions, onClick: (index: number) => void) {
    this.#host = host;
    this.#options = options;
    this.#panel = new FloatingPanel(host);
    this.#list.className = options.twoLines === true ? 'rc-choices rc-choices-people' : 'rc-choices';
    this.#list.id = nextId();
    this.#list.setAttribute('role', 'listbox');
    this.#list.setAttribute('aria-label', label);
    if (options.several === true) this.#list.setAttribute('aria-multiselectable', 'true');
    this.#foot.className = 'rc-panel-foot';
    this.#foot.setAttribute('aria-live', 'polite');
    this.#panel.element.append(this.#list, this.#foot);
    this.#list.addEventListener('click', ({ target }) => {
      const entry = target instanceof Element ? target.closest('.rc-choice') : null;
      if (entry) onClick([...this.#list.children].indexOf(entry));
    });
    makeCombobox(host.field, 'listbox');
  }

  get isOpen(): boolean {
    return this.#panel.isOpen;
  }

  /** Whether there is only a sentence to read and nothing to choose. */
  get isBare(): boolean {
    return this.#choices.length === 0;
  }

  /** The index of the entry under the mark. */
  get marked(): number | null {
    return this.#marked;
  }

  at(index: number): Choice | null {
    return this.#choices[index] ?? null;
  }

  /** Shows entries, those that are chosen told apart. Nothing to show closes the list. */
  show({ choices, more, isChosen, foot = '', marked = null }: ShownChoices): void {
    if (choices.length === 0 && foot === '') {
      this.close();
      return;
    }
    this.#choices = choices;
    this.#list.replaceChildren(...choices.map((choice) => this.#entry(choice, isChosen(choice))));
    this.#list.hidden = choices.length === 0;
    const rest = more > 0 ? `${more.toLocaleString('en-US')} more. Type to find them.` : '';
    this.#foot.textContent = [foot, rest].filter((line) => line !== '').join(' ');
    this.#foot.hidden = this.#foot.textContent === '';
    this.#panel.open();
    showExpanded(this.#host.field, this.#list.hidden ? null : this.#list.id);
    this.#from = -1;
    this.#mark(marked);
  }

  close(): void {
    this.#panel.close();
    this.#marked = null;
    showExpanded(this.#host.field, null);
  }

  /** Puts the mark on an entry and brings it into sight; null takes it off, and the next move goes on from there. */
  #mark(index: number | null): void {
    const entries = this.#list.children;
    if (this.#marked !== null) entries[this.#marked]?.classList.remove('rc-choice-marked');
    this.#marked = index;
    const entry = index === null ? undefined : entries[index];
    if (index !== null) this.#from = index;
    entry?.classList.add('rc-choice-marked');
    entry?.scrollIntoView({ block: 'nearest' });
    showMarked(this.#host.field, entry?.id ?? null);
  }

  /** Goes on from an entry, without a mark on it. */
  continueFrom(index: number): void {
    this.#mark(null);
    this.#from = index - 1;
    this.#list.children[index]?.scrollIntoView({ block: 'nearest' });
  }

  /** Moves the mark for a key; false where the key is none that moves it. */
  move(name: string): boolean {
    const step = { Down: 1, Up: -1, PageDown: PAGE, PageUp: -PAGE }[name];
    if (step === undefined || this.#choices.length === 0) return false;
    const last = this.#choices.length - 1;
    const from = this.#from < 0 && step < 0 ? last + 1 : this.#from;
    this.#mark(Math.max(0, Math.min(last, from + step)));
    return true;
  }

  #entry({ name, detail, note }: Choice, isChosen: boolean): HTMLElement {
    const entry = document.createElement('li');
    entry.id = nextId();
    entry.className = 'rc-choice';
    entry.setAttribute('role', 'option');
    entry.setAttribute('aria-selected', String(isChosen));
    if (this.#options.several === true) entry.append(textIn('span', 'rc-choice-tick', isChosen ? '✓' : ''));
    entry.append(textIn('span', 'rc-choice-name', name));
    if (note !== undefined) entry.append(textIn('span', 'rc-choice-note', note));
    if (detail !== '') entry.append(textIn('span', 'rc-choice-detail', detail));
    return entry;
  }
}

function textIn(tag: 'span', className: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}
