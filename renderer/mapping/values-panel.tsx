import { useMemo, useState } from 'react';
import type { ColumnKey } from '../../shared/columns/catalogue.ts';
import type { Judge } from '../../shared/mapping/count-fit.ts';
import type { Source } from '../../shared/mapping/list-sources.ts';
import type { MappedColumn } from '../../shared/mapping/mapping.ts';
import { tallyValues, type ValueCount } from '../../shared/mapping/tally-values.ts';
import type { Roster } from '../../shared/roster/roster.ts';
import { ChoiceField } from './choice-field.tsx';
import { useWork } from './use-mapping.ts';

interface Props {
  readonly roster: Roster;
  readonly sources: readonly Source[];
  readonly entry: MappedColumn;
  readonly judge: Judge;
  readonly onValues: (key: ColumnKey, values: MappedColumn['values']) => void;
}

/** Values that are listed before the rest is asked for. */
const MOST_LISTED = 50;

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
  if (tally === null) return <p className="mapping-values">Counting…</p>;
  const listed = all ? tally.values : tally.values.slice(0, MOST_LISTED);
  const becomes = (text: string): string | null => values.find((value) => value.from === text)?.to ?? null;
  const set = (text: string, to: string | null): void => {
    const others = values.filter((value) => value.from !== text);
    onValues(key, to === null ? others : [...others, { from: text, to }]);
  };
  return (
    <div className="mapping-values">
      <ul>
        {listed.map((value) => (
          <ValueLine
            key={value.text}
            {...{ value, roster, judge }}
            column={key}
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

interface LineProps {
  readonly value: ValueCount;
  readonly roster: Roster;
  readonly judge: Judge;
  readonly column: ColumnKey;
  /** Null while it stays as it is. */
  readonly to: string | null;
  readonly onTo: (to: string | null) => void;
}

function ValueLine({ value: { text, count, fits, meant }, roster, judge, column, to, onTo }: LineProps) {
  const named = text === '' ? 'Empty cells' : text;
  return (
    <li data-doubt={!fits && to === null}>
      <span className="mapping-value" data-empty={text === ''}>
        {named}
      </span>
      <span className="mapping-count">{count.toLocaleString('en-US')}</span>
      <span className="mapping-becomes">
        <ChoiceField
          label={`“${named}” becomes`}
          {...{ roster, column }}
          settings={judge.settings}
          text={to}
          unchosen="Stays as it is"
          {...(text !== '' && { empty: 'Left empty' })}
          onText={onTo}
        />
        {to === null && meant !== null && (
          <button
            type="button"
            onClick={() => {
              onTo(meant.to);
            }}
          >
            {meant.to}?
          </button>
        )}
      </span>
    </li>
  );
}
