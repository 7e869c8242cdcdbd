import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { failureSentence } from '../../../shared/failures/failures.ts';
import { SENT_GROUPS } from '../../../shared/upload/plan/plan-sentences.ts';
import { useSession, useSessionState } from '../../app/session/session.ts';
import { countOf, planNotes, timeOf } from '../plan/plan-words.ts';
import { startRun } from '../run/start-run.ts';
import { backToPlan } from '../show-upload.ts';
import { whyStale } from '../stale-plan.ts';
import type { MadePlan, UploadState } from '../upload-state.ts';
import { countToType, isCount, startWords } from './confirm-words.ts';
import { useSituation } from '../../app/session/situation.ts';
import './confirm.css';

/** The last look before anything is sent: what, where to, and whether people hear of it. */
export function ConfirmView({ made, failure }: Extract<UploadState, { kind: 'confirming' }>) {
  const session = useSession();
  const here = useSituation();
  const stale = useSessionState((state) => whyStale(state, made));
  const [delayed, setDelayed] = useState(true);
  const [careful, setCareful] = useState(false);
  const [typed, setTyped] = useState('');
  const count = countToType(made);
  const isReady = stale === null && (count === null || isCount(typed, count));
  const start = (): void => {
    if (isReady) void startRun(session, made, { welcome: delayed ? 'delayed' : 'now', careful });
  };
  return (
    <form
      className="upload-form"
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <div className="upload-scroll">
        <Where made={made} />
        <What made={made} careful={careful} />
        {made.plan.counts.create > 0 && <Welcome delayed={delayed} onChange={setDelayed} />}
        <Careful made={made} careful={careful} onChange={setCareful} />
        {stale !== null && <p className="upload-warning">{stale} Go back and plan again.</p>}
        {count !== null && (
          <TextInput
            className="confirm-count"
            label={`Type ${Number(count).toLocaleString('en-US')} to confirm how many people this is about`}
            value={typed}
            inputMode="numeric"
            autoComplete="off"
            onChange={({ currentTarget: { value } }) => {
              setTyped(value);
            }}
          />
        )}
      </div>
      {failure !== null && (
        <p className="upload-failure confirm-failure" role="alert">
          {failureSentence(failure, here)}
        </p>
      )}
      <footer className="upload-actions">
        <Button
          className="at-start"
          onClick={() => {
            backToPlan(session);
          }}
        >
          Back
        </Button>
        <Button
          type="submit"
          variant="filled"
          className="confirm-start"
          data-environment={made.target.environment}
          disabled={!isReady}
        >
          {startWords(made)}
        </Button>
      </footer>
    </form>
  );
}

/** The address and the environment; production looks like nothing else. */
function Where({ made: { target } }: { readonly made: MadePlan }) {
  const isProduction = target.environment === 'production';
  return (
    <div className="confirm-where" data-environment={target.environment}>
      <strong>{isProduction ? 'Production' : 'Test'}</strong>
      <span>{target.name}</span>
      <span className="confirm-host">{target.host}</span>
      {isProduction && <span>What is done there is real, and this app cannot take it back.</span>}
    </div>
  );
}

function What({ made, careful }: { readonly made: MadePlan; readonly careful: boolean }) {
  const { groups } = made.plan;
  const { exists, blocked, held } = groups;
  const left = [
    [exists, made.plan.mode === 'create' ? 'in Agent Connect already' : 'with nothing to change'],
    [blocked, 'blocked'],
    [held, 'held'],
  ] as const;
  const leftOut = left.filter(([count]) => count > 0);
  return (
    <ul className="confirm-what">
      {SENT_GROUPS.filter(({ group }) => groups[group] > 0).map(({ group, done }) => (
        <li key={group}>
          {countOf(groups[group], 'person is', 'people are')} {done}.
        </li>
      ))}
      {leftOut.length > 0 && (
        <li>
          Nothing is sent for{' '}
          {leftOut.map(([count, why]) => `${count.toLocaleString('en-US')} ${why}`).join(', ')}.
        </li>
      )}
      {planNotes(made, careful).map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

interface WelcomeProps {
  readonly delayed: boolean;
  readonly onChange: (delayed: boolean) => void;
}

function Welcome({ delayed, onChange }: WelcomeProps) {
  return (
    <Checkbox
      label="Delay welcome emails"
      description={
        delayed
          ? 'Nobody is notified yet. Rollcall creates people without inviting them and assumes that this is what the setting does on Agent Connect’s page: the API’s description does not say.'
          : 'Everyone who is created gets the welcome email at once; Agent Connect’s API calls it an invitation. Rollcall never sends it twice.'
      }
      checked={delayed}
      onChange={({ currentTarget: { checked } }) => {
        onChange(checked);
      }}
    />
  );
}

interface CarefulProps {
  readonly made: MadePlan;
  readonly careful: boolean;
  readonly onChange: (careful: boolean) => void;
}

/** Whether each person is looked up right before being sent, which is offered where it takes longer. */
function Careful({ made, careful, onChange }: CarefulProps) {
  const time = timeOf(made);
  if (!time.isDearer) return null;
  const takes = time.careful === time.usual ? '' : `Takes ${time.careful} instead of ${time.usual}. `;
  return (
    <Checkbox
      label="Check each person right before sending"
      description={`${takes}${
        careful
          ? 'For when somebody else may be adding the same people meanwhile.'
          : 'Without it, who is there already is read anew as it goes, every ten minutes.'
      }`}
      checked={careful}
      onChange={({ currentTarget: { checked } }) => {
        onChange(checked);
      }}
    />
  );
}
