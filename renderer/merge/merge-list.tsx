import { NativeSelect } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { RowId } from '../../shared/roster/roster.ts';
import type { Meant } from '../../shared/merge/merge-choices.ts';
import type { ListedPerson, People } from './list-people.ts';

/** Height of a line without changes, in CSS pixels; the others are measured. */
const LINE_HEIGHT = 28;

interface Props {
  readonly label: string;
  readonly people: People;
  /** By row of the file, whom those in doubt were said to mean. */
  readonly meant: ReadonlyMap<RowId, Meant>;
  readonly onMean: (row: RowId, meant: Meant | null) => void;
}

/** People of the file or of the roster, with what changes about them; only those in sight exist. */
export function MergeList({ label, people, meant, onMean }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  // Without keys of its own: the virtualizer would ask for all of them, seconds of work at 100,000 rows.
  // oxlint-disable-next-line react/incompatible-library -- the list itself renders what the virtualizer says
  const virtualizer = useVirtualizer({
    count: people.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 8,
  });
  return (
    <div className="merge-list" ref={scroller} tabIndex={0} role="region" aria-label={label}>
      <ul style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
          const person = people.at(index);
          return (
            person && (
              <li
                key={key}
                ref={virtualizer.measureElement}
                className="merge-line"
                data-index={index}
                aria-setsize={people.count}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)` }}
              >
                <Person person={person} chosen={meant.get(person.row.id) ?? null} onMean={onMean} />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

interface PersonProps {
  readonly person: ListedPerson;
  readonly chosen: Meant | null;
  readonly onMean: Props['onMean'];
}

function Person({ person, chosen, onMean }: PersonProps) {
  const { row, line, name, identifiers, changes, doubt } = person;
  return (
    <>
      <span className="merge-head">
        <span className="merge-number">line {line}</span>
        <span className="merge-name" data-none={name === ''}>
          {name === '' ? 'No name' : name}
        </span>
        <span className="merge-identifiers">{identifiers}</span>
      </span>
      {doubt && (
        <span className="merge-doubt">
          <span>{doubt.sentence}</span>
          <NativeSelect
            aria-label={`Who line ${line} is`}
            value={chosen ?? ''}
            data={[
              { value: '', label: 'Leave it out' },
              ...doubt.choices.map(({ meant, label }) => ({ value: String(meant), label })),
            ]}
            onChange={({ currentTarget: { value } }) => {
              onMean(row.id, doubt.choices.find(({ meant }) => String(meant) === value)?.meant ?? null);
            }}
          />
        </span>
      )}
      {changes.map(({ column, from, to }) => (
        <span key={column} className="merge-change">
          <span className="merge-column">{column}</span>
          {from === '' ? <span className="merge-none">empty</span> : <del>{from}</del>}
          {to === '' ? <span className="merge-none">cleared</span> : <ins>{to}</ins>}
        </span>
      ))}
    </>
  );
}
