import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { Situation } from '../../shared/failures/entry.ts';
import { type Failure, failureSentence } from '../../shared/failures/failures.ts';
import type { Organization } from '../../shared/organization/organization.ts';
import { useSession, useSessionState } from '../app/session/session.ts';
import { useSituation } from '../app/session/situation.ts';
import { CommandItem } from '../app/toolbar/command-item.tsx';
import { describeTeam } from './describe-team.ts';
import { EnvironmentBadge } from './environment-badge.tsx';
import { chooseOrganization } from './keep-organization.ts';
import { chosenOrganization } from './organizations.ts';
import './organization.css';

/** The organization that is worked with, and the way to another, to its connection and to its current team. */
export function OrganizationMenu() {
  const session = useSession();
  const here = useSituation();
  const { all, chosen, trouble } = useSessionState((state) => state.organizations);
  const organization = useSessionState((state) => chosenOrganization(state.organizations));
  return (
    <Menu width={320} withinPortal={false}>
      <Menu.Target>
        <Button
          className="organization-button"
          variant="subtle"
          color="gray"
          rightSection={<IconChevronDown size={14} />}
          title={organization ? titleOf(organization, trouble, here) : 'Agent Connect and its current team'}
        >
          <span className="organization-name" data-none={organization === null}>
            {organization?.name ?? 'No organization'}
          </span>
          {organization && <EnvironmentBadge environment={organization.environment} />}
          <TeamCheck />
        </Button>
      </Menu.Target>
      <Menu.Dropdown className="organization-list">
        {all.length > 0 && <Menu.Label>Organizations</Menu.Label>}
        <Menu.RadioGroup
          value={chosen}
          onChange={(id) => {
            chooseOrganization(session, id);
          }}
        >
          {all.map(({ id, name, environment }) => (
            <Menu.RadioItem
              key={id}
              value={id}
              closeMenuOnClick
              rightSection={<EnvironmentBadge environment={environment} />}
            >
              {name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        {all.length > 0 && <Menu.Divider />}
        <CommandItem command="organization.show" />
        {organization !== null && (
          <>
            <CommandItem command="organization.pull" />
            <CommandItem command="organization.readTeam" />
          </>
        )}
        <Menu.Divider />
        <CommandItem command="organization.add" />
        {organization !== null && (
          <Menu.Item
            onClick={() => {
              chooseOrganization(session, null);
            }}
          >
            Work without an organization
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function titleOf({ team }: Organization, trouble: Failure | null, here: Situation): string {
  if (trouble !== null) return failureSentence(trouble, here);
  return team === null ? 'No current team yet' : `Current team: ${describeTeam(team, new Date())}`;
}

/** A line that grows while the open roster is checked against a current team that became known; it takes no room. */
export function TeamCheck() {
  const checked = useSessionState(({ organizations }) => organizations.checked);
  if (checked === null) return null;
  return (
    <span
      className="team-check"
      role="progressbar"
      aria-label="Checking the roster against the current team"
      aria-valuenow={Math.round(checked * 100)}
      style={{ width: `${checked * 100}%` }}
    />
  );
}
