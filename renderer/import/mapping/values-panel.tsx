import { Checkbox } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Channel } from '../../../shared/person/catalogue.ts';
import { CHANNEL_KEYS } from '../../../shared/import/mapping/assign-source.ts';
import type { FoundNamed } from '../../../shared/import/mapping/find-named.ts';
import { channelsOf } from '../../../shared/import/mapping/known-words.ts';
import { type Judge, tallyValues, type ValueCount } from '../../../shared/import/mapping/tally-values.ts';
import type { Source } from '../../../shared/import/mapping/sources.ts';
import { EXCLUDED, type MappedColumn, type MappedKey } from '../../../shared/import/mapping/mapping.ts';
import type { Roster } from '../../../shared/roster/roster.ts';
import { NO, YES } from '../../../shared/rules/assumptions.ts';
import { useWork } from '../../app/session/use-work.ts';
import { ChoiceField } from './choice-field.tsx';
import css from './mapping.module.css';

interface Props {
  readonly roster: Roster;
  readonly sources: readonly Source[];
  readonly entry: MappedColumn;
  readonly judge: Judge;
  readonly onValues: (key: MappedKey, values: MappedColumn['values']) => void;
}

/** Values that are listed before the rest is asked for. */
const MAX_LISTED = 50;

/** The different texts of a column with how often they are there, and what each becomes. */
export function ValuesPanel({ roster, sources, entry, judge, onValues }: Props) {
  const { key, from, values } = entry;
  const tally = useWork(
    useMemo(
      // What the values become leaves them as they were found.
      () => () => tallyValues(roster.rows, { key, from, values: [] }, sources, judge),
      [roster, key, from, sources, judge],
    ),
  );
  const [all, setAll] = useState(false);
  if (tally === null) return <p className={css['mappingValues']}>Counting…</p>;
  const listed = all ? tally.values : tally.values.slice(0, MAX_LISTED);
  const becomes = (text: string): string | null => values.find((value) => value.from === text)?.to ?? null;
  const set = (text: string, to: string | null): void => {
    const others = values.filter((value) => value.from !== text);
    onValues(key, to === null ? others : [...others, { from: text, to }]);
  };
  return (
    <div className={css['mappingValues']}>
      <ul>
        {listed.map((value) => (
          <ValueLine
            key={value.text}
            {...{ value, roster, judge }}
            column={key}
            unchosen={unchosenOf(entry)}
            to={becomes(value.text)}
            onTo={(to) => {
              set(value.text, to);
            }}
          />
        ))}
      </ul>
      {listed.length < tally.values.length && (
        <button
          type="button"
          onClick={() => {
            setAll(true);
          }}
        >
          Show {tally.values.length - listed.length} more
        </button>
      )}
      {tally.isCut && <p>More than {tally.values.length} different texts: the rest stay as they are.</p>}
    </div>
  );
}

/** What a text becomes of which nothing is said. */
function unchosenOf({ key, from }: MappedColumn): string {
  if (key === EXCLUDED) return 'Stays';
  if (from.kind !== 'by') return 'Stays as it is';
  return from.rest === '' ? 'Left empty' : from.rest;
}

interface LineProps {
  readonly value: ValueCount;
  readonly roster: Roster;
  readonly judge: Judge;
  readonly column: MappedKey;
  readonly unchosen: string;
  /** Null while it stays as it is. */
  readonly to: string | null;
  readonly onTo: (to: string | null) => void;
}

function ValueLine({ value, roster, judge, column, unchosen, to, onTo }: LineProps) {
  const { text, count, fits, meant } = value;
  const named = text === '' ? 'Empty cells' : text;
  return (
    <li data-doubt={!fits && to === null}>
      <span className={css['mappingValue']} data-empty={text === ''}>
        {named}
      </span>
      <span className={css['mappingCount']}>{count.toLocaleString('en-US')}</span>
      <span className={css['mappingBecomes']}>
        <ChoiceField
          label={`“${named}” becomes`}
          {...{ roster, column }}
          settings={judge.settings}
          text={to}
          unchosen={unchosen}
          {...(text !== '' && unchosen === 'Stays as it is' && { empty: 'Left empty' })}
          onText={onTo}
        />
        {to === null && meant !== null && (
          <button
            type="button"
            onClick={() => {
              onTo(meant.to);
            }}
          >
            {meant.to === '' ? 'Left empty' : meant.to}?
          </button>
        )}
      </span>
    </li>
  );
}

