import { Button, Checkbox } from '@mantine/core';
import { useSession, useSessionState } from '../../app/session/session.ts';
import { currentMode } from '../../app/session/settings.ts';
import { backToPlan } from '../show-upload.ts';
import { HAND_OVER_STEPS, type HandOverStep } from './hand-over-steps.ts';
import { ExportStep } from './export-step.tsx';
import { OpenPageStep } from './open-page-step.tsx';
import './hand-over.css';

/** For those without an API key: the file, the page that takes it, and what is left to do there. */
export function HandOverView({ done }: { readonly done: ReadonlySet<HandOverStep> }) {
  const session = useSession();
  const mode = useSessionState(currentMode);
  return (
    <>
      <div className="upload-scroll">
        <p className="upload-quiet">
          Without an API key, Agent Connect’s own {mode === 'create' ? 'Bulk Create' : 'bulk update'} page
          does the work. This is the way there.
        </p>
        <ol className="hand-over">
          <ExportStep />
          <OpenPageStep />
          {HAND_OVER_STEPS[mode].map(({ name, title, sentence }) => (
            <li key={name}>
              <Checkbox
                label={title}
                description={sentence}
                checked={done.has(name)}
                onChange={({ currentTarget: { checked } }) => {
                  const now = new Set(done);
                  if (checked) now.add(name);
                  else now.delete(name);
                  session.store.setState({ upload: { kind: 'handingOver', done: now } });
                }}
              />
            </li>
          ))}
        </ol>
      </div>
      <footer className="upload-actions">
        <Button
          className="at-start"
          onClick={() => {
            backToPlan(session);
          }}
        >
          Back to the plan
        </Button>
      </footer>
    </>
  );
}
