import { NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { chosenBy, type ChosenLeader } from '../../shared/leaders/apply-leaders.ts';
import type { LeaderLine } from '../../shared/leaders/plan-leaders.ts';
import { AT } from '../../shared/person/catalogue.ts';
import type { Document } from '../app/session/document.ts';
import { useSession } from '../app/session/session.ts';
import { FormField } from '../grid/popups/form-field.ts';
import { couldBe, describePerson, titleOf, whyOf } from './leader-items.ts';
import css from './leaders.module.css';

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
  const shown = value === '' ? undefined : candidates[Number(value)];
  const choose = (to: string): void => {
    setSearching(to === OTHER);
    const match = to === '' ? undefined : candidates[Number(to)];
    if (to === LEAVE) onChoose(null);
    else onChoose(match === undefined ? undefined : chosenBy(match));
  };
  return (
    <>
      <span className={css['leadersReference']}>
        <span className={css['leadersText']} title={line.text}>
          {title}
        </span>
        <span className={css['leadersCount']}>
          {line.rows.length === 1 ? '1 row' : `${line.rows.length.toLocaleString('en-US')} rows`}
        </span>
      </span>
      <span className={css['leadersChoice']}>
        {line.kind === 'named' ? (
          <span className={css['leadersNamed']}>{shown && describePerson(roster, shown)}</span>
        ) : (
          <NativeSelect
            size="xs"
            aria-label={line.text === '' ? `Who leads ${title}` : `Who “${title}” means`}
            value={value}
            data={optionsOf(roster, line, value)}
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
        {value === OTHER && !isSearching && <span className={css['leadersWhy']}>{chosen?.to}</span>}
        <Why line={line} value={value} />
      </span>
    </>
  );
}

/** What may be chosen for a line: a candidate, somebody else, or to leave it as it is. */
function optionsOf(roster: Document['roster'], line: LeaderLine, value: string) {
  const { kind, candidates } = line;
  const nothing = {
    value: '',
    label: candidates.length === 0 ? 'Leave it as it is' : 'Choose who is meant…',
  };
  const hasNothing = value === '' || (kind !== 'sure' && value !== OTHER);
  return [
    ...(hasNothing ? [nothing] : []),
    ...candidates.map((match, at) => ({ value: String(at), label: describePerson(roster, match) })),
    { value: OTHER, label: 'Someone else…' },
    ...(kind === 'sure' ? [{ value: LEAVE, label: 'Leave it as it is' }] : []),
  ];
}

/** Below a choice, why that person is meant, or why several may be. */
function Why({ line, value }: { readonly line: LeaderLine; readonly value: string }) {
  const shown = value === '' ? undefined : line.candidates[Number(value)];
  const [first] = line.candidates;
  return (
    <>
      {shown && <span className={css['leadersWhy']}>{whyOf(line, shown)}</span>}
      {value === '' && line.kind === 'doubtful' && first && (
        <span className={css['leadersWhy']}>{couldBe(line, first)}</span>
      )}
      {line.more > 0 && (
        <span className={css['leadersWhy']}>
          {line.more.toLocaleString('en-US')} more: choose “Someone else…” to search for them
        </span>
      )}
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

/** Addresses and most IDs have one of these; letters alone are a name that is still being typed. */
const ADDRESS_OR_ID = /[@\d]/;

/** The person a text names, who need not be known here; nobody while it may be the beginning of a name. */
function chosenByText({ checker }: Props['document'], typed: string): ChosenLeader | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  const answer = checker.leaders.find(text);
  if (answer.kind === 'sure') return chosenBy(answer.match);
  return ADDRESS_OR_ID.test(text) ? { to: text, row: null, mayBeLet: false } : undefined;
}

interface LeaderSearchProps {
  /** For a screen reader. */
  readonly label: string;
  readonly onText: (text: string) => void;
}

/** A field that finds anybody of the roster and of the current team; any address or ID can be typed as well. */
function LeaderSearch({ label, onText }: LeaderSearchProps) {
  const session = useSession();
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef(onText);
  useEffect(() => {
    latest.current = onText;
  }, [onText]);
  useEffect(() => {
    if (input.current === null) return;
    const field = new FormField(session, input.current, AT.teamLeader, ({ text }) => {
      latest.current(text);
    });
    input.current.focus();
    return () => {
      field.destroy();
    };
  }, [session]);
  return (
    <TextInput
      ref={input}
      aria-label={label}
      placeholder="Name, email address or ID"
      size="xs"
      autoComplete="off"
      spellCheck={false}
    />
  );
}
