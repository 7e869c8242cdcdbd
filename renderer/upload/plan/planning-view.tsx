import { Button, Progress } from '@mantine/core';
import { useSessionState } from '../../app/session/session.ts';
import type { UploadState } from '../upload-state.ts';
import { targetOf } from '../upload-target.ts';
import { countOf } from './plan-words.ts';

/** How far the making of a plan is. */
export function PlanningView({ step, count, stop }: Extract<UploadState, { kind: 'planning' }>) {
  const target = useSessionState(targetOf);
  return (
    <div className="upload-body" aria-live="polite">
      <p>
        {step === 'team'
          ? `Reading the current team of ${target?.name ?? 'the organization'}…`
          : 'Comparing every row with it…'}
      </p>
      <Progress value={100} animated size="sm" aria-label="Making the plan" />
      <p className="upload-quiet">
        {step === 'team' ? `${countOf(count, 'person', 'people')} so far` : 'Nothing is sent.'}
      </p>
      <Button className="at-start" onClick={stop}>
        Stop
      </Button>
    </div>
  );
}
