import { Button } from '@mantine/core';
import { failureSentence } from '../../../shared/failures/failures.ts';
import { useSession } from '../../app/session/session.ts';
import type { UploadState } from '../upload-state.ts';
import { makePlan } from './make-plan.ts';
import { ModeChoice } from './plan-view.tsx';
import { useSituation } from '../../app/session/situation.ts';

/** Why there is no plan, and the way to try again. */
export function UnplannedView({ failure }: Extract<UploadState, { kind: 'unplanned' }>) {
  const session = useSession();
  const here = useSituation();
  return (
    <>
      <ModeChoice />
      <div className="upload-body" role="alert">
        <p className="upload-failure">{failureSentence(failure, here)}</p>
        <p className="upload-quiet">Nothing was changed in Agent Connect.</p>
        <Button className="at-start" variant="filled" onClick={() => void makePlan(session)}>
          Try again
        </Button>
      </div>
    </>
  );
}
