import { sentenceOf } from '../../../shared/rules/messages.ts';
import { peopleOf } from '../../session/people.ts';
import { positionOfColumn } from '../columns/column-id.ts';
import { problemsAt } from '../columns/problem-places.ts';
import { documentOf, type GridView } from '../grid-view.ts';

/**
 * Tells screen readers what the marks on the cells in sight mean, by `aria-invalid` and `aria-description`, which AG
 * Grid knows nothing of. Runs once a frame at most, after edits and scrolling; answers a function that stops it.
 */
export function describeCells(view: GridView): () => void {
  let frame = 0;
  const later = (): void => {
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      describeNow(view);
    });
  };
  const { api, session } = view;
  const events = ['viewportChanged', 'virtualColumnsChanged', 'modelUpdated', 'cellEditingStopped'] as const;
  for (const event of events) api.addEventListener(event, later);
  const unsubscribe = session.store.subscribe((state, before) => {
    if (state.document !== before.document) later();
  });
  later();
  return () => {
    cancelAnimationFrame(frame);
    unsubscribe();
    if (api.isDestroyed()) return;
    for (const event of events) api.removeEventListener(event, later);
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
    const said = problems.map((problem) => sentenceOf(problem, people)).join(' ');
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
