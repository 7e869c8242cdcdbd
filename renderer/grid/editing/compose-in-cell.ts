import type { CellPlace } from '../../app/session/document.ts';
import { startEditing, writeCell } from './edit-cells.ts';
import type { GridView } from '../view/grid-view.ts';

/** Languages that are mostly written by an input method. */
const COMPOSED_LANGUAGES = /^(?:ja|ko|zh|yue|vi)\b/i;

/** Milliseconds after a composition in which the next one may begin with the same key, as in Korean. */
const QUIET = 300;

/** The deprecated code is all that tells a key that an input method has taken: on a Mac its name is that of the letter. */
const TAKEN = 229;

/**
 * Lets an input method begin in the active cell. The system switches it off where nothing can be typed into, so that the
 * first letter of an editor which opens with the key comes in Latin, or is lost when the focus moves while it composes
 * (ag-grid#11242, handsontable#4662). So the cell takes text by an `EditContext`: it stays a grid cell, with the focus, its
 * name and its role, but for being called editable, which some screen readers answer with other keys; hence only for
 * those who write so, by their languages or by what they have typed. What is composed is shown in the cell and goes on in
 * the editor at the first pause. Answers a function that stops it.
 */
export function composeInCell(view: GridView): () => void {
  const { EditContext } = window;
  if (EditContext === undefined) return () => undefined;
  const composer = new CellComposer(view, new EditContext());
  const controller = new AbortController();
  const options = { capture: true, signal: controller.signal };
  let isWanted = navigator.languages.some((language) => COMPOSED_LANGUAGES.test(language));
  window.addEventListener('compositionstart', () => (isWanted = true), options);
  window.addEventListener(
    'focusin',
    ({ target }) => {
      const isCell =
        target instanceof HTMLElement && view.wrapper.contains(target) && target.matches('.ag-cell');
      if (isCell && isWanted) composer.attach(target);
      else composer.detach();
    },
    options,
  );
  for (const type of ['focusout', 'pointerdown'] as const)
    view.wrapper.addEventListener(
      type,
      () => {
        composer.commit();
      },
      options,
    );
  view.wrapper.addEventListener(
    'keydown',
    (event) => {
      isWanted ||= event.key === 'Process';
      composer.hear(event);
    },
    options,
  );
  return () => {
    controller.abort();
    composer.commit();
    composer.detach();
  };
}

/** What is composed at the active cell before its editor opens. */
class CellComposer {
  readonly #view: GridView;
  readonly #context: EditContext;
  readonly #shown = document.createElement('div');
  #cell: HTMLElement | null = null;
  /** The cell that the text is for; null while there is none. */
  #place: CellPlace | null = null;
  #isComposing = false;
  #quiet: ReturnType<typeof setTimeout> | undefined;

  constructor(view: GridView, context: EditContext) {
    this.#view = view;
    this.#context = context;
    this.#shown.className = 'rc-composing';
    this.#shown.ariaHidden = 'true';
    context.addEventListener('compositionstart', () => {
      this.#isComposing = true;
      clearTimeout(this.#quiet);
    });
    context.addEventListener('textupdate', () => {
      this.#show();
      // What comes whole, such as an emoji of the system's panel or a full-width sign.
      if (!this.#isComposing) this.#handOver();
    });
    context.addEventListener('compositionend', () => {
      this.#isComposing = false;
      this.#quiet = setTimeout(() => {
        this.#handOver();
      }, QUIET);
    });
    context.addEventListener('characterboundsupdate', () => {
      this.#placeCandidates();
    });
  }

  /** Takes what is typed at a cell from now on. */
  attach(cell: HTMLElement): void {
    if (this.#cell === cell) return;
    this.detach();
    cell.editContext = this.#context;
    this.#cell = cell;
  }

  /** Takes nothing more. Once the focus has left: Chromium goes on with a context that a cell loses while it leaves. */
  detach(): void {
    if (this.#cell !== null) this.#cell.editContext = null;
    this.#cell = null;
  }

  /** The pointer or the focus goes elsewhere: what was composed so far is the text of its cell. */
  commit(): void {
    const [cell, place] = [this.#cell, this.#place];
    if (cell === null || place === null) return;
    const isFocused = cell === document.activeElement;
    // Which ends the composition.
    if (isFocused) this.detach();
    writeCell(this.#view.session, place, this.#take());
    if (isFocused) this.attach(cell);
  }

  /** Keeps the input method's keys to itself; any other key finds the editor open, with what was composed. */
  hear(event: KeyboardEvent): void {
    if (this.#cell === null || event.target !== this.#cell) return;
    const isTaken = event.isComposing || event.key === 'Process' || event.keyCode === TAKEN;
    if (isTaken || event.key === 'Dead') event.stopImmediatePropagation();
    else this.#handOver();
  }

  #handOver(): void {
    const text = this.#take();
    if (text === '') return;
    startEditing(this.#view, 'replace');
    this.#view.editor?.insert(text);
  }

  /** The text so far, which is then no longer here. */
  #take(): string {
    clearTimeout(this.#quiet);
    const { text } = this.#context;
    this.#context.updateText(0, text.length, '');
    this.#context.updateSelection(0, 0);
    this.#shown.remove();
    this.#place = null;
    this.#isComposing = false;
    return text;
  }

  #show(): void {
    const { selection } = this.#view.session.store.getState();
    this.#place ??= selection?.anchor ?? null;
    this.#shown.textContent = this.#context.text;
    this.#cell?.append(this.#shown);
    // The end is where the next letter comes.
    this.#shown.scrollLeft = this.#shown.scrollWidth;
    this.#placeCandidates();
  }

  /** Tells where the text is, beside which the input method shows what there is to choose from. */
  #placeCandidates(): void {
    const text = this.#shown.firstChild;
    if (this.#cell === null || text === null) return;
    const range = document.createRange();
    const bounds = Array.from({ length: this.#context.text.length }, (_, at) => {
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      return range.getBoundingClientRect();
    });
    this.#context.updateControlBounds(this.#cell.getBoundingClientRect());
    this.#context.updateCharacterBounds(0, bounds);
    const last = bounds.at(-1);
    if (last) this.#context.updateSelectionBounds(new DOMRect(last.right, last.top, 1, last.height));
  }
}
