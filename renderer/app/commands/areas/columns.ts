import { asksGrid } from '../ask-grid.ts';
import {
  changeWidths,
  hideSelected,
  moveSelected,
  pinSelected,
  toggleNames,
  resetLayout,
  showAllColumns,
} from '../column-commands.ts';
import { type CommandArea, withRoster } from '../command-area.ts';

export const COLUMNS: CommandArea<'columns'> = {
  'columns.map': withRoster(({ store }) => {
    store.setState({ dialog: { kind: 'columns', isFirst: false } });
  }),
  'columns.hide': hideSelected,
  'columns.showAll': showAllColumns,
  'columns.pin': pinSelected,
  'columns.holdNames': toggleNames,
  'columns.moveLeft': (session) => {
    moveSelected(session, -1);
  },
  'columns.moveRight': (session) => {
    moveSelected(session, 1);
  },
  'columns.wider': (session) => {
    changeWidths(session, 1);
  },
  'columns.narrower': (session) => {
    changeWidths(session, -1);
  },
  'columns.fit': asksGrid('fitColumns'),
  'columns.reset': resetLayout,
};
