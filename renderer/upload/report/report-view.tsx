import { Button } from '@mantine/core';
import { failureSentence } from '../../../shared/failures/failures.ts';
import { isTriedAgain } from '../../../shared/upload/journal/row-run.ts';
import { useSession } from '../../app/session/session.ts';
import { sayDone } from '../../app/session/say-done.ts';
import { countOf } from '../plan/plan-words.ts';
import { RunCounts } from '../run/run-counts.tsx';
import { sumOf } from '../run/run-words.ts';
import { beginAnew } from '../show-upload.ts';
import { resumeRun } from '../run/steer-run.ts';
import type { FollowedRun } from '../upload-state.ts';
import { NOT_DONE, saveFailedRows } from './save-failed-rows.ts';
import { headline, summaryText } from './report-words.ts';
import { saveReport } from './save-report.ts';
import { useSituation } from '../../app/session/situation.ts';
import './report.css';

/** What became of every row, and what can be done about those that were not carried out. */
export function ReportView({ run }: { readonly run: FollowedRun }) {
  const session = useSession();
  const here = useSituation();
  const { progress } = run;
  const trouble = progress.state.kind === 'ended' ? progress.state.why : null;
  const notDone = sumOf(progress.counts, NOT_DONE);
  return (
    <>
      <div className="run-head report-head">
        <h3>{headline(progress)}</h3>
        <p className="run-situation" data-tone={trouble === null ? undefined : 'error'}>
          {trouble === null ? whereWords(run) : failureSentence(trouble, here)}
        </p>
      </div>
      <RunCounts run={run} open={false} />
      <footer className="upload-actions report-actions">
        {notDone > 0 && <NotDone run={run} count={notDone} />}
        <Button onClick={() => void saveReport(session, run)}>Save report…</Button>
        <Button
          onClick={() => {
            void navigator.clipboard.writeText(summaryText(run)).then(() => {
              sayDone(session, 'The summary is on the clipboard.');
            });
          }}
        >
          Copy summary
        </Button>
        <Button
          onClick={() => {
            beginAnew(session);
          }}
        >
          New plan
        </Button>
      </footer>
    </>
  );
}

/** What to do with those that were not carried out: try them again, or mend them in a roster of their own. */
function NotDone({ run, count }: { readonly run: FollowedRun; readonly count: number }) {
  const session = useSession();
  const { id, name } = run.kept;
  // What was blocked or not accepted stays so: it is to be mended, and is another upload's.
  const isResumable = run.rows.some(isTriedAgain);
  const rows = countOf(count, 'row not done', 'rows not done');
  return (
    <>
      {isResumable && <Button onClick={() => void resumeRun(session, id)}>Try the rest again</Button>}
      {run.own === null ? (
        <p className="upload-quiet">
          Open “{name}” as it was to make a roster of the {rows}.
        </p>
      ) : (
        <Button onClick={() => void saveFailedRows(session, run)}>Make a roster of the {rows}…</Button>
      )}
    </>
  );
}

function whereWords({ kept: { name, host, welcome }, progress: { counts } }: FollowedRun): string {
  const mail =
    counts.created === 0
      ? ''
      : welcome === 'delayed'
        ? ' Welcome emails are delayed: nobody has been notified yet.'
        : ' Welcome emails were sent to those who were created.';
  return `“${name}” to ${host}.${mail}`;
}
