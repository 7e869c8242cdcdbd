import { ActionIcon, Menu } from '@mantine/core';
import { IconMenu2 } from '@tabler/icons-react';
import { Fragment } from 'react';
import { type Command, COMMANDS, type CommandName } from '../../shared/commands.ts';
import { isOffered } from '../commands/is-available.ts';
import { useSessionState } from '../session/session.ts';
import { CommandItem } from './command-item.tsx';

// The table's keys are exactly the names of its commands.
const names = Object.keys(COMMANDS) as CommandName[];
const menus = [...new Set(names.map((name): Command['menu'] => COMMANDS[name].menu))];

/** Everything that Rollcall can do, for where there is no application menu and for those who look for it here. */
export function CommandMenu() {
  // A text, which stays the same as long as what it lists does.
  const missing = useSessionState((state) => names.filter((name) => !isOffered(state, name)).join());
  return (
    <Menu width={330} withinPortal={false}>
      <Menu.Target>
        <ActionIcon aria-label="All commands">
          <IconMenu2 size={18} stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className="command-menu">
        {menus.map((menu, index) => (
          <Fragment key={menu}>
            {index > 0 && <Menu.Divider />}
            {names
              .filter((name) => COMMANDS[name].menu === menu && !missing.split(',').includes(name))
              .map((name) => (
                <CommandItem key={name} command={name} />
              ))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
