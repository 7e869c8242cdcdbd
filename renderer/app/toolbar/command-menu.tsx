import { ActionIcon, Menu } from '@mantine/core';
import { IconMenu2 } from '@tabler/icons-react';
import { Fragment } from 'react';
import { type MenuGroup, menusOf } from '../commands/command.ts';
import { type Command, useSession, useSessionState } from '../session/session.ts';
import { CommandItem } from './command-item.tsx';

/** Everything that Rollcall can do, for where there is no application menu and for those who look for it here. */
export function CommandMenu() {
  return (
    <Menu width={180} withinPortal={false}>
      <Menu.Target>
        <ActionIcon aria-label="All commands">
          <IconMenu2 size={18} stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <SubMenus />
      </Menu.Dropdown>
    </Menu>
  );
}

/** The menus, drawn while they are open. */
function SubMenus() {
  const session = useSession();
  const appUpdate = useSessionState((state) => state.appUpdate);
  return menusOf(session, { appUpdate }).map(([menu, groups]) => (
    <SubMenu key={menu} menu={menu} groups={groups} />
  ));
}

interface SubMenuProps {
  readonly menu: Command['menu'];
  readonly groups: readonly MenuGroup[];
}

/** The commands of one menu, those that belong together beneath their heading. */
function SubMenu({ menu, groups }: SubMenuProps) {
  return (
    <Menu.Sub width={360}>
      <Menu.Sub.Target>
        <Menu.Sub.Item>{menu}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown className="command-menu">
        {groups.map(({ heading, commands }) => (
          <Fragment key={heading}>
            {heading !== null && <Menu.Label>{heading}</Menu.Label>}
            {commands.map((command) => (
              <CommandItem key={command.id} command={command} />
            ))}
          </Fragment>
        ))}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}
