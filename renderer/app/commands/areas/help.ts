import { lookForUpdate } from '../../../app-update/look-for-update.ts';
import { askToRemoveData } from '../../../support/remove-data.ts';
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
