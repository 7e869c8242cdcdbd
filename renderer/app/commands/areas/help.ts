import { askToRemoveData, lookForUpdate } from '../../../about/about-commands.ts';
import type { CommandArea } from '../command-area.ts';

export const HELP: CommandArea<'help'> = {
  'help.shortcuts': ({ store }) => {
    store.setState({ dialog: { kind: 'shortcuts' } });
  },
  'help.update': lookForUpdate,
  'help.diagnostics': ({ store }) => {
    store.setState({ dialog: { kind: 'diagnostics' } });
  },
  'help.removeData': askToRemoveData,
};
