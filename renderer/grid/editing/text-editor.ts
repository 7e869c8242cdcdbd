import type { ICellEditorComp, ICellEditorParams } from 'ag-grid-community';
import { columns } from '../../../shared/person/catalogue.ts';
import type { CellText } from '../../../shared/roster/edits.ts';
import type { Row, RowId } from '../../../shared/roster/roster.ts';
import type { Session } from '../../app/session/session.ts';
import { fillSelection } from '../fill/fill-cells.ts';
import type { EditMode, GridView, OpenEditor } from '../grid-view.ts';
import { focusCell } from '../selection/select-cells.ts';
import { isNewRow } from '../typing-row.ts';
import type { Popup, Field, Host, Room } from './popup.ts';
import { cancelEditing, commitEditing } from './edit-cell.ts';
import { CELL_SIZES, fitField, LARGE_SIZES } from './fit-field.ts';
import { hasInserted } from './has-inserted.ts';
import { hasPopup, openPopup } from './open-popup.ts';
import { gridRoom } from './panel/grid-room.ts';
import { writeCell } from './write-cell.ts';

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
