import type { ColDef, ICellRendererComp, ICellRendererParams } from 'ag-grid-community';
import { type Column, columns, type FieldKind } from '../../../shared/person/catalogue.ts';
import { headerAt } from '../../../shared/roster/grid-layout.ts';
import { type CarriedColumn, cellAt, type Roster, type Row } from '../../../shared/roster/roster.ts';
import { writeCell } from '../editing/edit-cells.ts';
import { TextEditor } from '../editing/text-editor.ts';
import { columnIdOf, shownText } from '../view/grid-columns.ts';
import type { GridView } from '../view/grid-view.ts';
import { isNewRow } from '../view/places.ts';
import { cellClassRules } from './cell-class-rules.ts';
import { ColumnHeader } from './column-header.ts';
import { gutterColumn } from './gutter.ts';

/** The grid's columns: the gutter, the catalogue's columns that the roster has, then the file's own. */
export function columnDefinitions(view: GridView, roster: Roster): ColDef<Row, string>[] {
  const known = columns.flatMap((column, position) =>
    column.standard || roster.columns.optional.includes(column.key)
      ? [knownColumn(view, roster, column, position)]
      : [],
  );
  const carried = roster.columns.carried.map((column) => carriedColumn(view, roster, column));
  return [gutterColumn(view), ...known, ...carried];
}

function knownColumn(view: GridView, roster: Roster, column: Column, position: number): ColDef<Row, string> {
  return {
    ...cellColumn(view, roster, position),
    headerName: column.short ?? column.header,
    ...(column.field === 'yesNo' && { cellRenderer: YesNoCell }),
    ...(DIGITS.includes(column.field) && { cellClass: 'rc-digits' }),
  };
}

/** Fields whose texts are read digit by digit, below each other. */
const DIGITS: readonly FieldKind[] = ['employeeId', 'date'];

function carriedColumn(
  view: GridView,
  roster: Roster,
  { position, header }: CarriedColumn,
): ColDef<Row, string> {
  return {
    ...cellColumn(view, roster, position),
    headerName: header === '' ? 'No header' : header,
    cellClass: 'rc-carried',
    headerClass: 'rc-carried-header',
  };
}

function cellColumn(view: GridView, roster: Roster, position: number): ColDef<Row, string> {
  const label = headerAt(roster, position);
  // A function, since AG Grid copies plain objects among the parameters.
  const getView = (): GridView => view;
  return {
    colId: columnIdOf(position),
    headerComponentParams: { innerHeaderComponent: ColumnHeader, getView, position },
    valueGetter: ({ data }) => (data ? cellAt(data, position) : ''),
    valueFormatter: ({ value, data }) => formatted(position, value ?? '', data),
    // The change goes through the session, which draws it; the grid itself has nothing to do.
    valueSetter: ({ data, newValue }) => {
      writeCell(view.session, { row: data.id, position }, newValue ?? '');
      return false;
    },
    cellEditor: TextEditor,
    cellEditorParams: { getView, label, position },
    cellClassRules: {
      ...cellClassRules(view, position),
      'rc-hint': ({ data }) => data !== undefined && isHint(data, position),
    },
  };
}

function formatted(position: number, text: string, row: Row | undefined): string {
  if (row && isNewRow(row.id)) return isHint(row, position) ? 'type here to add a row' : '';
  return shownText(position, text);
}

/** The hint stands in the first cell of the new row and runs on over the empty cells beside it. */
function isHint({ id }: Row, position: number): boolean {
  return isNewRow(id) && position === 0;
}

/** A cell of y or n: the mark is an element of its own, which a click turns; any other text is just shown. */
class YesNoCell implements ICellRendererComp<Row> {
  readonly #element = document.createElement('span');

  init(params: ICellRendererParams<Row, string>): void {
    this.refresh(params);
  }

  getGui(): HTMLElement {
    return this.#element;
  }

  refresh({ value, valueFormatted }: ICellRendererParams<Row, string>): boolean {
    const said = value === 'y' ? 'yes' : value === 'n' ? 'no' : null;
    this.#element.className = said === null ? '' : 'rc-mark';
    this.#element.textContent = valueFormatted ?? '';
    this.#say(said);
    return true;
  }

  /** Names the mark, which screen readers read as “check mark” or not at all. */
  #say(said: string | null): void {
    if (said === null) {
      this.#element.removeAttribute('role');
      this.#element.removeAttribute('aria-label');
    } else {
      this.#element.setAttribute('role', 'img');
      this.#element.setAttribute('aria-label', said);
    }
  }
}
