import { chooseToOpen } from '../../session/choose-file.ts';
import type { Session } from '../../session/session.ts';
import { pullTeam, readTeamFile } from '../../../organization/pull-team.ts';
import { setMode } from '../../../organization/roster-mode.ts';
import type { CommandArea } from '../command-area.ts';

export const ORGANIZATION: CommandArea<'organization'> = {
  'organization.show': show,
  'organization.pull': (session) => {
    show(session);
    void pullTeam(session);
  },
  'organization.readTeam': (session) => {
    show(session);
    void chooseAndRead(session);
  },
  'organization.bulkUpdate': (session) => {
    setMode(session, 'update');
  },
  'organization.bulkCreate': (session) => {
    setMode(session, 'create');
  },
  'organization.add': ({ store }) => {
    store.setState({ organizationView: 'new' });
  },
};

function show({ store }: Session): void {
  store.setState({ organizationView: 'chosen' });
}

async function chooseAndRead(session: Session): Promise<void> {
  const file = await chooseToOpen(session, 'team');
  if (file !== null) await readTeamFile(session, file);
}
