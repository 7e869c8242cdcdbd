import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community';
import type { Row } from '../../../shared/roster/roster.ts';

/** A cell of y or n: the mark is an element of its own, which a click turns; any other text is just shown. */
export class YesNoCell implements ICellRendererComp<Row> {
  readonly #element = document.createElement('span');

  init(params: ICellRendererParams<Row, string>): void {
    this.refresh(params);
  }

  getGui(): HTMLElement {
    return this.#element;
  }

  refresh({ value, valueFormatted }: ICellRendererParams<Row, string>): boolean {
    const said = value === 'y' ? 'yes' : value === 'n' ? 'no' : null;
    this.#element.className = said === null ? '' : 'rc-mark';
    this.#element.textContent = valueFormatted ?? '';
    this.#say(said);
    return true;
  }

  /** Names the mark, which screen readers read as “check mark” or not at all. */
  #say(said: string | null): void {
    if (said === null) {
      this.#element.removeAttribute('role');
      this.#element.removeAttribute('aria-label');
    } else {
      this.#element.setAttribute('role', 'img');
      this.#element.setAttribute('aria-label', said);
    }
  }
}
