import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { assertNever } from '../../shared/result.ts';
import { useSession, useSessionState } from '../session/session.ts';
import { HandOverView } from './hand-over/hand-over-view.tsx';
import { IdleView } from './plan/idle-view.tsx';
import { PlanView } from './plan/plan-view.tsx';
import { PlanningView } from './plan/planning-view.tsx';
import { UnplannedView } from './plan/unplanned-view.tsx';
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
      return <IdleView mode={upload.mode} />;
    case 'planning':
      return <PlanningView {...upload} />;
    case 'unplanned':
      return <UnplannedView {...upload} />;
    case 'planned':
      return <PlanView made={upload.made} />;
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
      <span className="upload-environment" data-environment={target.environment}>
        {target.environment === 'production' ? 'Production' : 'Test'}
      </span>
    </span>
  );
}
