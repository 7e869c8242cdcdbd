import type { ICellEditorComp, ICellEditorParams } from 'ag-grid-community';
import type { Row } from '../../../shared/roster/roster.ts';
import type { EditMode, GridView, OpenEditor } from '../grid-view.ts';

interface Extra {
  readonly getView: () => GridView;
  readonly label: string;
}

/**
 * The grid's editor of plain text, in the cell itself. It is there and focused before the key that opens it has been
 * typed, so that the browser types that key into it: dead keys and input methods keep their first character. A text
 * that nobody changed comes back exactly as it was, with line ends that a text area cannot hold.
 */
export class TextEditor implements ICellEditorComp<Row, string>, OpenEditor {
  readonly element = document.createElement('textarea');
  mode: EditMode = 'revise';
  private view: GridView | null = null;
  private original = '';
  private shown = '';

  init({ value, getView, label }: ICellEditorParams<Row, string> & Extra): void {
    const view = getView();
    this.view = view;
    this.mode = view.editMode;
    this.original = value ?? '';
    this.element.className = 'rc-editor';
    this.element.rows = 1;
    this.element.spellcheck = false;
    this.element.setAttribute('aria-label', label);
    this.element.value = this.mode === 'replace' ? '' : this.original;
    this.shown = this.element.value;
    this.element.addEventListener('input', this.fit);
  }

  getGui(): HTMLElement {
    return this.element;
  }

  afterGuiAttached(): void {
    if (this.view) this.view.editor = this;
    this.element.focus({ preventScroll: true });
    this.element.setSelectionRange(this.element.value.length, this.element.value.length);
    this.fit();
  }

  getValue(): string {
    const untouched = this.mode === 'revise' && this.element.value === this.shown;
    return untouched ? this.original : this.element.value;
  }

  insertLineBreak(): void {
    this.element.setRangeText('\n', this.element.selectionStart, this.element.selectionEnd, 'end');
    this.fit();
  }

  destroy(): void {
    if (this.view?.editor === this) this.view.editor = null;
  }

  /** Grows with its text, to the width of the grid at most; at the foot of the grid it grows upwards. */
  private readonly fit = (): void => {
    const { element, view } = this;
    const cell = element.closest('.ag-cell');
    if (!cell || !view) return;
    const room = cell.getBoundingClientRect();
    const around = view.wrapper.getBoundingClientRect();
    element.style.width = `${room.width}px`;
    element.style.height = `${room.height}px`;
    const widest = Math.max(room.width, Math.min(MOST_WIDTH, around.right - room.left - SCROLLBAR));
    element.style.width = `${Math.min(widest, Math.max(room.width, element.scrollWidth + 2))}px`;
    const height = Math.min(MOST_HEIGHT, Math.max(room.height, element.scrollHeight + 2));
    element.style.height = `${height}px`;
    const isAtFoot = room.top + height > around.bottom - SCROLLBAR && height > room.height;
    element.classList.toggle('rc-editor-upwards', isAtFoot);
  };
}

/** The largest an editor grows, in CSS pixels, before it scrolls. */
const MOST_WIDTH = 420;
const MOST_HEIGHT = 220;
/** Room that is left for the grid's scroll bars. */
const SCROLLBAR = 18;
