import { failed, type Failure } from '../../shared/failures/failures.ts';
import { failure, type Result, success } from '../../shared/failures/result.ts';
import type { Organization, OrganizationDetails } from '../../shared/organization/organization.ts';
import { profileText } from '../../shared/organization/profile.ts';
import type { CurrentTeam } from '../../shared/person/team-member.ts';
import type { OddPerson, TeamHead } from '../../shared/team/team-head.ts';
import { testConnection } from '../agent-connect/client/employee-list.ts';
import { checkTarget } from '../files/write-roster.ts';
import { writeFile } from '../files/write-file.ts';
import { type AgentConnectAccess, connect, purposeOf } from '../organization/agent-connect-access.ts';
import type { OrganizationStore } from '../organization/organization-store.ts';
import type { Pulls } from '../organization/pulls.ts';
import { readProfileFile } from '../organization/read-profile-file.ts';
import { readTeamFile } from '../organization/read-team-file.ts';
import type { Handlers } from './dispatcher.ts';
import type { OpenTexts } from './file-handlers.ts';
import type { KnownFiles } from './known-files.ts';

interface OrganizationServices {
  readonly organizations: OrganizationStore;
  readonly access: AgentConnectAccess;
  /** Aborts when the window is gone. */
  readonly signal: AbortSignal;
}

/** Answers the calls about organizations, their keys and connections. */
export function organizationHandlers({
  organizations,
  access,
  signal,
}: OrganizationServices): Handlers<
  | `organization.${'list' | 'save' | 'remove' | 'choose'}`
  | `credentials.${'state' | 'set' | 'forget'}`
  | 'connection.test'
> {
  const { credentials, testServers } = access;
  return {
    'organization.list': async () => {
      const [all, chosen] = [await organizations.list(), await organizations.chosen()];
      return success({ organizations: all, chosen, testServers, setAside: organizations.hasSetAside });
    },
    'organization.save': async ({ id, details }) => {
      if ('testServer' in details.address && !testServers)
        return failure(failed('organization.noTestServer', {}));
      const saved = await organizations.save(id, details);
      return saved.ok ? success({ organization: saved.value }) : saved;
    },
    'organization.remove': async ({ organization: id }) => {
      const found = await organizations.get(id);
      // One that is gone already needs no removing.
      if (!found.ok) return success({});
      const forgotten = await credentials.forget(purposeOf(found.value));
      const removed = forgotten.ok ? await organizations.remove(id) : forgotten;
      return removed.ok ? success({}) : removed;
    },
    'organization.choose': async ({ organization: id }) => {
      const chosen = await organizations.choose(id);
      return chosen.ok ? success({}) : chosen;
    },
    'credentials.state': async ({ organization: id }) => {
      const found = await organizations.get(id);
      return found.ok ? success(await credentials.state(purposeOf(found.value))) : found;
    },
    'credentials.set': async ({ organization: id, key, secret }) => {
      const found = await organizations.get(id);
      return found.ok ? credentials.set(purposeOf(found.value), { key, secret }) : found;
    },
    'credentials.forget': async ({ organization: id }) => {
      const found = await organizations.get(id);
      return found.ok ? credentials.forget(purposeOf(found.value)) : found;
    },
    'connection.test': async ({ organization: id }) => {
      const found = await organizations.get(id);
      if (!found.ok) return found;
      const connection = await connect(access, found.value, organizations);
      if (!connection.ok) return connection;
      const tested = await testConnection(connection.value, signal);
      return tested.ok ? success({ host: found.value.host, ...tested.value }) : tested;
    },
  };
}

/** Answers the calls about what is known of an organization beside its people. */
export function profileHandlers(
  organizations: OrganizationStore,
  files: KnownFiles,
): Handlers<`profile.${'read' | 'save' | 'export' | 'open'}`> {
  return {
    'profile.read': ({ organization: id }) => organizations.profile(id),
    'profile.save': async ({ organization: id, profile }) => {
      const saved = await organizations.saveProfile(id, profile);
      return saved.ok ? success({}) : saved;
    },
    'profile.export': async ({ organization: id, file: handle }) => {
      const [found, kept] = [
        id === null ? null : await organizations.get(id),
        await organizations.profile(id),
      ];
      if (found?.ok === false) return found;
      if (!kept.ok) return kept;
      const file = files.get(handle);
      if (!file.ok) return file;
      if (file.value.dropped)
        return failure(failed('call.unavailable', { what: 'Saving over a dropped file' }));
      const refusal = await checkTarget(file.value.path, 'profile', false);
      if (refusal !== null) return failure(refusal);
      const details = found && detailsOf(found.value);
      const text = profileText({ organization: details, profile: kept.value.profile });
      const written = await writeFile(file.value.path, Buffer.from(text), () => Promise.resolve(null));
      return written.ok ? success({}) : written;
    },
    'profile.open': async ({ file: handle }) => {
      const file = files.get(handle);
      return file.ok ? readProfileFile(file.value.path) : file;
    },
  };
}

function detailsOf({ name, address, environment }: OrganizationDetails): OrganizationDetails {
  return { name, address, environment };
}

interface TeamServices {
  readonly organizations: OrganizationStore;
  readonly access: AgentConnectAccess;
  readonly pulls: Pulls;
  readonly files: KnownFiles;
  readonly texts: OpenTexts;
  /** Aborts when the window is gone. */
  readonly signal: AbortSignal;
}

/** Answers the calls about current teams. */
export function teamHandlers({
  organizations,
  access,
  pulls,
  files,
  texts,
  signal,
}: TeamServices): Handlers<`team.${'pull' | 'progress' | 'stop' | 'fromFile' | 'read' | 'forget'}`> {
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
