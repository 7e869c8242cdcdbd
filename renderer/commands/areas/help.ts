import type { CommandArea } from '../command-area.ts';

export const HELP: CommandArea<'help'> = {
  'help.shortcuts': ({ store }) => {
    store.setState({ dialog: { kind: 'shortcuts' } });
  },
};
