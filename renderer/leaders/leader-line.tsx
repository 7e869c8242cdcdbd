import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { type ChosenLeader, chosenBy } from '../../shared/leaders/apply-leaders.ts';
import type { LeaderLine } from '../../shared/leaders/plan-leaders.ts';
import type { Document } from '../session/state.ts';
import { LeaderSearch } from './leader-search.tsx';
import { describePerson, titleOf, whyOf } from './list-items.ts';

interface Props {
  readonly document: Pick<Document, 'roster' | 'checker'>;
  readonly line: LeaderLine;
  /** Undefined where the user has chosen nothing, null for “leave it as it is”. */
  readonly chosen: ChosenLeader | null | undefined;
  readonly onChoose: (chosen: ChosenLeader | null | undefined) => void;
}

const LEAVE = 'leave';
const OTHER = 'other';

/** One distinct text of Team Leader: how often it is there, who is proposed and why, and who else may be chosen. */
export function LeaderLineItem({ document, line, chosen, onChoose }: Props) {
  const { roster } = document;
  const [isSearching, setSearching] = useState(false);
  const title = titleOf(roster, line);
  const { candidates } = line;
  const value = isSearching ? OTHER : valueOf(line, chosen);
  const shown = candidates[Number(value)];
  const choose = (to: string): void => {
    setSearching(to === OTHER);
    const match = candidates[Number(to)];
    if (to === LEAVE) onChoose(null);
    else onChoose(match === undefined ? undefined : chosenBy(match));
  };
  return (
    <>
      <span className="leaders-reference">
        <span className="leaders-text" title={line.text}>
          {title}
        </span>
        <span className="leaders-count">
          {line.rows.length === 1 ? '1 row' : `${line.rows.length.toLocaleString('en-US')} rows`}
        </span>
      </span>
      <span className="leaders-choice">
        {line.kind === 'named' ? (
          <span className="leaders-named">{shown && describePerson(roster, shown)}</span>
        ) : (
          <NativeSelect
            size="xs"
            aria-label={line.text === '' ? `Who leads ${title}` : `Who “${title}” means`}
            value={value}
            data={[
              ...(value === '' || (line.kind !== 'sure' && value !== OTHER)
                ? [
                    {
                      value: '',
                      label: candidates.length === 0 ? 'Leave it as it is' : 'Choose who is meant…',
                    },
                  ]
                : []),
              ...candidates.map((match, at) => ({ value: String(at), label: describePerson(roster, match) })),
              { value: OTHER, label: 'Someone else…' },
              ...(line.kind === 'sure' ? [{ value: LEAVE, label: 'Leave it as it is' }] : []),
            ]}
            onChange={({ currentTarget }) => {
              choose(currentTarget.value);
            }}
          />
        )}
        {isSearching && (
          <LeaderSearch
            label={line.text === '' ? `Team Leader of ${title}` : `Team Leader in place of “${title}”`}
            onText={(text) => {
              onChoose(chosenByText(document, text));
            }}
          />
        )}
        {shown && <span className="leaders-why">{whyOf(line, shown)}</span>}
        {line.more > 0 && (
          <span className="leaders-why">
            {line.more.toLocaleString('en-US')} more of this name: choose “Someone else…” to search for them
          </span>
        )}
      </span>
    </>
  );
}

/** The value of the select: the place of a candidate, or what stands for none of them. */
function valueOf({ kind, candidates }: LeaderLine, chosen: ChosenLeader | null | undefined): string {
  if (chosen === null) return LEAVE;
  if (chosen === undefined) return kind === 'sure' || kind === 'named' ? '0' : '';
  const at = candidates.findIndex((match) => {
    const { to, row } = chosenBy(match);
    return to === chosen.to && row === chosen.row;
  });
  return at < 0 ? OTHER : String(at);
}

/** Whoever a text names; nobody while it is empty. */
function chosenByText({ checker }: Props['document'], typed: string): ChosenLeader | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  const answer = checker.leaders.find(text);
  return answer.kind === 'sure' ? chosenBy(answer.match) : { to: text, row: null, mayBeLet: false };
}
