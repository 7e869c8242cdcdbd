import { hasSelection, rosterCommand } from '../../app/commands/command.ts';
import type { CommandTable, Session } from '../../app/session/session.ts';
import type { GridRequest } from '../../app/session/state.ts';

/** A command that the grid carries out, since only it knows which columns are shown in which order. */
export function asksGrid(what: GridRequest['what']): (session: Session) => void {
  return ({ store }) => {
    store.setState({ gridRequest: { what } });
  };
}

const CELLS = {
  menu: 'Edit',
  group: 'Cells',
  fieldKeys: 'kept',
  when: hasSelection,
  whyNot: 'There is nothing it applies to',
} as const;
const EVERYWHERE = ['cells', 'rows', 'columns'] as const;
const CLIPBOARD = { of: EVERYWHERE, section: 1 } as const;

/** What is done with the selected cells. */
export const CELL_COMMANDS = {
  'edit.cut': rosterCommand({
    ...CELLS,
    title: 'Cut',
    keys: ['Mod+X'],
    native: true,
    context: CLIPBOARD,
    run: asksGrid('cut'),
  }),
  'edit.copy': rosterCommand({
    ...CELLS,
    title: 'Copy',
    keys: ['Mod+C'],
    native: true,
    context: CLIPBOARD,
    run: asksGrid('copy'),
  }),
  'edit.paste': rosterCommand({
    ...CELLS,
    title: 'Paste',
    keys: ['Mod+V'],
    native: true,
    context: CLIPBOARD,
    run: asksGrid('paste'),
  }),
  'edit.clear': rosterCommand({
    ...CELLS,
    title: 'Clear cells',
    context: { of: EVERYWHERE, section: 2 },
    run: asksGrid('clear'),
  }),
  'edit.fillDown': rosterCommand({
    ...CELLS,
    title: 'Fill down',
    keys: ['Mod+D'],
    context: { of: EVERYWHERE, section: 2 },
    run: asksGrid('fillDown'),
  }),
  'edit.fillRight': rosterCommand({
    ...CELLS,
    title: 'Fill right',
    keys: ['Mod+R'],
    context: { of: ['cells'], section: 2 },
    run: asksGrid('fillRight'),
  }),
  'edit.putBack': rosterCommand({
    ...CELLS,
    title: 'Put back what Agent Connect has',
    context: { of: EVERYWHERE, section: 3 },
    when: (document, state) => document.checker.comparison !== null && hasSelection(document, state),
    whyNot: 'Nothing is selected, or this is not a bulk update',
    run: asksGrid('putBack'),
  }),
} satisfies CommandTable;
