import { Menu } from '@mantine/core';
import { commandOf, isApplicable, run } from '../commands/command.ts';
import { keyHint } from '../commands/keys.ts';
import { type Command, type CommandId, useSession, useSessionState } from '../session/session.ts';
import { goToGrid } from '../window/go-to-part.ts';

/**
 * Milliseconds until a menu that closes has given the focus back to its button, which it does after 10: a command that
 * goes to a cell or opens a dialog has the last word on the focus.
 */
const AFTER_MENU = 30;

/** A command in a menu, with its key. Whatever it does, the keys go to the grid afterwards. */
export function CommandItem({ command }: { readonly command: Command | CommandId }) {
  const session = useSession();
  const asked = typeof command === 'string' ? commandOf(session, command) : command;
  const applicable = useSessionState((state) => isApplicable(asked, state));
  const key = keyHint(asked, session.app);
  return (
    <Menu.Item
      disabled={!applicable}
      rightSection={key && <span className="menu-key">{key}</span>}
      onClick={() => {
        setTimeout(() => {
          goToGrid();
          run(session, asked);
        }, AFTER_MENU);
      }}
    >
      {asked.title}
    </Menu.Item>
  );
}
