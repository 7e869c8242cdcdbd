import { withColumn } from '../../shared/find/row-filter.ts';
import { hideSelected, openColumnPopup, pinSelected, resetLayout } from './commands/column-commands.ts';
import { sortColumn } from './commands/sort-commands.ts';
import type { Document } from '../app/session/document.ts';
import { filterOf, filterRows } from '../app/session/filter-rows.ts';
import type { Session } from '../app/session/session.ts';
import { fitColumns, isInSelectedColumns } from './input/header-pointer.ts';
import type { Point } from './selection/follow-drag.ts';
import { selectColumn } from './selection/select-cells.ts';
import type { GridView } from './view/grid-view.ts';

/** One thing that the menu of a column's header offers. */
export interface ColumnMenuEntry {
  readonly label: string;
  readonly run: (view: GridView, position: number) => void;
  /** Left out of the menu where this says no. */
  readonly isOffered?: (document: Document, position: number) => boolean;
}

/** The menu of a column's header, section by section. */
export const COLUMN_MENU: readonly (readonly ColumnMenuEntry[])[] = [
  [
    {
      label: 'Sort ascending',
      run: ({ session }, position) => {
        sortColumn(session, position, 'ascending');
      },
    },
    {
      label: 'Sort descending',
      run: ({ session }, position) => {
        sortColumn(session, position, 'descending');
      },
    },
  ],
  [
    {
      label: 'Filter…',
      run: ({ session }, position) => {
        openColumnPopup(session, 'filter', position);
      },
    },
    {
      label: 'Clear this filter',
      isOffered: (document, position) => filterOf(document).columns.has(position),
      run: ({ session }, position) => {
        const { document } = session.store.getState();
        if (document !== null) filterRows(session, withColumn(filterOf(document), position, null));
      },
    },
  ],
  [
    {
      label: 'Set for several rows…',
      run: ({ session }, position) => {
        session.store.setState({ dialog: { kind: 'setColumn', position } });
      },
    },
  ],
  [
    onColumn('Hide', hideSelected),
    onColumn('Pin or unpin', pinSelected),
    { label: 'Fit to the texts in sight', run: fitColumns },
  ],
  [
    {
      label: 'Reset the column layout',
      run: ({ session }) => {
        resetLayout(session);
      },
    },
  ],
];

/** A command on the columns that are selected, of which this one is made to be one. */
function onColumn(label: string, act: (session: Session) => void): ColumnMenuEntry {
  return {
    label,
    run: (view, position) => {
      if (!isInSelectedColumns(view, position)) selectColumn(view, position, false);
      act(view.session);
    },
  };
}

/** What a context menu is about, and where in the window it comes. */
export interface MenuRequest {
  readonly about: 'cells' | 'rows' | 'columns';
  readonly at: Point;
}
