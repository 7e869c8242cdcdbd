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
    this.#element.className = value === 'y' || value === 'n' ? 'rc-mark' : '';
    this.#element.textContent = valueFormatted ?? '';
    return true;
  }
}
