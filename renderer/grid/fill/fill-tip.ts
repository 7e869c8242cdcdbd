import { shownText } from '../columns/shown-text.ts';
import type { GridView } from '../grid-view.ts';
import type { Area } from './fill-area.ts';
import { type FillHow, filledTexts } from './filled-texts.ts';

/** CSS pixels between the pointer and the tip, and the room that the tip has at the window's edge. */
const BESIDE = 16;
const ROOM = 250;

/** The text that the farthest cell of a fill would get, beside the pointer. */
export class FillTip {
  readonly #view: GridView;
  readonly #element = document.createElement('div');

  constructor(view: GridView) {
    this.#view = view;
    this.#element.className = 'rc-fill-tip';
    this.#element.hidden = true;
    view.wrapper.parentElement?.append(this.#element);
  }

  moveTo(x: number, y: number): void {
    this.#element.style.left = `${Math.min(x + BESIDE, window.innerWidth - ROOM)}px`;
    this.#element.style.top = `${y + BESIDE}px`;
  }

  /** Shows what the previewed fill of an area would come to; nothing where nothing would be filled. */
  show(source: Area, how: FillHow): void {
    const { fillPreview: target, shownPositions } = this.#view;
    const cell = target && farthest(source, target);
    const text = cell && filledTexts(this.#view, source, cell, how)[0]?.[0];
    this.#element.hidden = !text;
    if (cell && text) this.#element.textContent = shownText(shownPositions[cell.firstColumn] ?? -1, text);
  }

  remove(): void {
    this.#element.remove();
  }
}

/** The row or column of an area that is farthest from another. */
function farthest(source: Area, target: Area): Area {
  if (target.lastRow < source.firstRow) return { ...target, lastRow: target.firstRow };
  if (target.firstRow > source.lastRow) return { ...target, firstRow: target.lastRow };
  if (target.lastColumn < source.firstColumn) return { ...target, lastColumn: target.firstColumn };
  return { ...target, firstColumn: target.lastColumn };
}
