import { COMMANDS, type CommandName } from '../../../shared/commands.ts';
import type { MenuRequest } from './follow-requests.ts';

const CLIPBOARD = ['edit.cut', 'edit.copy', 'edit.paste'];
const ROWS = [
  ['rows.insertAbove', 'rows.insertBelow', 'rows.duplicate', 'rows.delete'],
  ['rows.moveUp', 'rows.moveDown'],
];

/** The commands of each menu in their groups; those that the table does not have are left out. */
const SECTIONS: Readonly<Record<MenuRequest['about'], readonly (readonly string[])[]>> = {
  cells: [
    CLIPBOARD,
    ['edit.clear', 'edit.fillDown', 'edit.fillRight', 'edit.setColumn'],
    ['edit.putBack'],
    ...ROWS,
  ],
  rows: [CLIPBOARD, ['edit.clear', 'edit.fillDown'], ['edit.putBack'], ...ROWS],
  columns: [
    CLIPBOARD,
    ['edit.clear', 'edit.fillDown', 'edit.setColumn'],
    ['edit.putBack'],
    ['rows.sortAscending', 'rows.sortDescending', 'view.filterColumn'],
    ['columns.hide', 'columns.showAll', 'columns.pin', 'columns.holdNames'],
    ['columns.moveLeft', 'columns.moveRight', 'columns.wider', 'columns.narrower', 'columns.fit'],
    ['columns.reset'],
  ],
};

/** What a context menu offers, in groups. */
export function menuSections(about: MenuRequest['about']): CommandName[][] {
  return SECTIONS[about].map((names) => names.filter(isCommand)).filter((names) => names.length > 0);
}

function isCommand(name: string): name is CommandName {
  return name in COMMANDS;
}
