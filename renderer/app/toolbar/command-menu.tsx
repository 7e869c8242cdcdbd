import { ActionIcon, Menu } from '@mantine/core';
import { IconMenu2 } from '@tabler/icons-react';
import { Fragment } from 'react';
import { type Command, COMMANDS, type CommandName } from '../../../shared/commands.ts';
import { isOffered } from '../commands/is-available.ts';
import { useSessionState } from '../session/session.ts';
import { CommandItem } from './command-item.tsx';

type MenuName = Command['menu'];

// The table's keys are exactly the names of its commands.
const names = Object.keys(COMMANDS) as CommandName[];
const menus = [...new Set(names.map((name): MenuName => COMMANDS[name].menu))];

/** Everything that Rollcall can do, for where there is no application menu and for those who look for it here. */
export function CommandMenu() {
  // A text, which stays the same as long as what it lists does.
  const missing = useSessionState((state) => names.filter((name) => !isOffered(state, name)).join());
  const offered = names.filter((name) => !missing.split(',').includes(name));
  return (
    <Menu width={180} withinPortal={false}>
      <Menu.Target>
        <ActionIcon aria-label="All commands">
          <IconMenu2 size={18} stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {menus.map((menu) => (
          <SubMenu key={menu} menu={menu} commands={offered.filter((name) => COMMANDS[name].menu === menu)} />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

interface SubMenuProps {
  readonly menu: MenuName;
  readonly commands: readonly CommandName[];
}

/** The commands of one menu, those that belong together beneath their heading. */
function SubMenu({ menu, commands }: SubMenuProps) {
  const groups = [...new Set(commands.map(groupOf))];
  return (
    <Menu.Sub width={360}>
      <Menu.Sub.Target>
        <Menu.Sub.Item>{menu}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown className="command-menu">
        {groups.map((group) => (
          <Fragment key={group}>
            {group !== undefined && <Menu.Label>{group}</Menu.Label>}
            {commands
              .filter((name) => groupOf(name) === group)
              .map((name) => (
                <CommandItem key={name} command={name} />
              ))}
          </Fragment>
        ))}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}

function groupOf(name: CommandName): string | undefined {
  const command: Command = COMMANDS[name];
  return command.group;
}
