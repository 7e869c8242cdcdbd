import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../shared/failures/failures.ts';
import type { Organization } from '../../shared/organization/organization.ts';
import { showFailure } from '../app/session/dialogs.ts';
import { sayDone } from '../app/session/say-done.ts';
import { type Session, useSession, useSessionState } from '../app/session/session.ts';
import { goToGrid } from '../app/window/go-to-part.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { ConnectionPart } from './connection-part.tsx';
import { DetailsForm } from './details-form.tsx';
import { EnvironmentBadge } from './environment-badge.tsx';
import { ImportProfile } from './import-profile.tsx';
import { removeOrganization } from './keep-organization.ts';
import { exportProfile } from './move-profile.ts';
import { chosenOrganization } from './organizations.ts';
import { ProfileParts } from './profile-parts.tsx';
import { TeamPart } from './team-part.tsx';
import { useFocusBack } from './use-focus-back.ts';
import './organization.css';

/** The side view of the organization that is worked with, or of one to add. It stands beside the grid and blocks nothing. */
export function OrganizationView() {
  const session = useSession();
  const view = useSessionState((state) => state.organizationView);
  const chosen = useSessionState((state) => chosenOrganization(state.organizations));
  const frame = useRef<HTMLElement>(null);
  const organization = view === 'chosen' ? chosen : null;
  const id = organization?.id ?? null;
  useEffect(() => {
    if (frame.current?.contains(document.activeElement) === false) frame.current.focus();
  }, [id]);
  const close = (): void => {
    session.store.setState({ organizationView: null });
    goToGrid();
  };
  return (
    <aside
      ref={frame}
      className="organization-view"
      aria-label="Organization"
      tabIndex={-1}
      onKeyDown={(event) => {
        // In a field, Escape is the field's: nothing that was typed goes with the view.
        if (event.key === 'Escape' && !isField(event.target)) close();
      }}
    >
      <header className="organization-head">
        <div className="organization-title">
          <h2>{organization?.name ?? (view === 'new' ? 'Add an organization' : 'No organization')}</h2>
          {organization && <EnvironmentBadge environment={organization.environment} />}
        </div>
        <ActionIcon aria-label="Close" onClick={close}>
          <IconX size={16} />
        </ActionIcon>
      </header>
      <div className="organization-body">
        {organization === null ? (
          view === 'chosen' ? (
            <WithoutOrganization session={session} />
          ) : (
            <NewOrganization session={session} />
          )
        ) : (
          <ChosenOrganization key={organization.id} organization={organization} />
        )}
      </div>
    </aside>
  );
}

function isField(target: EventTarget): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

function NewOrganization({ session }: { readonly session: Session }) {
  return (
    <section className="organization-part">
      <p className="organization-quiet">
        An organization of Agent Connect, whose current team rosters are checked against and to which people
        are uploaded. Nothing is sent until you ask for it.
      </p>
      <DetailsForm
        organization={null}
        onDone={() => {
          session.store.setState({ organizationView: 'chosen' });
        }}
      />
      <ImportProfile />
    </section>
  );
}

/** What is kept for whoever works without an organization. */
function WithoutOrganization({ session }: { readonly session: Session }) {
  return (
    <>
      <p className="organization-quiet">
        What rosters are checked by and written as while you work without an organization. With one, Rollcall
        also knows who is in Agent Connect, and can upload.
      </p>
      <ProfileParts />
      <div className="organization-actions">
        <Button
          onClick={() => {
            session.store.setState({ organizationView: 'new' });
          }}
        >
          Add an organization…
        </Button>
        <Button onClick={() => void exportProfile(session)}>Export profile…</Button>
        <ImportProfile />
      </div>
    </>
  );
}

function ChosenOrganization({ organization }: { readonly organization: Organization }) {
  const session = useSession();
  const { id, name, host, environment } = organization;
  const [changing, setChanging] = useState(false);
  const changer = useFocusBack(changing);
  return (
    <>
      <p className="organization-host">{host}</p>
      <TeamPart organization={organization} />
      <ProfileParts />
      <ConnectionPart key={`${environment} ${host}`} organization={organization} />
      <section className="organization-part" aria-labelledby="organization-details">
        <h3 id="organization-details">Organization</h3>
        {changing ? (
          <DetailsForm
            organization={organization}
            onDone={() => {
              setChanging(false);
            }}
          />
        ) : (
          <div className="organization-actions">
            <Button
              ref={changer}
              onClick={() => {
                setChanging(true);
              }}
            >
              Change name or address…
            </Button>
            <Button onClick={() => void exportProfile(session)}>Export profile…</Button>
            <ImportProfile />
            <ConfirmButton
              action="Remove"
              consequence={`${name}, its roles, groups and template, its current team, its key and its secret are removed from this computer. Nothing changes in Agent Connect.`}
              onConfirm={() => void remove(session, id, name)}
            />
          </div>
        )}
      </section>
    </>
  );
}

async function remove(session: Session, id: string, name: string): Promise<void> {
  const removed = await removeOrganization(session, id);
  if (removed.ok) sayRemoved(session, name);
  else sayKept(session, name, removed.failure);
}

function sayRemoved(session: Session, name: string): void {
  session.store.setState({ organizationView: null });
  sayDone(session, `${name} is removed from this computer.`);
}

function sayKept(session: Session, name: string, failure: Failure): void {
  showFailure(session, `${name} was not removed`, failure);
}
