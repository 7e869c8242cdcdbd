import type { ColDef, ICellRendererComp, ICellRendererParams } from 'ag-grid-community';
import { lineOf, type Row } from '../../../shared/roster/roster.ts';
import type { Document } from '../../app/session/document.ts';
import { lineInFile } from '../../app/session/people.ts';
import { severityOfRow } from '../../problems/problem-places.ts';
import { teamMarkOf } from '../view/team-difference.ts';
import { ROW_MARKS, type RowMark } from '../../upload/marks/row-mark.ts';
import { hideMark, showMark } from '../../upload/marks/show-mark.ts';
import { GUTTER } from '../view/grid-columns.ts';
import { documentOf, type GridView } from '../view/grid-view.ts';
import { holdsRow, isNewRow } from '../view/places.ts';
import { showDot } from './column-header.ts';

/** Width of the gutter, in CSS pixels: a dot and a line number of six digits. */
const WIDTH = 80;

/**
 * The column of line numbers, with a dot where the row has problems, or the mark that an upload gives it, and how it
 * stands against the current team.
 */
export function gutterColumn(view: GridView): ColDef<Row, string> {
  return {
    colId: GUTTER,
    headerName: 'Line',
    width: WIDTH,
    pinned: 'left',
    lockPinned: true,
    lockPosition: 'left',
    suppressNavigable: true,
    resizable: false,
    editable: false,
    cellClass: 'rc-gutter',
    headerClass: 'rc-gutter-header',
    cellAriaRole: 'rowheader',
    cellRenderer: GutterCell,
    // A function, since AG Grid copies plain objects among the parameters.
    cellRendererParams: { getView: () => view },
    // The text that the cell depends on: the grid redraws the cell when this differs.
    valueGetter: ({ data }) => (data ? gutterValue(view, data) : ''),
    cellClassRules: {
      'rc-gutter-selected': ({ node }) => holdsRow(view.block, node.rowIndex ?? -1),
    },
  };
}

function gutterValue(view: GridView, row: Row): string {
  if (isNewRow(row.id)) return '+';
  const document = documentOf(view);
  const shown = markOf(view, row) ?? severityOfRow(document, row.id) ?? '';
  return `${lineOf(row)} ${shown} ${teamMarkOf(document, row.id)?.label ?? ''}`;
}

/**
 * What the upload says of a row. While it is planned and runs, that matters more than the row’s problems; afterwards its
 * errors are what is left to do.
 */
function markOf({ session }: GridView, row: Row): RowMark | null {
  const { marks, document } = session.store.getState();
  if (marks === null || marks.roster !== document?.roster) return null;
  if (marks.isOver && severityOfRow(document, row.id) === 'error') return null;
  return marks.of.get(row.id) ?? null;
}

const SAID = { error: 'has errors', warning: 'has warnings' } as const;

/** Where the row stands in the file that was opened, for those who have it open beside this; empty where that is the same. */
function fileLineOf(document: Document | null, row: Row): string {
  const line = document && lineInFile(document, row);
  return document === null || line === null
    ? ''
    : `Line ${line.toLocaleString('en-US')} of “${document.name}”`;
}

type GutterParams = ICellRendererParams<Row, string> & { readonly getView: () => GridView };

/** A line number and a dot, solid for errors and hollow for warnings, or an upload's mark; said in words to a screen reader. */
class GutterCell implements ICellRendererComp<Row> {
  private readonly element = document.createElement('span');
  private readonly dot = document.createElement('span');
  private readonly team = document.createElement('span');
  private readonly line = document.createElement('span');

  init(params: GutterParams): void {
    this.element.className = 'rc-gutter-cell';
    this.element.append(this.dot, this.team, this.line);
    this.show(params);
  }

  getGui(): HTMLElement {
    return this.element;
  }

  refresh(params: GutterParams): boolean {
    this.show(params);
    return true;
  }

  private show({ data, getView }: GutterParams): void {
    const typing = data === undefined || isNewRow(data.id);
    const mark = typing ? null : markOf(getView(), data);
    const severity = typing ? null : severityOfRow(documentOf(getView()), data.id);
    this.line.textContent = typing ? '+' : String(lineOf(data));
    this.element.title = typing ? '' : fileLineOf(documentOf(getView()), data);
    const team = typing || mark !== null ? null : teamMarkOf(documentOf(getView()), data.id);
    if (team === null) hideMark(this.team);
    else showMark(this.team, team);
    if (mark !== null) {
      showMark(this.dot, ROW_MARKS[mark]);
      return;
    }
    hideMark(this.dot);
    showDot(this.dot, severity, severity === null ? '' : SAID[severity]);
  }
}

/** On the wrapper while the columns are or may be scrolled aside; `grid.css` lets the gutter stick only then. */
const ASIDE = 'rc-aside';

/**
 * Lets the gutter stick to the left edge only while the columns are scrolled aside. A browser makes a layer of its own
 * of each row's sticky gutter, which costs a third of every frame of scrolling up and down; where nothing is scrolled
 * aside, the gutter is in its place without. Answers a function that stops it.
 */
export function pinGutter({ wrapper }: GridView): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const viewport = wrapper.querySelector('.ag-grid-viewport');
  const follow = (): void => {
    wrapper.classList.toggle(ASIDE, viewport !== null && viewport.scrollLeft > 0);
  };
  // A wheel or a touchpad scrolls before the page hears of it: the gutter must stick by then.
  const prepare = ({ deltaX, shiftKey }: WheelEvent): void => {
    if (deltaX !== 0 || shiftKey) wrapper.classList.add(ASIDE);
  };
  viewport?.addEventListener('scroll', follow, { passive: true, signal });
  wrapper.addEventListener('wheel', prepare, { passive: true, signal });
  follow();
  return () => {
    controller.abort();
    wrapper.classList.remove(ASIDE);
  };
}
