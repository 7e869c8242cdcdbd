import { AT } from '../../../../shared/person/catalogue.ts';
import { goToFound, openFind } from '../../../find/find-commands.ts';
import { redoStep, undoStep } from '../../session/edit-roster.ts';
import { asksGrid } from '../ask-grid.ts';
import { type CommandArea, withRoster } from '../command-area.ts';

export const EDIT: CommandArea<'edit'> = {
  'edit.undo': undoStep,
  'edit.redo': redoStep,
  'edit.find': withRoster((session) => {
    openFind(session, 'find');
  }),
  'edit.replace': withRoster((session) => {
    openFind(session, 'replace');
  }),
  'edit.findNext': withRoster((session) => {
    goToFound(session, 1, false);
  }),
  'edit.findPrevious': withRoster((session) => {
    goToFound(session, -1, false);
  }),
  'edit.setColumn': withRoster(({ store }) => {
    const position = store.getState().selection?.anchor.position ?? AT.role;
    store.setState({ dialog: { kind: 'setColumn', position } });
  }),
  'edit.cut': asksGrid('cut'),
  'edit.copy': asksGrid('copy'),
  'edit.paste': asksGrid('paste'),
  'edit.clear': asksGrid('clear'),
  'edit.fillDown': asksGrid('fillDown'),
  'edit.fillRight': asksGrid('fillRight'),
  'edit.putBack': asksGrid('putBack'),
};
