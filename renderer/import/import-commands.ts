import { chooseToOpen } from '../app/session/choose-file.ts';
import { addFile } from './add-file.ts';
import { rosterCommand } from '../app/commands/command.ts';
import type { Document } from '../app/session/document.ts';
import type { CommandTable, Session } from '../app/session/session.ts';

const THIS_FILE = {
  menu: 'File',
  group: 'This file',
  when: ({ file }: Document) => file !== null,
  whyNot: 'The roster was not read from a file',
} as const;

/** Adding people from another file, what the open roster’s file is, and how it is read. */
export const IMPORT_COMMANDS = {
  'file.merge': rosterCommand({
    menu: 'File',
    group: 'Open',
    title: 'Add people from a file…',
    keys: ['Mod+Shift+O'],
    run: (session) => void chooseAndAdd(session),
  }),
  'file.doctor': rosterCommand({
    ...THIS_FILE,
    title: 'What is this file?',
    run: ({ store }, { file, how }) => {
      if (file !== null) store.setState({ dialog: { kind: 'doctor', file, how } });
    },
  }),
  'file.reading': rosterCommand({
    ...THIS_FILE,
    title: 'How this file is read…',
    run: ({ store }, { file, how }) => {
      if (file !== null) store.setState({ dialog: { kind: 'reading', file, how, purpose: 'open' } });
    },
  }),
  'columns.map': rosterCommand({
    menu: 'Edit',
    group: 'Cells',
    order: 1,
    title: 'Columns…',
    run: ({ store }) => {
      store.setState({ dialog: { kind: 'columns', isFirst: false } });
    },
  }),
} satisfies CommandTable;

async function chooseAndAdd(session: Session): Promise<void> {
  const file = await chooseToOpen(session, 'people');
  if (file !== null) await addFile(session, file);
}
