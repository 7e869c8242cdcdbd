import { Button } from '@mantine/core';
import { type Failure, failureSentence } from '../../../shared/failures/failures.ts';
import { runCommand } from '../../app/commands/command.ts';
import { useSession, useSessionState } from '../../app/session/session.ts';
import { useSituation } from '../../app/session/situation.ts';
import { resumeRun } from './steer-run.ts';
import { beginAnew } from '../show-upload.ts';
import type { UploadState } from '../upload-state.ts';

/** What is in the way where it is the roster; anything else is not helped by opening it. */
function asksForRoster(failure: Failure | null): boolean {
  return failure === null || failure.code === 'upload.noPasswords';
}

/** Why an upload that was left cannot go on yet, and what to do. */
export function ResumingView({ kept, failure }: Extract<UploadState, { kind: 'resuming' }>) {
  const session = useSession();
  const here = useSituation();
  const isElsewhere = failure?.code === 'record.heldElsewhere';
  const hasRoster = useSessionState((state) => state.document !== null);
  return (
    <>
      <div className="upload-scroll" role="alert">
        <p className={failure === null ? undefined : 'upload-failure'}>
          {failure === null ? rosterNeeded(kept.name) : failureSentence(failure, here)}
        </p>
        {failure === null && hasRoster && (
          <p className="upload-quiet">The roster that is open is another one, or has changed since.</p>
        )}
      </div>
      <footer className="upload-actions">
        <Button
          className="at-start"
          onClick={() => {
            beginAnew(session);
          }}
        >
          Leave it for now
        </Button>
        {asksForRoster(failure) && (
          <Button
            onClick={() => {
              runCommand(session, 'file.open');
            }}
          >
            Open the roster…
          </Button>
        )}
        <Button variant="filled" onClick={() => void resumeRun(session, kept.id, isElsewhere)}>
          {isElsewhere ? 'Resume anyway' : 'Resume'}
        </Button>
      </footer>
    </>
  );
}

function rosterNeeded(name: string): string {
  return `People are still to be created with temporary passwords, which are never kept with an upload. Open “${name}” as it was, then resume.`;
}
