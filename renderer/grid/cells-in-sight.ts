import { sentenceOf } from '../../shared/rules/messages.ts';
import type { CellPlace } from '../app/session/document.ts';
import { peopleOf } from '../app/session/people.ts';
import { problemsAt } from '../problems/problem-places.ts';
import { differenceAt, differenceSentence } from './view/team-difference.ts';
import { showCell } from './selection/select-cells.ts';
import { columnIdOf, positionOfColumn } from './view/grid-columns.ts';
import { documentOf, type GridView } from './view/grid-view.ts';

/**
 * Keeps the active cell in sight when the grid gets smaller: when the bar for finding comes at its foot, the panel at
 * its side, or the window shrinks. A cell that was scrolled away stays where it is. Answers a function that stops it.
 */
export function keepInSight(view: GridView): () => void {
  let before = view.wrapper.getBoundingClientRect();
  const observer = new ResizeObserver(() => {
    const now = view.wrapper.getBoundingClientRect();
    const { selection } = view.session.store.getState();
    const isSmaller = now.width < before.width || now.height < before.height;
    if (isSmaller && selection !== null && isInSight(view, selection.anchor, before))
      showCell(view, selection.anchor);
    before = now;
  });
  observer.observe(view.wrapper);
  return () => {
    observer.disconnect();
  };
}

/** Whether a cell as it is drawn now is in the grid's room, or in what was its room. */
export function isInSight(
  { wrapper }: GridView,
  { row, position }: CellPlace,
  room = wrapper.getBoundingClientRect(),
): boolean {
  const cell = wrapper.querySelector(`.ag-row[row-id="${row}"] [col-id="${columnIdOf(position)}"]`);
  return cell !== null && overlaps(cell.getBoundingClientRect(), room);
}

function overlaps(one: DOMRect, other: DOMRect): boolean {
  return one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
}

/** Milliseconds after the last row scrolled in; while rows fly by, nobody reads them. */
const SCROLL_REST = 100;

/**
 * Tells screen readers what the marks on the cells in sight mean, by `aria-invalid` and `aria-description`, which AG
 * Grid knows nothing of: a frame after an edit, and when scrolling rests. Answers a function that stops it.
 */
export function describeCells(view: GridView): () => void {
  const { api, session } = view;
  let frame = 0;
  let timer = 0;
  const soon = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      describeNow(view);
    });
  };
  let lastMove = 0;
  // One timer for a whole scroll: to set one anew at every row that comes is dear.
  const wait = (left: number): void => {
    timer = window.setTimeout(() => {
      timer = 0;
      const rest = lastMove + SCROLL_REST - performance.now();
      if (rest > 0) wait(rest);
      else soon();
    }, left);
  };
  const atRest = (): void => {
    lastMove = performance.now();
    if (timer === 0) wait(SCROLL_REST);
  };
  const events = ['viewportChanged', 'virtualColumnsChanged', 'modelUpdated', 'cellEditingStopped'] as const;
  for (const event of events) api.addEventListener(event, atRest);
  const unsubscribe = session.store.subscribe((state, before) => {
    if (state.document !== before.document) soon();
  });
  soon();
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    unsubscribe();
    if (api.isDestroyed()) return;
    for (const event of events) api.removeEventListener(event, atRest);
  };
}

function describeNow(view: GridView): void {
  if (view.session.store.getState().document === null) return;
  const document = documentOf(view);
  const people = peopleOf(document.roster);
  for (const cell of view.wrapper.querySelectorAll('.ag-row .ag-cell[col-id^="cell-"]')) {
    const row = Number(cell.closest('.ag-row')?.getAttribute('row-id'));
    const position = positionOfColumn(cell.getAttribute('col-id') ?? '') ?? -1;
    const problems = problemsAt(document, row, position);
    const difference = differenceAt(document, row, position);
    const sentences = problems.map((problem) => sentenceOf(problem, people));
    if (difference !== null) sentences.push(differenceSentence(difference));
    const said = sentences.join(' ');
    const invalid = problems.some(({ severity }) => severity === 'error');
    setOrRemove(cell, 'aria-description', said);
    setOrRemove(cell, 'aria-invalid', invalid ? 'true' : '');
  }
}

function setOrRemove(element: Element, name: string, value: string): void {
  if (value === '') {
    if (element.hasAttribute(name)) element.removeAttribute(name);
  } else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
