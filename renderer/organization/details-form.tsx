import { Button, Radio, TextInput } from '@mantine/core';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../shared/failures/failures.ts';
import { MAX_NAME_LENGTH, type Organization } from '../../shared/organization/organization.ts';
import { useSession, useSessionState } from '../app/session/session.ts';
import { FailureNote } from './part.tsx';
import { saveOrganization } from './keep-organization.ts';

interface Props {
  /** Null for a new one. */
  readonly organization: Organization | null;
  /** It is kept, or what was typed is given up. */
  readonly onDone: () => void;
}

/** The name of an organization, where its Agent Connect is, and whether it is for tests or for real. */
export function DetailsForm({ organization, onDone }: Props) {
  const session = useSession();
  const testServers = useSessionState((state) => state.organizations.testServers);
  const [place, setPlace] = useState<Place>(placeOf(organization));
  const [typed, setTyped] = useState(() => typedOf(organization));
  const [failure, setFailure] = useState<Failure | null>(null);
  const name = useRef<HTMLInputElement>(null);
  useEffect(() => {
    name.current?.focus();
  }, []);
  const isChanged = JSON.stringify(typed) !== JSON.stringify(typedOf(organization));
  const isMoved = place !== placeOf(organization);
  const set = (changes: Partial<Typed>): void => {
    setFailure(null);
    setTyped({ ...typed, ...changes });
  };
  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const address =
      place === 'testServer'
        ? { testServer: typed.testServer.trim() }
        : { subdomain: readSubdomain(typed.subdomain) };
    const details = { name: typed.name.trim(), address, environment: typed.environment };
    const saved = await saveOrganization(session, organization?.id ?? null, details);
    if (saved.ok) onDone();
    else setFailure(saved.failure);
  };
  const address = place === 'subdomain' ? typed.subdomain : typed.testServer;
  const isComplete = typed.name.trim() !== '' && address.trim() !== '';
  return (
    <form className="organization-form" onSubmit={(event) => void save(event)}>
      <TextInput
        label="Name"
        placeholder="Acme Support"
        maxLength={MAX_NAME_LENGTH}
        value={typed.name}
        ref={name}
        onChange={({ currentTarget: { value } }) => {
          set({ name: value });
        }}
      />
      {testServers && <PlaceField place={place} onChange={setPlace} />}
      {place === 'subdomain' ? (
        <TextInput
          label="Subdomain"
          description="acme for https://acme.stellaconnect.net, which can be pasted as well"
          placeholder="acme"
          spellCheck={false}
          autoCapitalize="none"
          maxLength={300}
          value={typed.subdomain}
          onChange={({ currentTarget: { value } }) => {
            set({ subdomain: value });
          }}
        />
      ) : (
        <TextInput
          label="Address"
          description="Of a test server on this computer"
          placeholder="http://127.0.0.1:4010"
          spellCheck={false}
          maxLength={300}
          value={typed.testServer}
          onChange={({ currentTarget: { value } }) => {
            set({ testServer: value });
          }}
        />
      )}
      <Radio.Group
        label="The key is for"
        value={typed.environment}
        onChange={(value) => {
          set({ environment: value === 'production' ? 'production' : 'test' });
        }}
      >
        <div className="organization-choices">
          <Radio value="test" label="Test" description="To try things before the real thing." />
          <Radio value="production" label="Production" description="Real people, who get real emails." />
        </div>
      </Radio.Group>
      {failure && <FailureNote failure={failure} />}
      <div className="organization-actions">
        <Button type="submit" variant="filled" disabled={!isComplete || !(isChanged || isMoved)}>
          {organization === null ? 'Add the organization' : 'Save the changes'}
        </Button>
        {organization !== null && <Button onClick={onDone}>Leave it as it is</Button>}
      </div>
    </form>
  );
}

type Place = 'subdomain' | 'testServer';

interface Typed {
  readonly name: string;
  readonly subdomain: string;
  readonly testServer: string;
  readonly environment: Organization['environment'];
}

function placeOf(organization: Organization | null): Place {
  return organization !== null && 'testServer' in organization.address ? 'testServer' : 'subdomain';
}

function typedOf(organization: Organization | null): Typed {
  const address = organization?.address ?? { subdomain: '' };
  return {
    name: organization?.name ?? '',
    subdomain: 'subdomain' in address ? address.subdomain : '',
    testServer: 'testServer' in address ? address.testServer : '',
    environment: organization?.environment ?? 'test',
  };
}

function PlaceField({
  place,
  onChange,
}: {
  readonly place: Place;
  readonly onChange: (place: Place) => void;
}) {
  return (
    <Radio.Group
      label="Where it is"
      value={place}
      onChange={(value) => {
        onChange(value === 'testServer' ? 'testServer' : 'subdomain');
      }}
    >
      <div className="organization-choices">
        <Radio value="subdomain" label="At Agent Connect" />
        <Radio value="testServer" label="At a test server on this computer" />
      </div>
    </Radio.Group>
  );
}

/** An organization's web address, or its API's, from which people copy the subdomain. */
const ADDRESS = /^(?:https?:\/\/)?([^/.\s]+)\.(?:api\.)?stellaconnect\.net(?:\/.*)?$/i;

/** The subdomain in what was typed or pasted: of an address of Agent Connect its first part, else the text itself. */
export function readSubdomain(typed: string): string {
  const text = typed.trim();
  return (ADDRESS.exec(text)?.[1] ?? text).toLowerCase();
}
