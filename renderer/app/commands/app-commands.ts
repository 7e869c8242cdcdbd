import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { chooseToOpen } from '../session/choose-file.ts';
import { whenSafe } from '../session/dialogs.ts';
import { redoStep, undoStep } from '../session/edit-roster.ts';
import { newRoster, openFile } from '../session/open-roster.ts';
import { save, saveAs } from '../session/save-roster.ts';
import type { CommandTable, Session } from '../session/session.ts';
import { goToPart } from '../window/go-to-part.ts';
import { command, rosterCommand } from './command.ts';

const OPEN = { menu: 'File', group: 'Open' } as const;
const SAVE = { menu: 'File', group: 'Save and hand over' } as const;
const STEPS = { menu: 'Edit', group: 'Steps', fieldKeys: 'by menu' } as const;
const GO_TO = { menu: 'View', group: 'Go to' } as const;

/** The commands of a roster's file, of its steps and of the window itself. */
export const APP_COMMANDS = {
  'file.new': command({
    ...OPEN,
    title: 'New roster',
    keys: ['Mod+N'],
    run: (session) => {
      whenSafe(session, () => {
        newRoster(session);
      });
    },
  }),
  'file.open': command({
    ...OPEN,
    title: 'Open…',
    keys: ['Mod+O'],
    run: (session) => void chooseAndOpen(session),
  }),
  'file.save': rosterCommand({
    ...SAVE,
    title: 'Save',
    keys: ['Mod+S'],
    run: (session) => void save(session),
  }),
  'file.saveAs': rosterCommand({
    ...SAVE,
    title: 'Save as…',
    keys: ['Mod+Shift+S'],
    run: (session) => void saveAs(session),
  }),
  'file.close': rosterCommand({
    menu: 'File',
    group: 'This file',
    order: 1,
    title: 'Close roster',
    run: (session) => {
      whenSafe(session, () => {
        session.store.setState({ document: null, selection: null, dialog: null });
      });
    },
  }),
  'edit.undo': rosterCommand({
    ...STEPS,
    title: 'Undo',
    icon: IconArrowBackUp,
    keys: ['Mod+Z'],
    toolbar: {
      side: 'left',
      look: 'icon',
      label: ({ document }) => {
        const done = document?.history.done.at(-1);
        return done === undefined ? 'Nothing to undo' : `Undo: ${done.label}`;
      },
    },
    when: ({ history }) => history.done.length > 0,
    whyNot: 'Nothing to undo',
    run: undoStep,
  }),
  'edit.redo': rosterCommand({
    ...STEPS,
    title: 'Redo',
    icon: IconArrowForwardUp,
    keys: ['Mod+Y', 'Mod+Shift+Z'],
    macKeys: ['Mod+Shift+Z', 'Mod+Y'],
    toolbar: {
      side: 'left',
      look: 'icon',
      label: ({ document }) => {
        const undone = document?.history.undone.at(-1);
        return undone === undefined ? 'Nothing to redo' : `Redo: ${undone.label}`;
      },
    },
    when: ({ history }) => history.undone.length > 0,
    whyNot: 'Nothing to redo',
    run: redoStep,
  }),
  'view.palette': command({
    ...GO_TO,
    title: 'All commands…',
    keys: ['Mod+Shift+P', 'F1'],
    run: ({ store }) => {
      store.setState({ dialog: { kind: 'palette' } });
    },
  }),
  'view.nextPart': rosterCommand({
    ...GO_TO,
    order: 1,
    title: 'Go to the next part of the window',
    keys: ['F6'],
    run: () => {
      goToPart(1);
    },
  }),
  'view.previousPart': rosterCommand({
    ...GO_TO,
    order: 1,
    title: 'Go to the previous part of the window',
    keys: ['Shift+F6'],
    run: () => {
      goToPart(-1);
    },
  }),
  'help.shortcuts': command({
    menu: 'Help',
    title: 'Keyboard shortcuts',
    keys: ['Mod+/'],
    run: ({ store }) => {
      store.setState({ dialog: { kind: 'shortcuts' } });
    },
  }),
} satisfies CommandTable;

async function chooseAndOpen(session: Session): Promise<void> {
  const file = await chooseToOpen(session);
  if (file === null) return;
  whenSafe(session, () => void openFile(session, file));
}
