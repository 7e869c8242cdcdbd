import { Progress } from '@mantine/core';
import type { AppUpdateState } from '../../shared/app-update/app-update-state.ts';
import { failureSentence } from '../../shared/failures/failures.ts';
import { assertNever } from '../../shared/failures/result.ts';
import { useSession } from '../app/session/session.ts';
import { useSituation } from '../app/session/situation.ts';

/** What there is to say of an update, in a sentence or two. */
export function UpdateBody({ state }: { readonly state: AppUpdateState }) {
  const here = useSituation();
  const { version } = useSession().app;
  switch (state.kind) {
    case 'off':
      return null;
    case 'looking':
      return <p role="status">This is {version}.</p>;
    case 'idle':
    case 'newest':
      return <p role="status">{version} is the newest version.</p>;
    case 'available':
      return (
        <p>
          This is {version}. The newer one is downloaded only if you want it, and installed when you quit
          Rollcall.
        </p>
      );
    case 'downloading':
      return <Progress value={state.percent} aria-label="Downloaded" />;
    case 'ready':
      return <p role="status">It is installed when you quit Rollcall, or now, if Rollcall may restart.</p>;
    case 'failed':
      return <p role="alert">{failureSentence(state.failure, here)}</p>;
    default:
      return assertNever(state);
  }
}
