import type { IHeaderParams, IInnerHeaderComponent } from 'ag-grid-community';
import { keyAt } from '../../../shared/person/catalogue.ts';
import type { Severity } from '../../../shared/rules/problem.ts';
import { selectedColumns } from '../../app/session/column-layout.ts';
import { filterOf } from '../../app/session/filter-rows.ts';
import { columnCounts } from '../../problems/problem-places.ts';
import { describeColumn, isRequiredAt } from '../view/grid-columns.ts';
import { documentOf, type GridView } from '../view/grid-view.ts';

interface Extra {
  readonly getView: () => GridView;
  readonly position: number;
}

/** A column's header: its name, a mark where it is required, and a dot with the count where it has problems. */
export class ColumnHeader implements IInnerHeaderComponent {
  private readonly element = document.createElement('span');
  private readonly required = requiredMark();
  private readonly dot = document.createElement('span');
  private stop: () => void = () => undefined;

  init({ displayName, getView, position }: IHeaderParams & Extra): void {
    const view = getView();
    this.element.className = 'rc-header';
    const name = document.createElement('span');
    name.className = 'rc-header-name';
    name.textContent = displayName;
    this.element.append(name);
    this.element.append(this.required, this.dot, menuMark());
    this.show(view, position);
    this.mark(view, position);
    this.stop = view.session.store.subscribe((state, before) => {
      if (state.document !== null && state.document !== before.document) this.show(view, position);
      if (state.selection !== before.selection || state.layout !== before.layout) this.mark(view, position);
    });
  }

  getGui(): HTMLElement {
    return this.element;
  }

  /** Another name or another column means another header. */
  refresh(): boolean {
    return false;
  }

  destroy(): void {
    this.stop();
  }

  /** As the line numbers do, headers show which columns the selection reaches. */
  private mark(view: GridView, position: number): void {
    const state = view.session.store.getState();
    const reached = selectedColumns(state).some((column) => column.position === position);
    this.element.dataset['selected'] = String(state.selection?.kind === 'rows' || reached);
  }

  private show(view: GridView, position: number): void {
    const document = documentOf(view);
    this.required.hidden = !isRequiredAt(document, position);
    const isFiltered = filterOf(document).columns.has(position);
    this.element.classList.toggle('rc-header-filtered', isFiltered);
    const counts = columnCounts(document, keyAt(position));
    const severity = counts.error > 0 ? 'error' : counts.warning > 0 ? 'warning' : null;
    const said = sayCounts(counts);
    showDot(this.dot, severity, said);
    const filtered = isFiltered ? 'Filtered: some rows are hidden.' : '';
    this.element.title = [describeColumn(document, position), said, filtered].filter(Boolean).join('\n');
  }
}

/** Where the pointer opens the column's menu; the keyboard does so by Alt+Down on the header. */
function menuMark(): HTMLElement {
  const mark = document.createElement('span');
  mark.className = 'rc-header-menu';
  mark.title = 'Sort, filter, set (Alt+Down)';
  mark.setAttribute('aria-hidden', 'true');
  return mark;
}

function requiredMark(): HTMLElement {
  const mark = document.createElement('span');
  mark.className = 'rc-required';
  mark.textContent = '*';
  mark.setAttribute('role', 'img');
  mark.setAttribute('aria-label', 'required');
  return mark;
}

/** The counts in words, such as “3 errors, 1 warning”; empty where there are none. */
function sayCounts({ error, warning }: { readonly error: number; readonly warning: number }): string {
  const parts = [error > 0 && plural(error, 'error'), warning > 0 && plural(warning, 'warning')];
  return parts.filter((part) => part !== false).join(', ');
}

function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}

/** A dot that says “errors” by a solid disc and “warnings” by a ring, and both in words to a screen reader. */
export function showDot(dot: HTMLElement, severity: Severity | null, said: string): void {
  if (severity === null) {
    dot.className = 'rc-dot';
    dot.removeAttribute('role');
    dot.removeAttribute('aria-label');
    return;
  }
  dot.className = `rc-dot rc-dot-${severity}`;
  dot.setAttribute('role', 'img');
  dot.setAttribute('aria-label', said);
}
