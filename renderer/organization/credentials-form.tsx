import { Button, TextInput } from '@mantine/core';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../shared/failures/failures.ts';
import type { CredentialState } from '../../shared/organization/organization.ts';
import { useSession } from '../app/session/session.ts';
import { FailureNote } from './failure-note.tsx';

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
