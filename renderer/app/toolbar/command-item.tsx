import { Menu } from '@mantine/core';
import { COMMANDS, type CommandName } from '../../../shared/commands.ts';
import { keyHint } from '../commands/key-hint.ts';
import { isApplicable } from '../commands/is-available.ts';
import { runCommand } from '../commands/run-command.ts';
import { useSession, useSessionState } from '../session/session.ts';
import { goToGrid } from '../window/go-to-part.ts';

/**
 * Milliseconds until a menu that closes has given the focus back to its button, which it does after 10: a command that
 * goes to a cell or opens a dialog has the last word on the focus.
 */
const AFTER_MENU = 30;

/** A command in a menu, with its key. Whatever it does, the keys go to the grid afterwards. */
export function CommandItem({ command }: { readonly command: CommandName }) {
  const session = useSession();
  const applicable = useSessionState((state) => isApplicable(state, command));
  const { title } = COMMANDS[command];
  const key = keyHint(command, session.app);
  return (
    <Menu.Item
      disabled={!applicable}
      rightSection={key && <span className="menu-key">{key}</span>}
      onClick={() => {
        setTimeout(() => {
          goToGrid();
          runCommand(session, command);
        }, AFTER_MENU);
      }}
    >
      {title}
    </Menu.Item>
  );
}
