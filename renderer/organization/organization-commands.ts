import { command } from '../app/commands/command.ts';
import { chooseToOpen } from '../app/session/choose-file.ts';
import type { CommandTable, Session } from '../app/session/session.ts';
import type { SessionState } from '../app/session/state.ts';
import { chosenOrganization, isTeamBusy } from './organizations.ts';
import { pullTeam, readTeamFile } from './pull-team.ts';

const ON_TEAM = {
  menu: 'Organization',
  when: ({ organizations }: SessionState) =>
    chosenOrganization(organizations) !== null && !isTeamBusy(organizations),
  whyNot: ({ organizations }: SessionState) =>
    chosenOrganization(organizations) === null
      ? 'No organization is chosen'
      : 'Its current team is being read already',
} as const;

/** The organizations that are kept, and their current teams. */
export const ORGANIZATION_COMMANDS = {
  'organization.show': command({ menu: 'Organization', title: 'Organization details…', run: show }),
  'organization.pull': command({
    ...ON_TEAM,
    title: 'Pull the current team',
    run: (session) => {
      show(session);
      void pullTeam(session);
    },
  }),
  'organization.readTeam': command({
    ...ON_TEAM,
    title: 'Read the current team from a file…',
    run: (session) => {
      show(session);
      void chooseAndRead(session);
    },
  }),
  'organization.add': command({
    menu: 'Organization',
    order: 1,
    title: 'Add an organization…',
    run: ({ store }) => {
      store.setState({ organizationView: 'new' });
    },
  }),
} satisfies CommandTable;

function show({ store }: Session): void {
  store.setState({ organizationView: 'chosen' });
}

async function chooseAndRead(session: Session): Promise<void> {
  const file = await chooseToOpen(session, 'team');
  if (file !== null) await readTeamFile(session, file);
}
