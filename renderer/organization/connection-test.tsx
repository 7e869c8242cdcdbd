import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { Reply } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/failures/failures.ts';
import type { Result } from '../../shared/failures/result.ts';
import { useSession } from '../app/session/session.ts';
import { FailureNote } from './failure-note.tsx';

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
