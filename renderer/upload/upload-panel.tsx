import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { assertNever } from '../../shared/failures/result.ts';
import { EnvironmentBadge } from '../organization/environment-badge.tsx';
import { useSession, useSessionState } from '../app/session/session.ts';
import { ConfirmView } from './confirm/confirm-view.tsx';
import { HandOverView } from './hand-over/hand-over-view.tsx';
import { IdleView } from './plan/idle-view.tsx';
import { PlanView } from './plan/plan-view.tsx';
import { PlanningView } from './plan/planning-view.tsx';
import { UnplannedView } from './plan/unplanned-view.tsx';
import { ReportView } from './report/report-view.tsx';
import { ResumingView } from './run/resuming-view.tsx';
import { RunView, StartingView } from './run/run-view.tsx';
import { hideUpload } from './show-upload.ts';
import type { UploadState } from './upload-state.ts';
import { targetOf } from './upload-target.ts';
import './upload-panel.css';

/** The upload of the open roster, step by step, at the side of the grid. */
export function UploadPanel() {
  const session = useSession();
  const upload = useSessionState((state) => state.upload);
  const step = stepOf(upload);
  return (
    <section className="upload" aria-labelledby="upload-title">
      <header className="upload-head">
        <h2 id="upload-title">Upload</h2>
        <TargetName />
        <ActionIcon
          aria-label="Hide the upload"
          onClick={() => {
            hideUpload(session);
          }}
        >
          <IconX size={16} />
        </ActionIcon>
      </header>
      {step !== null && <Steps at={step} />}
      <View upload={upload} />
    </section>
  );
}

function View({ upload }: { readonly upload: UploadState }) {
  switch (upload.kind) {
    case 'idle':
      return <IdleView />;
    case 'planning':
      return <PlanningView {...upload} />;
    case 'unplanned':
      return <UnplannedView {...upload} />;
    case 'planned':
      return <PlanView made={upload.made} />;
    case 'confirming':
      return <ConfirmView {...upload} />;
    case 'starting':
      return <StartingView {...upload} />;
    case 'resuming':
      return <ResumingView {...upload} />;
    case 'running':
      return <RunView run={upload.run} />;
    case 'reporting':
      return <ReportView run={upload.run} />;
    case 'handingOver':
      return <HandOverView done={upload.done} />;
    default:
      return assertNever(upload);
  }
}

const STEPS = ['Plan', 'Confirm', 'Run', 'Report'] as const;

type StepName = (typeof STEPS)[number];

/** Which step an upload is at; null where it is done by hand. */
function stepOf({ kind }: UploadState): StepName | null {
  switch (kind) {
    case 'idle':
    case 'planning':
    case 'unplanned':
    case 'planned':
      return 'Plan';
    case 'confirming':
      return 'Confirm';
    case 'starting':
    case 'resuming':
    case 'running':
      return 'Run';
    case 'reporting':
      return 'Report';
    case 'handingOver':
      return null;
    default:
      return assertNever(kind);
  }
}

function Steps({ at }: { readonly at: StepName }) {
  return (
    <ol className="upload-steps" aria-label="Steps of the upload">
      {STEPS.map((step, index) => (
        <li key={step} aria-current={step === at ? 'step' : undefined} data-past={index < STEPS.indexOf(at)}>
          <span className="upload-step-number" aria-hidden>
            {index + 1}
          </span>
          {step}
        </li>
      ))}
    </ol>
  );
}

/** Where it goes; production never looks like a test. */
function TargetName() {
  const target = useSessionState(targetOf);
  if (target === null) return <span className="upload-target" />;
  return (
    <span className="upload-target" title={target.host}>
      <span className="upload-target-name">{target.name}</span>
      <EnvironmentBadge environment={target.environment} />
    </span>
  );
}
