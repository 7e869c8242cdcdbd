import { Menu } from '@mantine/core';
import { COMMANDS, type CommandName } from '../../shared/commands.ts';
import { keyLabel } from '../commands/key-label.ts';
import { isApplicable, runCommand } from '../commands/run-command.ts';
import { useSession, useSessionState } from '../session/session.ts';

/** A command in a menu, with its key. */
export function CommandItem({ command }: { readonly command: CommandName }) {
  const session = useSession();
  const applicable = useSessionState((state) => isApplicable(state, command));
  const { title, keys } = COMMANDS[command];
  const [key] = keys;
  return (
    <Menu.Item
      disabled={!applicable}
      rightSection={key && <span className="menu-key">{keyLabel(key, session.app.platform)}</span>}
      onClick={() => {
        runCommand(session, command);
      }}
    >
      {title}
    </Menu.Item>
  );
}
