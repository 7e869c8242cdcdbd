import { Button, Progress } from '@mantine/core';
import { useState } from 'react';
import { failureSentence } from '../../../shared/failures/failures.ts';
import type { PushState, UploadProgress } from '../../../shared/upload/journal/upload-progress.ts';
import { useSession } from '../../app/session/session.ts';
import { useSituation } from '../../app/session/situation.ts';
import { useNow } from '../../organization/use-now.ts';
import { RunCounts } from './run-counts.tsx';
import { openCount, remainingWords, rowCount, waitingWords, waveWords } from './run-words.ts';
import { continueRun, pauseRun, stopRun } from './steer-run.ts';
import type { FollowedRun, UploadState } from '../upload-state.ts';
import './run.css';

/** An upload under way or paused: how far it is, what it waits for, and how to pause or stop it. */
export function RunView({ run }: { readonly run: FollowedRun }) {
  const session = useSession();
  const [isStopping, setStopping] = useState(false);
  const { kept, progress } = run;
  const { kind } = progress.state;
  return (
    <>
      <div className="run-head">
        <Waves waves={progress.waves} />
        <p className="run-figures">
          <span>{waveWords(progress.waves)}</span>
          <span>{WORDS[kind] ?? remainingWords(progress.secondsLeft)}</span>
        </p>
        <RunSituation run={run} />
      </div>
      <RunCounts run={run} />
      {isStopping ? (
        <div className="upload-actions" role="alertdialog" aria-label="Stop the upload">
          <p>{stopSentence(run)}</p>
          <Button
            className="at-start"
            autoFocus
            onClick={() => {
              setStopping(false);
            }}
          >
            Keep on
          </Button>
          <Button
            variant="filled"
            onClick={() => {
              setStopping(false);
              void stopRun(session, kept.id);
            }}
          >
            Stop the upload
          </Button>
        </div>
      ) : (
        <footer className="upload-actions">
          <Button
            className="at-start"
            onClick={() => {
              setStopping(true);
            }}
          >
            Stop…
          </Button>
          {kind === 'paused' ? (
            <Button variant="filled" onClick={() => void continueRun(session, run)}>
              Resume
            </Button>
          ) : (
            <Button
              disabled={kind === 'pausing' || kind === 'stopping'}
              onClick={() => void pauseRun(session, kept.id)}
            >
              Pause
            </Button>
          )}
        </footer>
      )}
    </>
  );
}

const WORDS: Partial<Record<PushState['kind'], string>> = {
  pausing: 'Pausing after what is under way',
  stopping: 'Stopping after what is under way',
  paused: 'Paused',
};

/** Two or three lines, always as high: what it waits for, what went wrong, or what edits mean now. */
function RunSituation({ run }: { readonly run: FollowedRun }) {
  const here = useSituation();
  const { state } = run.progress;
  const now = useNow(SECOND);
  const why = run.lost ?? (state.kind === 'paused' ? state.why : null);
  if (why !== null)
    return (
      <p className="run-situation" data-tone="error" role="alert">
        {failureSentence(why, here)}
      </p>
    );
  return (
    <p className="run-situation" data-tone={state.kind === 'waiting' ? 'warning' : undefined}>
      {state.kind === 'waiting'
        ? waitingWords(state, now.getTime(), here)
        : run.own === null
          ? `Open “${run.kept.name}” as it was to see its rows marked in the grid. The upload does not need it open while it runs.`
          : 'What was planned is sent as it was then. You may go on editing: it changes nothing of this upload.'}
    </p>
  );
}

/** Milliseconds. */
const SECOND = 1000;

function stopSentence({ progress: { counts } }: FollowedRun): string {
  const open = openCount(counts).toLocaleString('en-US');
  const done = (rowCount(counts) - openCount(counts)).toLocaleString('en-US');
  return `${done} rows are done and stay so. The ${open} others are not tried, but for those that are under way. You can resume it later.`;
}

/** How far each wave is, in the order in which they come, each as wide as it has people. */
export function Waves({ waves }: { readonly waves: UploadProgress['waves'] }) {
  const total = waves.reduce((sum, wave) => sum + wave.total, 0);
  const done = waves.reduce((sum, wave) => sum + wave.done, 0);
  return (
    <div
      className="run-waves"
      role="progressbar"
      aria-label="Upload"
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      aria-valuetext={`${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')}`}
    >
      {waves.map((wave, index) => (
        <span
          // Waves have no name but their place, and their places never change.
          key={index}
          className="run-wave"
          style={{ flexGrow: wave.total }}
          title={`Wave ${index + 1}: ${wave.done.toLocaleString('en-US')} of ${wave.total.toLocaleString('en-US')}`}
        >
          <span style={{ width: `${wave.total === 0 ? 100 : (100 * wave.done) / wave.total}%` }} />
        </span>
      ))}
    </div>
  );
}

/** What was confirmed is being written down before anything is sent. */
export function StartingView({ name, fraction }: Extract<UploadState, { kind: 'starting' }>) {
  return (
    <div className="upload-body" aria-live="polite">
      <p>Getting the upload to {name} ready…</p>
      <Progress value={100 * fraction} size="sm" aria-label="Getting ready" />
      <p className="upload-quiet">Nothing is sent before all of it is written down.</p>
    </div>
  );
}
