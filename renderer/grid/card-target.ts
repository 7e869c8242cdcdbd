import type { CellPlace } from '../app/session/document.ts';
import { positionOfColumn } from './view/grid-columns.ts';
import { problemsAt, severityOfRow } from '../problems/problem-places.ts';
import { differenceAt } from './view/team-difference.ts';
import { documentOf, type GridView } from './view/grid-view.ts';

/** The cell that the card speaks of and where it is in the window; position null for the row's gutter. */
export interface CardTarget {
  readonly row: CellPlace['row'];
  readonly position: number | null;
  readonly cell: DOMRect;
}

/** Milliseconds that the pointer or the focus rests on a cell before its card comes, and that it may be elsewhere. */
const REST = 350;
const GRACE = 250;

/**
 * Follows the pointer and the focus over cells with problems and tells which one's card to show, or null. The card
 * comes when either rests on such a cell, stays while the pointer is on the card, and goes on scrolling, typing and
 * pressing a button or Escape, and where its cell is gone or something else takes the focus.
 */
export function followCard(view: GridView, show: (target: CardTarget | null) => void): () => void {
  const { wrapper } = view;
  const controller = new AbortController();
  const { signal } = controller;
  let shown: Element | null = null;
  let timer = 0;
  let pointer = { x: -1, y: -1 };
  const later = (milliseconds: number, act: () => void): void => {
    clearTimeout(timer);
    timer = window.setTimeout(act, milliseconds);
  };
  const go = (cell: Element | null): void => {
    clearTimeout(timer);
    shown = cell;
    show(cell && targetOf(view, cell));
  };
  const comeTo = (cell: Element | null): void => {
    if (cell === shown) clearTimeout(timer);
    else if (cell !== null && view.editor === null && targetOf(view, cell)) {
      later(REST, () => {
        go(view.editor === null && cell.isConnected && !isMenuOpen() ? cell : null);
      });
    } else if (shown !== null) {
      later(GRACE, () => {
        go(null);
      });
    } else clearTimeout(timer);
  };
  const cellOf = (target: EventTarget | null): Element | null =>
    target instanceof Element ? target.closest('.ag-row .ag-cell') : null;
  wrapper.addEventListener(
    'pointerover',
    ({ target, buttons, clientX, clientY }) => {
      // Where keys or a search scroll cells to a resting pointer, nobody asked for their card.
      const isMoved = clientX !== pointer.x || clientY !== pointer.y;
      if (buttons === 0 && isMoved) comeTo(cellOf(target));
    },
    { signal },
  );
  wrapper.addEventListener(
    'pointermove',
    ({ clientX, clientY }) => {
      pointer = { x: clientX, y: clientY };
    },
    { passive: true, signal },
  );
  wrapper.addEventListener(
    'pointerleave',
    ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Element && relatedTarget.closest('[data-part="card"]'))) comeTo(null);
    },
    { signal },
  );
  wrapper.addEventListener(
    'focusin',
    ({ target }) => {
      go(null);
      comeTo(cellOf(target));
    },
    { signal },
  );
  // What hides a card may be what brings the next one, such as an arrow key: a card under way still comes, but for Escape.
  const hide = (): void => {
    if (shown === null) return;
    shown = null;
    show(null);
  };
  wrapper.addEventListener('pointerdown', hide, { capture: true, signal });
  wrapper.addEventListener('scroll', hide, { capture: true, passive: true, signal });
  wrapper.addEventListener(
    'keydown',
    ({ key }) => {
      if (key === 'Escape') clearTimeout(timer);
      hide();
    },
    { capture: true, signal },
  );
  window.addEventListener('blur', hide, { signal });
  // A dialog, the panel or a menu that takes the focus is what the user is at now.
  document.addEventListener(
    'focusin',
    ({ target }) => {
      if (target instanceof Element && (wrapper.contains(target) || target.closest('[data-part="card"]')))
        return;
      clearTimeout(timer);
      hide();
    },
    { signal },
  );
  // Rows that went or moved, and columns too, leave a card that points at nothing, or at somebody else.
  const unsubscribe = view.session.store.subscribe((state, before) => {
    const { document: now, layout, dialog } = state;
    const isElsewhere =
      layout !== before.layout ||
      now?.shown !== before.document?.shown ||
      now?.roster !== before.document?.roster ||
      (now !== before.document && now?.touched.structure === true);
    if (!isElsewhere && dialog === before.dialog) return;
    clearTimeout(timer);
    hide();
  });
  return () => {
    clearTimeout(timer);
    unsubscribe();
    controller.abort();
  };
}

/** Whether the keys are in a menu or a dialog, which nothing may cover. */
function isMenuOpen(): boolean {
  const holder = document.activeElement?.closest('[role="menu"], [role="dialog"], dialog') ?? null;
  return holder !== null;
}

function targetOf(view: GridView, cell: Element): CardTarget | null {
  const row = Number(cell.closest('.ag-row')?.getAttribute('row-id'));
  const position = positionOfColumn(cell.getAttribute('col-id') ?? '');
  const document = documentOf(view);
  const flagged =
    position === null
      ? severityOfRow(document, row) !== null
      : problemsAt(document, row, position).length > 0 || differenceAt(document, row, position) !== null;
  return flagged ? { row, position, cell: cell.getBoundingClientRect() } : null;
}
