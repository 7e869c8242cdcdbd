import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Failure } from '../../shared/failures/failures.ts';
import type { CredentialState, Organization } from '../../shared/organization/organization.ts';
import { useSession } from '../app/session/session.ts';
import { changeOrganizations } from './change-organizations.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { ConnectionTest } from './connection-test.tsx';
import { CredentialsForm } from './credentials-form.tsx';
import { FailureNote } from './failure-note.tsx';
import { useFocusBack } from './use-focus-back.ts';

/** The key and the secret of an organization, of which no more is seen than how they end. */
export function ConnectionPart({ organization }: { readonly organization: Organization }) {
  const session = useSession();
  const { host } = session;
  const { id, name } = organization;
  const [state, setState] = useState<CredentialState | null>(null);
  const [replacing, setReplacing] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let gone = false;
    void host.call('credentials.state', { organization: id }).then((answer) => {
      if (gone) return;
      if (answer.ok) setState(answer.value);
      else setFailure(answer.failure);
    });
    return () => {
      gone = true;
    };
  }, [host, id]);
  const take = (changed: CredentialState): void => {
    setState(changed);
    const { keyChanges } = session.store.getState().organizations;
    changeOrganizations(session, { keyChanges: keyChanges + 1 });
  };
  const forget = async (): Promise<void> => {
    const answer = await host.call('credentials.forget', { organization: id });
    if (answer.ok) take(answer.value);
    setFailure(answer.ok ? null : answer.failure);
  };
  const ends = state?.ends ?? null;
  const isSet = state !== null && ends !== null && !replacing;
  const replacer = useFocusBack(!isSet);
  return (
    <section className="organization-part" aria-labelledby="organization-key">
      <h3 id="organization-key">Key and secret</h3>
      {state && <SetState state={state} />}
      {isSet && (
        <>
          <ConnectionTest organization={id} />
          <div className="organization-actions">
            <Button
              ref={replacer}
              onClick={() => {
                setReplacing(true);
              }}
            >
              Replace…
            </Button>
            {state.kept !== 'environment' && (
              <ConfirmButton
                action="Forget them"
                consequence={`Rollcall cannot ask ${name}’s Agent Connect for anything until they are entered again.`}
                onConfirm={() => void forget()}
              />
            )}
          </div>
        </>
      )}
      {state && !isSet && (
        <CredentialsForm
          organization={id}
          onCancel={
            replacing
              ? () => {
                  setReplacing(false);
                }
              : null
          }
          onSet={(set) => {
            setReplacing(false);
            take(set);
          }}
        />
      )}
      {failure && <FailureNote failure={failure} />}
    </section>
  );
}

/** What is set, and where it is kept. */
function SetState({ state: { ends, kept, why } }: { readonly state: CredentialState }) {
  return (
    <>
      {ends && (
        <dl className="organization-ends">
          <dt>API key</dt>
          <dd>set, ends …{ends.key}</dd>
          <dt>API secret</dt>
          <dd>set, ends …{ends.secret}</dd>
        </dl>
      )}
      <p className="organization-quiet">{why ?? KEPT[kept]}</p>
    </>
  );
}

const KEPT: Readonly<Record<CredentialState['kept'], string>> = {
  protected: 'They are kept by this computer’s keyring, for you alone.',
  memory: 'They are kept in memory until Rollcall ends, and never on disk.',
  environment: 'They come from the environment in which Rollcall was started, and are kept nowhere.',
};
