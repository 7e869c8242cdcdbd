import { sentenceOf } from '../../../shared/rules/messages.ts';
import { peopleOf } from '../../app/session/people.ts';
import { positionOfColumn } from '../columns/column-id.ts';
import { problemsAt } from '../columns/problem-places.ts';
import { differenceAt, differenceSentence } from '../../update/difference.ts';
import { documentOf, type GridView } from '../grid-view.ts';

/** Milliseconds after the last row scrolled in; while rows fly by, nobody reads them. */
const REST = 100;

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
      const rest = lastMove + REST - performance.now();
      if (rest > 0) wait(rest);
      else soon();
    }, left);
  };
  const atRest = (): void => {
    lastMove = performance.now();
    if (timer === 0) wait(REST);
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
