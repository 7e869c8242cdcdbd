import { leadersFirst } from '../../../../shared/roster/edits.ts';
import { edit } from '../../session/edit-roster.ts';
import { deleteIncomplete } from '../../../organization/roster-mode.ts';
import { type CommandArea, withRoster } from '../command-area.ts';
import { addRow, deleteSelected, duplicateSelected, insertBeside, moveRowsBy } from '../row-commands.ts';
import { sortHere } from '../sort-commands.ts';

export const ROWS: CommandArea<'rows'> = {
  'rows.insertAbove': (session) => {
    insertBeside(session, 'above');
  },
  'rows.insertBelow': (session) => {
    insertBeside(session, 'below');
  },
  'rows.add': withRoster(addRow),
  'rows.duplicate': withRoster(duplicateSelected),
  'rows.delete': withRoster(deleteSelected),
  'rows.moveUp': (session) => {
    moveRowsBy(session, -1);
  },
  'rows.moveDown': (session) => {
    moveRowsBy(session, 1);
  },
  'rows.deleteIncomplete': withRoster(deleteIncomplete),
  'rows.leadersFirst': withRoster((session, { roster }) => {
    edit(session, 'Move leaders first', leadersFirst(roster));
  }),
  'rows.sortAscending': withRoster((session, document) => {
    sortHere(session, document, 'ascending');
  }),
  'rows.sortDescending': withRoster((session, document) => {
    sortHere(session, document, 'descending');
  }),
};
