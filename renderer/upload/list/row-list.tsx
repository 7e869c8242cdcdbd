import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useRef, useState } from 'react';
import { reveal } from '../../app/session/reveal.ts';
import { useSession } from '../../app/session/session.ts';
import { listStep } from '../../ui/list-step.ts';
import { type ListedRow, MarkIcon } from './listed-row.tsx';
import { ROW_MARKS } from '../marks/row-mark.ts';
import './row-list.css';

/** Height of a line without changes and sentences, in CSS pixels; the others are measured. */
const LINE_HEIGHT = 26;
/** Lines that Page Down goes. */
const PAGE = 12;

interface Props {
  /** What the list is of, for screen readers. */
  readonly label: string;
  readonly count: number;
  readonly rowAt: (index: number) => ListedRow | null;
}

/** Rows of the roster with what an upload says of them; each leads to its place in the grid. Only those in sight exist. */
export function RowList({ label, count, rowAt }: Props) {
  const session = useSession();
  const scroller = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(0);
  const active = Math.min(chosen, count - 1);
  // Without keys of its own: the virtualizer would ask for all of them, seconds of work at 100,000 rows.
  // oxlint-disable-next-line react/incompatible-library -- the list itself renders what the virtualizer says
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 8,
  });
  const choose = (index: number): void => {
    const to = Math.max(0, Math.min(index, count - 1));
    setChosen(to);
    virtualizer.scrollToIndex(to);
  };
  const go = (index: number): void => {
    setChosen(index);
    const place = rowAt(index)?.place;
    if (place) reveal(session, place);
  };
  return (
    <div className="row-list" ref={scroller}>
      <div
        role="listbox"
        tabIndex={0}
        aria-label={label}
        aria-activedescendant={count === 0 ? undefined : lineId(active)}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={(event) => {
          const act = keyAct(event, active, count, choose, go);
          if (act === null) return;
          event.preventDefault();
          event.stopPropagation();
          act();
        }}
      >
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
          const row = rowAt(index);
          return (
            row && (
              <div
                key={key}
                ref={virtualizer.measureElement}
                role="option"
                id={lineId(index)}
                className="row-list-line"
                data-index={index}
                data-active={index === active}
                data-leads={row.place !== null}
                aria-selected={index === active}
                aria-setsize={count}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)` }}
                onClick={() => {
                  go(index);
                }}
              >
                <Line row={row} />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

function Line({ row }: { readonly row: ListedRow }) {
  return (
    <>
      <span className="row-list-head">
        <span className="row-list-number">
          <span className="unseen">line </span>
          {row.line}
        </span>
        <MarkIcon mark={row.mark} />
        <span className="row-list-name">{row.name}</span>
        <span className="unseen">{ROW_MARKS[row.mark].label}</span>
      </span>
      {row.changes.map(({ column, from, to, permanent }) => (
        <span key={column} className="row-list-change">
          <span className="row-list-column">{column}</span>
          <del>{from}</del>
          <ins>
            {to}
            {permanent && <em> cannot be undone</em>}
          </ins>
        </span>
      ))}
      {row.sentences.map((sentence) => (
        <span key={sentence} className="row-list-sentence">
          {sentence}
        </span>
      ))}
    </>
  );
}

function lineId(index: number): string {
  return `upload-row-${index}`;
}

/** What a key does in the list; null where it does nothing. */
function keyAct(
  { key, altKey, ctrlKey, metaKey }: KeyboardEvent,
  active: number,
  count: number,
  choose: (index: number) => void,
  go: (index: number) => void,
): (() => void) | null {
  if (altKey || ctrlKey || metaKey || count === 0) return null;
  if (key === 'Enter' || key === ' ')
    return () => {
      go(active);
    };
  const step = listStep(key, active, count, PAGE);
  return step === null
    ? null
    : () => {
        choose(step);
      };
}
