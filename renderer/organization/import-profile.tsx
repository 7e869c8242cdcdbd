import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Failure } from '../../shared/failures/failures.ts';
import type { OrganizationDetails } from '../../shared/organization/organization.ts';
import type { OrganizationProfile } from '../../shared/organization/profile.ts';
import { useSession, useSessionState } from '../app/session/session.ts';
import { FailureNote } from './part.tsx';
import { addFromProfile, type OpenedProfile, openProfile, replaceProfile } from './move-profile.ts';
import { chosenOrganization } from './organizations.ts';
import { focusIfLost, useFocusBack } from './use-focus-back.ts';

interface State {
  readonly opened: OpenedProfile | null;
  readonly failure: Failure | null;
}

const NOTHING: State = { opened: null, failure: null };

/**
 * Reads an exported profile, shows what it has, and makes an organization of it or puts it in the place of what is
 * known here.
 */
export function ImportProfile() {
  const session = useSession();
  const [{ opened, failure }, setState] = useState<State>(NOTHING);
  const opener = useFocusBack(opened !== null);
  const open = async (): Promise<void> => {
    const answer = await openProfile(session);
    if (answer === null) return;
    setState(answer.ok ? { opened: answer.value, failure: null } : { opened: null, failure: answer.failure });
  };
  return (
    <>
      {opened === null ? (
        <Button ref={opener} className="organization-at-start" onClick={() => void open()}>
          Import a profile…
        </Button>
      ) : (
        <Opened
          opened={opened}
          onDone={(problem) => {
            setState(problem === null ? NOTHING : { opened, failure: problem });
          }}
        />
      )}
      {failure && <FailureNote failure={failure} />}
    </>
  );
}

interface Props {
  readonly opened: OpenedProfile;
  /** Told why it could not be kept, or null. */
  readonly onDone: (failure: Failure | null) => void;
}

function Opened({ opened, onDone }: Props) {
  const session = useSession();
  const name = useSessionState((state) => chosenOrganization(state.organizations)?.name ?? null);
  const { organization, profile, file } = opened;
  const add = async (details: OrganizationDetails): Promise<void> => {
    const added = await addFromProfile(session, opened, details);
    onDone(added.ok ? null : added.failure);
  };
  return (
    <div className="confirm" role="group" aria-label="Import a profile">
      <p>{`“${file}” has:`}</p>
      <ul className="organization-has">
        {describeProfile(organization, profile).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {organization !== null && (
        <Button ref={focusIfLost} variant="filled" onClick={() => void add(organization)}>
          {`Add ${organization.name}`}
        </Button>
      )}
      <Button
        onClick={() => {
          void replaceProfile(session, opened).then(() => {
            onDone(null);
          });
        }}
      >
        {name === null ? 'Use it without an organization' : `Replace what is known of ${name}`}
      </Button>
      <Button
        onClick={() => {
          onDone(null);
        }}
      >
        Leave it
      </Button>
    </div>
  );
}

/** What a profile has, a line each; what it does not have is not said. */
export function describeProfile(
  organization: OrganizationDetails | null,
  { roles, groups, dayOrder, template, mappings }: OrganizationProfile,
): string[] {
  const lines = [
    ...(organization === null ? [] : [describeOrganization(organization)]),
    ...several(roles.length, 'role', 'roles'),
    ...several(groups.length, 'group', 'groups'),
    ...(dayOrder === null
      ? []
      : [dayOrder === 'dmy' ? 'Dates with the day first' : 'Dates with the month first']),
    ...(template === null ? [] : [`The template “${template.file}”`]),
    ...several(mappings.length, 'mapping of columns', 'mappings of columns'),
  ];
  return lines.length === 0 ? ['Nothing: no roles, no groups, no template'] : lines;
}

function describeOrganization({ name, address, environment }: OrganizationDetails): string {
  const where = 'subdomain' in address ? address.subdomain : address.testServer;
  return `${name}, for ${environment === 'test' ? 'tests' : 'production'}, at ${where}`;
}

function several(count: number, one: string, many: string): string[] {
  return count === 0 ? [] : [`${count.toLocaleString('en-US')} ${count === 1 ? one : many}`];
}
