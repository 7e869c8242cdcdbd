import type { ICellEditorComp, ICellEditorParams } from 'ag-grid-community';
import { columns } from '../../../shared/person/catalogue.ts';
import type { CellText } from '../../../shared/roster/edits.ts';
import type { Row, RowId } from '../../../shared/roster/roster.ts';
import type { Session } from '../../app/session/session.ts';
import { fillSelection } from '../clipboard/fill-cells.ts';
import { hasPopup, openPopup } from '../popups/open-popup.ts';
import { type Field, hasInserted, type Host, type Popup, type Room } from '../popups/popup.ts';
import { focusCell } from '../selection/select-cells.ts';
import { GUTTER } from '../view/grid-columns.ts';
import type { EditMode, GridView, OpenEditor } from '../view/grid-view.ts';
import { isNewRow } from '../view/places.ts';
import { cancelEditing, commitEditing, writeCell } from './edit-cells.ts';

interface Extra {
  readonly getView: () => GridView;
  readonly label: string;
  readonly position: number;
}

type Params = ICellEditorParams<Row, string> & Extra;

/**
 * The grid's editor, in the cell itself. It is there and focused before the key that opens it has been typed, so that
 * the browser types that key into it: dead keys and input methods keep their first character. A text that nobody
 * changed comes back exactly as it was, with line ends that a text area cannot hold. Where the column has choices, they
 * float beside it; any text can be typed all the same.
 */
export class TextEditor implements ICellEditorComp<Row, string>, OpenEditor, Host {
  field: Field = document.createElement('textarea');
  mode: EditMode = 'revise';
  position = 0;
  #view: GridView | null = null;
  #row: RowId = 0;
  #original = '';
  #shown = '';
  #popup: Popup | null = null;
  /** The size that the field was fitted to; another one is the user's own. */
  #fitted: string | null = null;

  init({ value, data, getView, label, position }: Params): void {
    const view = getView();
    this.#view = view;
    this.#row = data.id;
    this.mode = view.editMode;
    this.position = position;
    this.#original = value ?? '';
    const text = this.mode === 'replace' ? '' : this.#original;
    // Only a field of one line may be a combobox, and it would drop line breaks.
    if (hasPopup(position) && !/[\r\n]/.test(text)) this.field = document.createElement('input');
    this.#prepare(label, text);
  }

  get element(): HTMLElement {
    return this.field;
  }

  get session(): Session {
    return this.view.session;
  }

  get room(): Room {
    return gridRoom(this.view);
  }

