import { Button, TextInput } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import type { Reply } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/failures/failures.ts';
import type { Result } from '../../shared/failures/result.ts';
import type { CredentialState, Organization } from '../../shared/organization/organization.ts';
import { useSession } from '../app/session/session.ts';
import { changeOrganizations } from './change-organizations.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { FailureNote } from './part.tsx';
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

interface Props {
  readonly organization: string;
  readonly onSet: (state: CredentialState) => void;
  /** Null where there is nothing to go back to. */
  readonly onCancel: (() => void) | null;
}

/**
 * Takes a key and a secret and hands them to the host. They are read from their fields when they are handed over, and
 * nothing in the window holds them before or after.
 */
export function CredentialsForm({ organization, onSet, onCancel }: Props) {
  const { host } = useSession();
  const key = useRef<HTMLInputElement>(null);
  const secret = useRef<HTMLInputElement>(null);
  const [isComplete, setIsComplete] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isReplacing = onCancel !== null;
  useEffect(() => {
    if (isReplacing) key.current?.focus();
  }, [isReplacing]);
  const look = (): void => {
    setIsComplete([key, secret].every(({ current }) => current !== null && current.value.trim() !== ''));
  };
  const set = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const answer = await host.call('credentials.set', {
      organization,
      key: key.current?.value ?? '',
      secret: secret.current?.value ?? '',
    });
    if (!answer.ok) {
      setFailure(answer.failure);
      return;
    }
    for (const { current } of [key, secret]) if (current !== null) current.value = '';
    onSet(answer.value);
  };
  return (
    <form className="organization-form" autoComplete="off" onSubmit={(event) => void set(event)}>
      <TextInput
        ref={key}
        type="password"
        label="API key"
        autoComplete="off"
        maxLength={4096}
        onInput={look}
      />
      <TextInput
        ref={secret}
        type="password"
        label="API secret"
        autoComplete="off"
        maxLength={4096}
        onInput={look}
      />
      {failure && <FailureNote failure={failure} />}
      <div className="organization-actions">
        <Button type="submit" variant="filled" disabled={!isComplete}>
          Set key and secret
        </Button>
        {onCancel && <Button onClick={onCancel}>Leave them</Button>}
      </div>
    </form>
  );
}

type Tested = Result<Reply<'connection.test'>, Failure>;

/** Asks Agent Connect once, which changes nothing, and says what came of it. */
export function ConnectionTest({ organization }: { readonly organization: string }) {
  const { host } = useSession();
  const [tested, setTested] = useState<Tested | 'testing' | null>(null);
  const test = async (): Promise<void> => {
    setTested('testing');
    setTested(await host.call('connection.test', { organization }));
  };
  return (
    <div className="organization-test">
      <Button disabled={tested === 'testing'} onClick={() => void test()}>
        {tested === 'testing' ? 'Testing…' : 'Test connection'}
      </Button>
      {tested !== null && tested !== 'testing' && <Outcome tested={tested} />}
    </div>
  );
}

function Outcome({ tested }: { readonly tested: Tested }) {
  if (!tested.ok) return <FailureNote failure={tested.failure} />;
  const { host, anyone, tokenForm } = tested.value;
  const bearer =
    tokenForm === 'bearer'
      ? ' It takes the token only after the word “Bearer”; Rollcall remembers that for this organization.'
      : '';
  return (
    <p className="organization-success" role="status">
      <IconCircleCheck size={16} aria-hidden />
      {`“${host}” accepts the key and the secret${anyone ? '' : '; nobody is there yet'}.${bearer}`}
    </p>
  );
}
