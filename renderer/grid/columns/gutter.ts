import type { ColDef, ICellRendererComp, ICellRendererParams } from 'ag-grid-community';
import { lineOf, type Row } from '../../../shared/roster/roster.ts';
import { documentOf, type GridView } from '../grid-view.ts';
import { holdsRow } from '../selection/selected-block.ts';
import { lineInFile } from '../../app/session/people.ts';
import type { Document } from '../../app/session/document.ts';
import { teamMarkOf } from '../../update/team-mark.ts';
import { ROW_MARKS, type RowMark } from '../../upload/marks/row-mark.ts';
import { hideMark, showMark } from '../../upload/marks/show-mark.ts';
import { isNewRow } from '../typing-row.ts';
import { GUTTER } from './column-id.ts';
import { showDot } from './problem-dot.ts';
import { severityOfRow } from './problem-places.ts';

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
