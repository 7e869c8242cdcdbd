import type { IHeaderParams, IInnerHeaderComponent } from 'ag-grid-community';
import { columns, keyAt } from '../../../shared/columns/catalogue.ts';
import { documentOf, type GridView } from '../grid-view.ts';
import { describeColumn } from './describe-column.ts';
import { showDot } from './problem-dot.ts';
import { columnCounts } from './problem-places.ts';

interface Extra {
  readonly getView: () => GridView;
  readonly position: number;
}

/** A column's header: its name, a mark where it is required, and a dot with the count where it has problems. */
export class ColumnHeader implements IInnerHeaderComponent {
  private readonly element = document.createElement('span');
  private readonly dot = document.createElement('span');
  private stop: () => void = () => undefined;

  init({ displayName, getView, position }: IHeaderParams & Extra): void {
    const view = getView();
    this.element.className = 'rc-header';
    const name = document.createElement('span');
    name.className = 'rc-header-name';
    name.textContent = displayName;
    this.element.append(name);
    if (columns[position]?.required === true) this.element.append(requiredMark());
    this.element.append(this.dot);
    this.show(view, position);
    this.stop = view.session.store.subscribe((state, before) => {
      if (state.document !== null && state.document.version !== before.document?.version)
        this.show(view, position);
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

  private show(view: GridView, position: number): void {
    const document = documentOf(view);
    const counts = columnCounts(document, keyAt(position));
    const severity = counts.error > 0 ? 'error' : counts.warning > 0 ? 'warning' : null;
    const said = sayCounts(counts);
    showDot(this.dot, severity, said);
    this.element.title = [describeColumn(document.roster, position), said].filter(Boolean).join('\n');
  }
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
export function sayCounts({ error, warning }: { readonly error: number; readonly warning: number }): string {
  const parts = [error > 0 && plural(error, 'error'), warning > 0 && plural(warning, 'warning')];
  return parts.filter((part) => part !== false).join(', ');
}

function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}