  get view(): GridView {
    if (this.#view === null) throw new Error('An editor without a grid');
    return this.#view;
  }

  getGui(): HTMLElement {
    return this.field;
  }

  afterGuiAttached(): void {
    this.view.editor = this;
    this.field.focus({ preventScroll: true });
    this.field.setSelectionRange(this.field.value.length, this.field.value.length);
    this.#fit();
    this.#popup = openPopup(this);
  }

  getValue(): string {
    const untouched = this.mode === 'revise' && this.field.value === this.#shown;
    return untouched ? this.#original : (this.#popup?.meant() ?? this.field.value);
  }

  insert(text: string): void {
    this.field.setRangeText(text, this.field.selectionStart ?? 0, this.field.selectionEnd ?? 0, 'end');
    this.field.dispatchEvent(new InputEvent('input', { inputType: 'insertText', data: text }));
  }

  openList(): boolean {
    this.#popup?.open();
    return this.#popup !== null;
  }

  takeKey(name: string): boolean {
    return this.#popup?.takeKey(name) ?? false;
  }

  setText(text: string): void {
    this.field.value = text;
    this.#fit();
  }

  finish(): void {
    commitEditing(this.view);
    this.#focusCell();
  }

  finishWith(text: string, also: readonly CellText[], everywhere: boolean): void {
    cancelEditing(this.view);
    if (everywhere && !isNewRow(this.#row)) fillSelection(this.view, text, also);
    else writeCell(this.view.session, { row: this.#row, position: this.position }, text, also);
    this.#focusCell();
  }

  destroy(): void {
    this.#popup?.destroy();
    if (this.view.editor === this) this.view.editor = null;
  }

  #prepare(label: string, text: string): void {
    const { field } = this;
    const isLarge = columns[this.position]?.field === 'longText';
    field.className = isLarge ? 'rc-editor rc-editor-large' : 'rc-editor';
    if (field instanceof HTMLTextAreaElement) field.rows = 1;
    field.spellcheck = false;
    field.autocomplete = 'off';
    field.setAttribute('aria-label', label);
    field.value = text;
    this.#shown = field.value;
    field.addEventListener('input', (event) => {
      this.#fit();
      this.#popup?.follow(hasInserted(event));
    });
  }

  #focusCell(): void {
    const { selection } = this.view.session.store.getState();
    if (selection) focusCell(this.view, selection.anchor);
  }

  #fit(): void {
    const { style } = this.field;
    if (this.#fitted !== null && this.#fitted !== `${style.width} ${style.height}`) return;
    const isLarge = this.field.classList.contains('rc-editor-large');
    fitField(this.view, this.field, isLarge ? LARGE_SIZES : CELL_SIZES);
    this.#fitted = `${style.width} ${style.height}`;
  }
}

/** The room of a cell's editor: beside the grid and not in it, since what is pressed there is none of the grid's business. */
function gridRoom({ wrapper }: GridView): Room {
  return {
    parent: wrapper.parentElement ?? wrapper,
    scroller: wrapper,
    isInSight: (field) => {
      const grid = wrapper.getBoundingClientRect();
      const header = wrapper.querySelector('.ag-header')?.getBoundingClientRect();
      const gutter = wrapper.querySelector(`.ag-cell[col-id="${GUTTER}"]`)?.getBoundingClientRect();
      return (
        field.top >= (header?.bottom ?? grid.top) - 1 &&
        field.top < grid.bottom &&
        field.right > (gutter?.right ?? grid.left) &&
        field.left < grid.right
      );
    },
  };
}

/** How large an editor starts at least and grows at most, in CSS pixels, before it scrolls. */
interface Sizes {
  readonly leastWidth: number;
  readonly leastHeight: number;
  readonly mostWidth: number;
  readonly mostHeight: number;
}

const CELL_SIZES: Sizes = { leastWidth: 0, leastHeight: 0, mostWidth: 420, mostHeight: 220 };

/** For texts of several sentences: most of the grid if it must be. */
const LARGE_SIZES: Sizes = { leastWidth: 380, leastHeight: 124, mostWidth: 640, mostHeight: 420 };

/** Both borders of an editor, which its scroll size leaves out. */
const BORDERS = 4;

/** Room that is left for the grid's scroll bars. */
const SCROLLBAR = 18;

/** Fits an editor to its text: over the cell at least, within the grid at most; where there is no room it grows up and left. */
function fitField(view: GridView, field: Field, sizes: Sizes): void {
  const cell = field.closest('.ag-cell');
  if (!cell) return;
  const room = cell.getBoundingClientRect();
  const around = view.wrapper.getBoundingClientRect();
  const least = {
    width: Math.max(room.width, sizes.leastWidth),
    height: Math.max(room.height, sizes.leastHeight),
  };
  field.style.width = `${least.width}px`;
  field.style.height = `${least.height}px`;
  const isLeft = room.left + least.width > around.right - SCROLLBAR && sizes.leastWidth > room.width;
  const toEdge = isLeft ? room.right - around.left : around.right - room.left;
  const widest = Math.max(least.width, Math.min(sizes.mostWidth, toEdge - SCROLLBAR));
  field.style.width = `${Math.min(widest, Math.max(least.width, field.scrollWidth + BORDERS))}px`;
  const height = Math.min(sizes.mostHeight, Math.max(least.height, heightOf(field)));
  field.style.height = `${height}px`;
  const isAtFoot = room.top + height > around.bottom - SCROLLBAR && height > room.height;
  field.classList.toggle('rc-editor-upwards', isAtFoot);
  field.classList.toggle('rc-editor-leftwards', isLeft);
}

/** One line is as high as its cell. */
function heightOf(field: Field): number {
  return field instanceof HTMLInputElement ? 0 : field.scrollHeight + BORDERS;
}

/** Keeps what was typed when the focus leaves the editor for anything else: a button, the panel, another window. */
export function commitOnLeaving(view: GridView): () => void {
  const onLeave = ({ relatedTarget, target }: FocusEvent): void => {
    const { editor } = view;
    if (target === null || target !== editor?.element) return;
    // Another window takes the focus for a while; the editor has it again afterwards.
    if (relatedTarget === null && !document.hasFocus()) return;
    if (relatedTarget instanceof Node && editor.element.contains(relatedTarget)) return;
    commitEditing(view);
    // Nothing else took the focus (a command of the menu, a click on no control): the cell has it again.
    const { selection } = view.session.store.getState();
    if (relatedTarget === null && selection !== null) focusCell(view, selection.anchor);
  };
  view.wrapper.addEventListener('focusout', onLeave, { capture: true });
  return () => {
    view.wrapper.removeEventListener('focusout', onLeave, { capture: true });
  };
}
