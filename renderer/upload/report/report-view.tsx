import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { failureSentence } from '../../../shared/failures/failures.ts';
import { isTriedAgain } from '../../../shared/upload/journal/row-run.ts';
import {
  GROUP_WORDS,
  groupRows,
  needsStep,
  REPORT_GROUPS,
  type ReportGroup,
} from '../../../shared/upload/report/report-groups.ts';
import { sayDone } from '../../app/session/say-done.ts';
import { useSession } from '../../app/session/session.ts';
import { useSituation } from '../../app/session/situation.ts';
import { Counts } from '../list/counts.tsx';
import { RowList } from '../list/row-list.tsx';
import { countOf } from '../plan/plan-words.ts';
import { listRun } from '../run/run-counts.tsx';
import { sumOf } from '../run/run-words.ts';
import { beginAnew } from '../show-upload.ts';
import { resumeRun } from '../run/steer-run.ts';
import type { FollowedRun } from '../upload-state.ts';
import { headline, summaryText } from './report-words.ts';
import { NOT_DONE, saveFailedRows, saveReport } from './save-report.ts';
import styles from './report.module.css';

/** What became of every row: first those about which there is something to do, with what that is. */
export function ReportView({ run }: { readonly run: FollowedRun }) {
  const session = useSession();
  const here = useSituation();
  const { progress } = run;
  const groups = useMemo(() => groupRows(run.rows), [run]);
  const trouble = progress.state.kind === 'ended' ? progress.state.why : null;
  const notDone = sumOf(progress.counts, NOT_DONE);
  return (
    <>
      <div className={styles['head']}>
        <h3>{headline(progress, groups)}</h3>
        <p data-tone={trouble === null ? undefined : 'error'}>
          {trouble === null ? whereWords(run) : failureSentence(trouble, here)}
        </p>
      </div>
      <Groups run={run} groups={groups} />
      <footer className={`upload-actions ${styles['actions'] ?? ''}`}>
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

interface GroupsProps {
  readonly run: FollowedRun;
  readonly groups: ReturnType<typeof groupRows<FollowedRun['rows'][number]>>;
}

/** The groups that have rows, those with a next step first, and the rows of the one that is chosen, with that step. */
function Groups({ run, groups }: GroupsProps) {
  const shown = REPORT_GROUPS.filter((group) => groups[group].length > 0);
  const [wanted, setWanted] = useState<ReportGroup | null>(null);
  const chosen = wanted !== null && shown.includes(wanted) ? wanted : (shown[0] ?? 'created');
  const rows = groups[chosen];
  const counts = shown.map((name) => ({ name, label: GROUP_WORDS[name].title, value: groups[name].length }));
  const left = counts.filter(({ name }) => needsStep(name));
  return (
    <>
      {left.length > 0 && (
        <Counts label="Next steps" isTitled counts={left} chosen={chosen} onChoose={setWanted} />
      )}
      {left.length < counts.length && (
        <Counts
          label="Done"
          isTitled={left.length > 0}
          counts={counts.filter(({ name }) => !needsStep(name))}
          chosen={chosen}
          onChoose={setWanted}
        />
      )}
      {left.length > 0 && (
        <p className={styles['advice']} data-step={needsStep(chosen)} aria-live="polite">
          {GROUP_WORDS[chosen].advice || 'Nothing is left to do for these people.'}
        </p>
      )}
      <RowList
        key={chosen}
        label={GROUP_WORDS[chosen].title}
        count={rows.length}
        rowAt={(index) => {
          const row = rows[index];
          return row ? listRun(row, run) : null;
        }}
      />
    </>
  );
}

/** What to do with those that were not carried out: try them again, or fix them in a roster of their own. */
function NotDone({ run, count }: { readonly run: FollowedRun; readonly count: number }) {
  const session = useSession();
  const { id, name } = run.kept;
  // What was blocked or not accepted stays so: it is to be fixed, and is another upload's.
  const isResumable = run.rows.some(isTriedAgain);
  const rows = countOf(count, 'row not done', 'rows not done');
  return (
    <>
      {run.own === null && (
        <p className="upload-quiet">
          Open “{name}” as it was to make a roster of the {rows}.
        </p>
      )}
      {isResumable && <Button onClick={() => void resumeRun(session, id)}>Resume the upload</Button>}
      {run.own !== null && (
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
