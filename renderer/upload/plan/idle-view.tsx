import { Button } from '@mantine/core';
import { runCommand } from '../../app/commands/command.ts';
import { useSession, useSessionState } from '../../app/session/session.ts';
import { handOver } from '../show-upload.ts';
import { targetOf } from '../upload-target.ts';
import { makePlan } from './make-plan.ts';
import { ModeChoice } from './plan-view.tsx';

/** Before there is a plan: what making one does. */
export function IdleView() {
  const session = useSession();
  const target = useSessionState(targetOf);
  return (
    <>
      {target !== null && <ModeChoice />}
      <div className="upload-body">
        {target === null ? (
          <>
            <p>No organization is chosen, so there is no current team to compare the roster with.</p>
            <Button
              className="at-start"
              variant="filled"
              onClick={() => {
                runCommand(session, 'organization.add');
              }}
            >
              Add an organization…
            </Button>
          </>
        ) : (
          <>
            <p>
              A plan says what an upload to {target.name} would do about each row. It only reads: nothing is
              changed in Agent Connect.
            </p>
            <Button className="at-start" variant="filled" onClick={() => void makePlan(session)}>
              Make the plan
            </Button>
          </>
        )}
        <p>Without an API key, the roster goes there as a file.</p>
        <Button
          className="at-start"
          onClick={() => {
            handOver(session);
          }}
        >
          Hand over by file…
        </Button>
      </div>
    </>
  );
}
