import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { whyNot } from '../app/commands/why-not.ts';
import { useSession, useSessionState } from '../app/session/session.ts';
import { currentMode } from '../app/session/settings.ts';
import { setMode } from './set-mode.ts';
import './mode-menu.css';

/** What the roster is for: a bulk create, or a bulk update of the current team. */
export function ModeMenu() {
  const session = useSession();
  const mode = useSessionState(currentMode);
  const why = useSessionState((state) =>
    state.organizations.known === null ? whyNot(state, 'organization.bulkUpdate') : null,
  );
  return (
    <Menu width={340} withinPortal={false}>
      <Menu.Target>
        <Button
          className="mode-button"
          variant="subtle"
          color="gray"
          data-mode={mode}
          rightSection={<IconChevronDown size={14} />}
          title="What this roster is for"
        >
          {mode === 'update' ? 'Bulk update' : 'Bulk create'}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={mode}
          onChange={(value) => {
            setMode(session, value === 'update' ? 'update' : 'create');
          }}
        >
          <Menu.RadioItem value="create" closeMenuOnClick>
            Bulk create
            <span className="mode-what">New people, to be added to Agent Connect</span>
          </Menu.RadioItem>
          <Menu.RadioItem value="update" closeMenuOnClick disabled={why !== null}>
            Bulk update
            <span className="mode-what">
              {why === null ? 'Changes to people whom Agent Connect has' : `${why}.`}
            </span>
          </Menu.RadioItem>
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
