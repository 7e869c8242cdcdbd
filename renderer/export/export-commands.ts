import { rosterCommand } from '../app/commands/command.ts';
import type { CommandTable } from '../app/session/session.ts';

/** Writing a file for Agent Connect. */
export const EXPORT_COMMANDS = {
  'file.export': rosterCommand({
    menu: 'File',
    group: 'Save and hand over',
    title: 'Export…',
    keys: ['Mod+E'],
    toolbar: { side: 'right', order: 1, look: 'filled' },
    run: ({ store }) => {
      store.setState({ dialog: { kind: 'export' } });
    },
  }),
} satisfies CommandTable;
