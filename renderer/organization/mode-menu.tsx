import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import type { Roster } from '../../shared/roster/roster.ts';
import { commandOf, whyNot } from '../app/commands/command.ts';
import { useSession, useSessionState } from '../app/session/session.ts';
import { currentMode } from '../app/session/settings.ts';
import type { SessionState } from '../app/session/state.ts';
import { setMode } from './roster-mode.ts';
import css from './mode-menu.module.css';
import { Notice } from '../ui/notice.tsx';

/** What the roster is for: a bulk create, or a bulk update of the current team. */
export function ModeMenu() {
  const session = useSession();
  const mode = useSessionState(currentMode);
  const why = useSessionState((state) =>
    state.organizations.known === null ? whyNot(commandOf(session, 'organization.bulkUpdate'), state) : null,
  );
  return (
    <Menu width={340} withinPortal={false}>
      <Menu.Target>
        <Button
          data-testid="mode"
          className={css['modeButton']}
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
            <span className={css['modeWhat']}>New people, to be added to Agent Connect</span>
          </Menu.RadioItem>
          <Menu.RadioItem value="update" closeMenuOnClick disabled={why !== null}>
            Bulk update
            <span className={css['modeWhat']}>
              {why === null ? 'Changes to people whom Agent Connect has' : `${why}.`}
            </span>
          </Menu.RadioItem>
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Offers a bulk update where most people of the roster are in Agent Connect already, as in a file of its current team. */
export function UpdateOffer() {
  const session = useSession();
  const [declined, setDeclined] = useState<Roster | null>(null);
  const roster = useSessionState((state) => state.document?.roster ?? null);
  const offered = useSessionState(isMostlyKnown);
  if (!offered || roster === declined) return null;
  return (
    <Notice
      label="Bulk update"
      icon={<IconInfoCircle size={18} stroke={1.7} aria-hidden />}
      text="Most of these people are in Agent Connect already. Prepare a bulk update instead?"
      closing="Leave it a bulk create"
      onClose={() => {
        setDeclined(roster);
      }}
    >
      <Button
        onClick={() => {
          setMode(session, 'update');
        }}
      >
        Prepare a bulk update
      </Button>
    </Notice>
  );
}

/** Whether a roster that is to create people holds more who exist than others. */
function isMostlyKnown({ document, mode }: SessionState): boolean {
  if (document?.held !== null || mode === 'update') return false;
  const known = document.counts.byCode.get('person.exists') ?? 0;
  return known > 0 && known * 2 > document.roster.rows.length;
}
