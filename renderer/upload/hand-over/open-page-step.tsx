import { Button } from '@mantine/core';
import { useState } from 'react';
import { failureSentence } from '../../../shared/failures/failures.ts';
import { useSession, useSessionState } from '../../app/session/session.ts';
import { subdomainOf } from '../upload-target.ts';
import { useSituation } from '../../app/session/situation.ts';

/** Opens the organization's Agent Connect in the browser. */
export function OpenPageStep() {
  const session = useSession();
  const here = useSituation();
  const subdomain = useSessionState(subdomainOf);
  const [said, setSaid] = useState('');
  if (subdomain === null)
    return (
      <li className="hand-over-own">
        <h3>Open Agent Connect in your browser</h3>
        <p>Choose an organization with its subdomain, and its page can be opened from here.</p>
      </li>
    );
  const page = `${subdomain}.stellaconnect.net`;
  const open = async (): Promise<void> => {
    const answer = await session.host.call('page.open', { subdomain });
    setSaid(answer.ok ? '' : failureSentence(answer.failure, here));
  };
  return (
    <li className="hand-over-own">
      <h3>Open Agent Connect in your browser</h3>
      {session.app.chooser === 'native' ? (
        <Button onClick={() => void open()}>Open {page}</Button>
      ) : (
        <Button component="a" href={`https://${page}/`} target="_blank" rel="noopener noreferrer">
          Open {page}
        </Button>
      )}
      <span role="status">{said}</span>
    </li>
  );
}
