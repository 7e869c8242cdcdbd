import { useEffect, useRef } from 'react';
import { NativeSelect } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { Meant, MergeChoices } from '../../shared/import/merge-columns.ts';
import type { MergePlan } from '../../shared/import/merge-plan.ts';
import type { RowId } from '../../shared/roster/roster.ts';
import {
  type ListedPerson,
  listPeople,
  MERGE_TABS,
  type MergeTab,
  NOBODY,
  type People,
  TAB_LABELS,
  TAB_SENTENCES,
} from './merge-words.ts';
import css from './merge.module.css';

interface Props {
  readonly plan: MergePlan;
  readonly lines: readonly number[];
  readonly meant: MergeChoices['meant'];
  readonly tab: MergeTab;
  readonly onTab: (tab: MergeTab) => void;
  readonly onMean: (row: RowId, meant: Meant | null) => void;
}

/** Who is new, who changes and who does not: the counts, of which one is chosen, and its people. */
export function MergePreview({ plan, lines, meant, tab, onTab, onMean }: Props) {
  const people = listPeople(plan, tab, lines);
  const tabs = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // It comes a moment after the dialog; whoever has gone on to the choices stays there.
    if (document.activeElement instanceof HTMLInputElement) return;
    tabs.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
  }, []);
  return (
    <section className={css['mergePreview']} aria-label="What will come in">
      <div ref={tabs} className={css['mergeTabs']} role="group" aria-label="People by what becomes of them">
        {MERGE_TABS.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === tab}
            data-none={plan[name].length === 0}
            onClick={() => {
              onTab(name);
            }}
          >
            {TAB_LABELS[name]} <span>{plan[name].length.toLocaleString('en-US')}</span>
          </button>
        ))}
      </div>
      <p className={css['mergeSentence']}>{people.count === 0 ? NOBODY[tab] : TAB_SENTENCES[tab]}</p>
      <MergeList
        // Another list begins at its top.
        key={tab}
        label={TAB_LABELS[tab]}
        people={people}
        meant={meant}
        onMean={onMean}
      />
    </section>
  );
}

/** Height of a line without changes, in CSS pixels; the others are measured. */
const LINE_HEIGHT = 28;

interface MergeListProps {
  readonly label: string;
  readonly people: People;
  /** By row of the file, whom those in doubt were said to mean. */
  readonly meant: ReadonlyMap<RowId, Meant>;
  readonly onMean: (row: RowId, meant: Meant | null) => void;
}

/** People of the file or of the roster, with what changes about them; only those in sight exist. */
function MergeList({ label, people, meant, onMean }: MergeListProps) {
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
    <div className={css['mergeList']} ref={scroller} tabIndex={0} role="region" aria-label={label}>
      <ul style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
          const person = people.at(index);
          return (
            person && (
              <li
                key={key}
                ref={virtualizer.measureElement}
                className={css['mergeLine']}
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
  readonly onMean: MergeListProps['onMean'];
}

function Person({ person, chosen, onMean }: PersonProps) {
  const { row, line, name, identifiers, changes, doubt } = person;
  return (
    <>
      <span className={css['mergeHead']}>
        <span className={css['mergeNumber']}>line {line}</span>
        <span className={css['mergeName']} data-none={name === ''}>
          {name === '' ? 'No name' : name}
        </span>
        <span className={css['mergeIdentifiers']}>{identifiers}</span>
      </span>
      {doubt && (
        <span className={css['mergeDoubt']}>
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
        <span key={column} className={css['mergeChange']}>
          <span className={css['mergeColumn']}>{column}</span>
          {from === '' ? <span className={css['mergeNone']}>empty</span> : <del>{from}</del>}
          {to === '' ? <span className={css['mergeNone']}>cleared</span> : <ins>{to}</ins>}
        </span>
      ))}
    </>
  );
}