interface ListedProps extends Omit<Props, 'entry'> {
  /** The three columns that the list is made into. */
  readonly entries: readonly MappedColumn[];
}

/** The entries of lists of channels with how often they are there, and which channels each means. */
export function ListedPanel({ roster, sources, entries, judge, onValues }: ListedProps) {
  const [first] = entries;
  const from = first?.from;
  const tally = useWork(
    useMemo(
      () =>
        function* () {
          return from === undefined
            ? null
            : yield* tallyValues(roster.rows, { key: 'phoneChannel', from, values: [] }, sources, judge);
        },
      [roster, from, sources, judge],
    ),
  );
  if (tally === null) return <p className={css['mappingValues']}>Counting…</p>;
  const entryOf = (key: MappedKey): MappedColumn | undefined => entries.find((entry) => entry.key === key);
  const means = (text: string, key: (typeof CHANNEL_KEYS)[number]): boolean => {
    const said = entryOf(key)?.values.find((value) => value.from === text);
    return said === undefined ? (channelsOf(text)?.includes(CHANNEL_OF[key]) ?? false) : said.to === YES;
  };
  return (
    <div className={css['mappingValues']}>
      <ul>
        {tally.values.map(({ text, count, fits }) => (
          <li key={text} data-doubt={!fits && CHANNEL_KEYS.every((key) => !means(text, key))}>
            <span className={css['mappingValue']}>{text}</span>
            <span className={css['mappingCount']}>{count.toLocaleString('en-US')}</span>
            <span className={css['mappingChannels']} role="group" aria-label={`“${text}” means`}>
              {CHANNEL_KEYS.map((key) => (
                <Checkbox
                  key={key}
                  label={CHANNEL_LABELS[key]}
                  checked={means(text, key)}
                  onChange={({ currentTarget: { checked } }) => {
                    const others = entryOf(key)?.values.filter((value) => value.from !== text) ?? [];
                    onValues(key, [...others, { from: text, to: checked ? YES : NO }]);
                  }}
                />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const CHANNEL_OF = {
  phoneChannel: 'phone',
  chatChannel: 'chat',
  emailChannel: 'email',
} as const satisfies Record<(typeof CHANNEL_KEYS)[number], Channel>;

const CHANNEL_LABELS = { phoneChannel: 'Phone', chatChannel: 'Chat', emailChannel: 'Email' } as const;

/** Who the texts of a Team Leader column mean, those in doubt first. */
export function PeoplePanel({ named }: { readonly named: FoundNamed }) {
  return (
    <div className={css['mappingValues']}>
      <ul>
        {named.unfound.slice(0, MAX_LISTED).map(({ text, count }) => (
          <PersonLine key={text} {...{ text, count }} to={null} />
        ))}
        {named.people.slice(0, MAX_LISTED).map(({ text, count, to }) => (
          <PersonLine key={text} {...{ text, count, to }} />
        ))}
      </ul>
    </div>
  );
}

interface PersonProps {
  readonly text: string;
  readonly count: number;
  /** Null for somebody who was not found. */
  readonly to: string | null;
}

function PersonLine({ text, count, to }: PersonProps) {
  return (
    <li data-doubt={to === null}>
      <span className={css['mappingValue']}>{text}</span>
      <span className={css['mappingCount']}>{count.toLocaleString('en-US')}</span>
      <span className={css['mappingValue']}>{to ?? 'Stays as it is, and can be resolved in the roster'}</span>
    </li>
  );
}
