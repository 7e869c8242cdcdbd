import type { CurrentTeam } from '../../shared/current-team/current-team.ts';
import type { OddPerson } from '../../shared/current-team/odd-people.ts';
import { failed, type Failure } from '../../shared/failures/failures.ts';
import type { Organization, TeamHead } from '../../shared/organization/organization.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import { type AgentConnectAccess, connect } from '../organization/agent-connect-access.ts';
import type { OrganizationStore } from '../organization/organization-store.ts';
import type { Pulls } from '../organization/pulls.ts';
import { readTeamFile } from '../organization/read-team-file.ts';
import type { OpenTexts } from './answer-texts.ts';
import type { Handlers } from './door.ts';
import type { KnownFiles } from './known-files.ts';

interface Rooms {
  readonly organizations: OrganizationStore;
  readonly access: AgentConnectAccess;
  readonly pulls: Pulls;
  readonly files: KnownFiles;
  readonly texts: OpenTexts;
  /** Aborts when the window is gone. */
  readonly signal: AbortSignal;
}

/** Answers the calls about current teams. */
export function answerTeam({
  organizations,
  access,
  pulls,
  files,
  texts,
  signal,
}: Rooms): Handlers<`team.${'pull' | 'progress' | 'stop' | 'fromFile' | 'read' | 'forget'}`> {
  /** Keeps a team for an organization that is still there, and still where it was. */
  const keep = async (
    { id, host }: Organization,
    team: CurrentTeam,
    from: TeamHead['from'],
    odd: readonly OddPerson[] = [],
  ): Promise<Result<Organization, Failure>> => {
    const now = await organizations.get(id);
    if (!now.ok) return now;
    if ('host' in from && now.value.host !== host) return failure(failed('organization.gone', {}));
    const written = await organizations.team(id).write(team, from, now.value.name, odd);
    return written.ok ? success({ ...now.value, team: written.value }) : written;
  };
  return {
    'team.pull': async ({ organization: id }) => {
      const found = await organizations.get(id);
      if (!found.ok) return found;
      const connection = await connect(access, found.value, organizations);
      if (!connection.ok) return connection;
      const { host } = found.value;
      return success({
        pull: pulls.start(connection.value, ({ team, odd }) => keep(found.value, team, { host }, odd)),
      });
    },
    'team.progress': ({ pull }) => pulls.progress(pull),
    'team.stop': ({ pull }) => {
      pulls.stop(pull);
      return success({});
    },
    'team.fromFile': async ({ organization: id, file: handle }) => {
      const [found, file] = [await organizations.get(id), files.get(handle)];
      if (!found.ok) return found;
      if (!file.ok) return file;
      const team = await readTeamFile(file.value.path, signal);
      if (!team.ok) return team;
      const kept = await keep(found.value, team.value, { file: file.value.name });
      return kept.ok ? success({ organization: kept.value }) : kept;
    },
    'team.read': async ({ organization: id }) => {
      const found = await organizations.get(id);
      if (!found.ok) return found;
      const read = await organizations.team(id).read(found.value.name);
      return read.ok ? success({ text: texts.add(read.value), length: read.value.length }) : read;
    },
    'team.forget': async ({ organization: id }) => {
      await organizations.team(id).forget();
      const found = await organizations.get(id);
      return found.ok ? success({ organization: found.value }) : found;
    },
  };
}
