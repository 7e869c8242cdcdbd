import { Button, Checkbox, Progress } from '@mantine/core';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  applyLeaders,
  type ChosenLeader,
  type LeaderChoices,
  type LeaderOutcome,
  outcomeOf,
} from '../../shared/leaders/apply-leaders.ts';
import { type LeaderPlan, planLeaders } from '../../shared/leaders/plan-leaders.ts';
import { DialogFrame } from '../app/dialogs/dialog-frame.tsx';
import { closeDialog } from '../app/session/dialogs.ts';
import type { Document } from '../app/session/document.ts';
import { edit } from '../app/session/edit-roster.ts';
import { sayUndoable } from '../app/session/say-done.ts';
import { useSession, useSessionState } from '../app/session/session.ts';
import { useLatest } from '../app/session/use-work.ts';
import { applyLabel, doneSentence, type ListItem, listItems, summarySentence } from './leader-items.ts';
import { LeaderLineItem } from './leader-line.tsx';
import css from './leaders.module.css';

/** Shows who each distinct Team Leader is, and names the sure and the chosen ones as one undo step. */
export function ResolveLeadersDialog() {
  const document = useSessionState((state) => state.document);
  return document && <Leaders document={document} />;
}

const NONE: LeaderChoices = new Map();

function Leaders({ document }: { readonly document: Document }) {
  const session = useSession();
  const { roster, checker } = document;
  const [fraction, setFraction] = useState(0);
  const planning = useMemo(() => () => planLeaders(roster, checker), [roster, checker]);
  const plan = useLatest(planning, setFraction)?.value ?? null;
  const [choices, setChoices] = useState(NONE);
  const [letThem, setLetThem] = useState(true);
  const outcome = useMemo(() => plan && outcomeOf(plan, choices), [plan, choices]);
  const label = outcome && applyLabel(outcome, choices.size > 0, letThem);
  const close = (): void => {
    closeDialog(session);
  };
  const apply = (): void => {
    if (plan === null || outcome === null || label === null) return;
    close();
    edit(session, 'Resolve leaders', applyLeaders(roster, plan, choices, letThem), () => {
      sayUndoable(session, doneSentence(outcome, letThem));
    });
  };
  return (
    <DialogFrame
      title="Resolve leaders"
      size="wide"
      onClose={close}
      actions={
        <>
          {outcome !== null && <LetThem lets={outcome.lets} checked={letThem} onChange={setLetThem} />}
          <Button onClick={close}>{label === null ? 'Close' : 'Cancel'}</Button>
          {/* Its place is there from the beginning, so that the focus stays when it is known what it does. */}
          <Button variant="filled" data-autofocus aria-disabled={label === null} onClick={apply}>
            {label ?? (plan === null ? 'Apply' : 'Nothing to apply')}
          </Button>
        </>
      }
    >
      <div
        className={css['leaders']}
        onKeyDown={(event) => {
          if (isApplying(event)) apply();
        }}
      >
        {plan === null ? (
          <>
            <p role="status">Finding out who is meant…</p>
            <Progress value={100 * fraction} size={6} aria-label="Finding out who is meant" />
          </>
        ) : (
          <Plan plan={plan} document={document} choices={choices} onChoices={setChoices} />
        )}
      </div>
    </DialogFrame>
  );
}

/** Enter in a list of candidates applies, as on the main button; the keys that open it are Space and Alt+Down. */
function isApplying({ key, target }: KeyboardEvent): boolean {
  return key === 'Enter' && target instanceof HTMLSelectElement;
}

interface PlanProps {
  readonly plan: LeaderPlan;
  readonly document: Document;
  readonly choices: LeaderChoices;
  readonly onChoices: (choices: LeaderChoices) => void;
}

function Plan({ plan, document, choices, onChoices }: PlanProps) {
  const teamKnown = document.checker.settings.team !== null;
  const items = useMemo(() => listItems({ plan, teamKnown }), [plan, teamKnown]);
  if (items.length === 0) return <p>Every Team Leader names somebody who can manage teams.</p>;
  return (
    <>
      <p>{summarySentence(plan)}</p>
      <LeaderList
        document={document}
        items={items}
        choices={choices}
        onChoose={(text, chosen) => {
          const next = new Map(choices);
          if (chosen === undefined) next.delete(text);
          else next.set(text, chosen);
          onChoices(next);
        }}
      />
    </>
  );
}

interface LetProps extends Pick<LeaderOutcome, 'lets'> {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Offers to let the leaders manage teams who cannot yet. */
function LetThem({ lets, checked, onChange }: LetProps) {
  if (lets.length === 0) return null;
  const whom = lets.length === 1 ? 'one of them' : `${lets.length.toLocaleString('en-US')} of them`;
  return (
    <Checkbox
      className="at-start"
      size="xs"
      label={`Let them manage teams (set Can Manage Teams to y for ${whom})`}
      checked={checked}
      onChange={({ currentTarget }) => {
        onChange(currentTarget.checked);
      }}
    />
  );
}

/** Height of a line with one row of text below its choice, in CSS pixels; all are measured. */
const LINE_HEIGHT = 58;

interface LeaderListProps {
  readonly document: Document;
  readonly items: readonly ListItem[];
  readonly choices: LeaderChoices;
  readonly onChoose: (text: string, chosen: ChosenLeader | null | undefined) => void;
}

/** The distinct Team Leaders with who is meant by each; only those in sight exist. */
function LeaderList({ document, items, choices, onChoose }: LeaderListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- the list itself renders what the virtualizer says
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 8,
  });
  return (
    <div className={css['leadersList']} ref={scroller} tabIndex={0} role="region" aria-label="Team Leaders">
      <ul style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            <li
              key={item.kind === 'heading' ? `heading ${item.of}` : `line ${item.line.text}`}
              ref={virtualizer.measureElement}
              data-testid={`leader-${item.kind}`}
              className={item.kind === 'heading' ? css['leadersHeading'] : css['leadersLine']}
              data-index={index}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              {item.kind === 'heading' ? (
                <>
                  <h3>{item.title}</h3>
                  {item.note !== '' && <p>{item.note}</p>}
                </>
              ) : (
                <LeaderLineItem
                  document={document}
                  line={item.line}
                  chosen={choices.get(item.line.text)}
                  onChoose={(chosen) => {
                    onChoose(item.line.text, chosen);
                  }}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
