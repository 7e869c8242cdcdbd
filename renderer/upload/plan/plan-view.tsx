import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import { groupMeaning, isGroupShown } from '../../../shared/upload/plan/plan-sentences.ts';
import { PLAN_GROUPS, type PlanGroup } from '../../../shared/upload/plan/upload-plan.ts';
import { useNow } from '../../organization/use-now.ts';
import { useSession, useSessionState } from '../../app/session/session.ts';
import { setMode } from '../../organization/roster-mode.ts';
import { Counts } from '../list/counts.tsx';
import { RowList } from '../list/row-list.tsx';
import { VerdictNote } from '../../problems/verdict-note.tsx';
import { handOver } from '../show-upload.ts';
import { whyStale } from '../stale-plan.ts';
import type { MadePlan } from '../upload-state.ts';
import { listPlanned } from './list-plan.ts';
import { makePlan } from './make-plan.ts';
import { asLabel, countOf, planNotes, sourceSentence, timeSentence } from './plan-words.ts';
import { savePlan } from './save-plan.ts';

/** What an upload would do: counts by group, the rows of each, and what there is to know before it is confirmed. */
export function PlanView({ made }: { readonly made: MadePlan }) {
  const session = useSession();
  const stale = useSessionState((state) => whyStale(state, made));
  const { plan, roster } = made;
  const { groups, mode } = plan;
  const [chosen, setChosen] = useState<PlanGroup>(
    () => PLAN_GROUPS.find((group) => groups[group] > 0) ?? 'create',
  );
  const counts = PLAN_GROUPS.filter((group) => isGroupShown(group, groups[group], mode)).map((group) => ({
    name: group,
    label: asLabel(groupMeaning(group, mode)),
    value: groups[group],
  }));
  const rows = made.rows[chosen];
  const requests = plan.counts.create + plan.counts.changed;
  const time = timeSentence(made);
  return (
    <>
      <ModeChoice />
      <Source made={made} stale={stale} />
      <div className="upload-verdict">
        <VerdictNote verdict={made.verdict} roster={roster} />
      </div>
      <Counts label="Rows by what would be done" counts={counts} chosen={chosen} onChoose={setChosen} />
      <ul className="upload-notes">
        {planNotes(made)
          .filter((note) => note !== time)
          .map((note) => (
            <li key={note}>{note}</li>
          ))}
      </ul>
      <RowList
        key={chosen}
        label={counts.find(({ name }) => name === chosen)?.label ?? ''}
        count={rows.length}
        rowAt={(index) => {
          const planned = rows[index];
          return planned ? listPlanned(planned, roster) : null;
        }}
      />
      <footer className="upload-actions">
        {time !== null && <p className="upload-time">{time}</p>}
        <Button className="at-start" onClick={() => void savePlan(session, made)}>
          Save plan…
        </Button>
        {made.key === null ? (
          <Button
            variant="filled"
            onClick={() => {
              handOver(session);
            }}
          >
            Hand over by file…
          </Button>
        ) : (
          <Button
            variant="filled"
            disabled={stale !== null || requests === 0}
            onClick={() => {
              session.store.setState({ upload: { kind: 'confirming', made, failure: null } });
            }}
          >
            {requests === 0 ? 'Nothing to upload' : `Go on with ${countOf(requests, 'person', 'people')}…`}
          </Button>
        )}
      </footer>
    </>
  );
}

/** Whether those who are there already are left alone. Another choice is another plan. */
export function ModeChoice() {
  const session = useSession();
  const mode = useSessionState((state) => state.mode);
  return (
    <Radio.Group
      className="upload-mode"
      label="People who are in Agent Connect already"
      value={mode}
      onChange={(value) => {
        setMode(session, value === 'update' ? 'update' : 'create');
        void makePlan(session);
      }}
    >
      <Radio value="create" label="Leave as they are" />
      <Radio value="update" label="Change what differs" />
    </Radio.Group>
  );
}

/** What the plan was made of and how old that is, or that it holds no longer and must be made again. */
function Source({ made, stale }: { readonly made: MadePlan; readonly stale: string | null }) {
  const session = useSession();
  const now = useNow();
  return (
    <div className="upload-source" data-stale={stale !== null} aria-live="polite">
      <p>{stale ?? sourceSentence(made, now.getTime())}</p>
      <Button onClick={() => void makePlan(session)}>Plan again</Button>
    </div>
  );
}
