import { Button, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type ColumnFilter,
  type ColumnValue,
  columnValues,
  type RowFilter,
  rowTest,
  withColumn,
} from '../../shared/find/row-filter.ts';
import { headerAt } from '../../shared/roster/grid-layout.ts';
import type { Document } from '../app/session/document.ts';
import { filterOf, filterRows } from '../app/session/filter-rows.ts';
import { useSession, useSessionState } from '../app/session/session.ts';
import { headerRoom } from '../grid/column-menu.tsx';
import { focusCell } from '../grid/selection/select-cells.ts';
import type { GridView } from '../grid/view/grid-view.ts';
import css from './filter.module.css';
import { classes } from '../ui/classes.ts';

/** The filter that hangs from a column's header while it is open. */
export function FilterPopover({ view }: { readonly view: GridView }) {
  const popup = useSessionState((state) => state.columnPopup);
  const document = useSessionState((state) => state.document);
  if (popup?.kind !== 'filter' || document === null) return null;
  return <OpenPopover key={popup.position} view={view} document={document} position={popup.position} />;
}

interface Props {
  readonly view: GridView;
  readonly document: Document;
  readonly position: number;
}

/** Width of the popover, in CSS pixels. */
const WIDTH = 300;

function OpenPopover({ view, document, position }: Props) {
  const session = useSession();
  const filter = filterOf(document);
  const before = filter.columns.get(position);
  const [contains, setContains] = useState(before?.contains ?? '');
  const [values, setValues] = useState<ReadonlySet<string> | null>(before?.values ?? null);
  const frame = useRef<HTMLDivElement>(null);
  const all = useMemo(() => valuesOf(document, filter, position), [document, filter, position]);
  const listed = useMemo(() => all.filter(({ value }) => containsText(value, contains)), [all, contains]);
  const rows = countChosen(listed, values);
  const close = (): void => {
    session.store.setState({ columnPopup: null });
    const { selection } = session.store.getState();
    if (selection !== null) focusCell(view, selection.anchor);
  };
  const apply = (column: ColumnFilter | null): void => {
    filterRows(session, withColumn(filter, position, column));
    close();
  };
  useCloseOnLeaving(frame, () => {
    session.store.setState({ columnPopup: null });
  });
  const { left, bottom } = headerRoom(view, position);
  const header = headerAt(document.roster, position);
  return (
    <div
      ref={frame}
      className={css['filter']}
      role="dialog"
      aria-label={`Filter ${header}`}
      style={{
        left: Math.max(4, Math.min(left, view.wrapper.clientWidth - WIDTH - 8)),
        top: bottom,
        width: WIDTH,
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (rows > 0) apply({ contains, values });
        }}
      >
        <TextInput
          label={`${header} contains`}
          data-autofocus
          value={contains}
          onChange={({ currentTarget }) => {
            setContains(currentTarget.value);
          }}
        />
        <ValueList listed={listed} values={values} all={all} onChoose={setValues} />
        <div className={css['filterActions']}>
          <Button
            disabled={before === undefined}
            onClick={() => {
              apply(null);
            }}
          >
            Clear
          </Button>
          <Button type="submit" variant="filled" disabled={rows === 0}>
            {rows === 1 ? 'Show 1 row' : `Show ${rows.toLocaleString('en-US')} rows`}
          </Button>
        </div>
      </form>
    </div>
  );
}

/** The values of a column in the rows that the other filters show. */
function valuesOf({ roster, checker }: Document, filter: RowFilter, position: number): ColumnValue[] {
  const passes = rowTest(withColumn(filter, position, null), checker);
  const rows = roster.rows.filter(passes);
  return columnValues(rows, position, COMPARE);
}

const COMPARE = new Intl.Collator(undefined, { numeric: true }).compare;

function containsText(value: string, part: string): boolean {
  return value.toLowerCase().includes(part.toLowerCase());
}

function countChosen(listed: readonly ColumnValue[], values: ReadonlySet<string> | null): number {
  return listed.reduce(
    (sum, { value, count }) => sum + (values === null || values.has(value) ? count : 0),
    0,
  );
}

/** Focuses the first field when the popover opens, and closes it when the focus or the pointer goes elsewhere. */
function useCloseOnLeaving(frame: React.RefObject<HTMLElement | null>, close: () => void): void {
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    frame.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    const onPointer = ({ target }: PointerEvent): void => {
      if (target instanceof Node && frame.current?.contains(target) !== true) latest.current();
    };
    window.addEventListener('pointerdown', onPointer, { capture: true });
    return () => {
      window.removeEventListener('pointerdown', onPointer, { capture: true });
    };
  }, [frame]);
}

interface ValueListProps {
  /** The values that the text field lets through; only these are shown. */
  readonly listed: readonly ColumnValue[];
  readonly all: readonly ColumnValue[];
  /** The chosen values; null for all. */
  readonly values: ReadonlySet<string> | null;
  readonly onChoose: (values: ReadonlySet<string> | null) => void;
}

/** Height of a line, in CSS pixels. */
const LINE = 26;

/** A column's values with their counts, each to be chosen or not; only the lines in sight exist. */
function ValueList({ listed, all, values, onChoose }: ValueListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- the list itself renders what the virtualizer says
  const virtualizer = useVirtualizer({
    count: listed.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: 8,
  });
  const isChosen = (value: string): boolean => values === null || values.has(value);
  const chosen = listed.filter(({ value }) => isChosen(value)).length;
  const choose = (changed: readonly ColumnValue[], isOn: boolean): void => {
    onChoose(withChosen(all, values, changed, isOn));
  };
  return (
    <>
      <label className={classes(css['filterValue'], css['filterAll'])}>
        <input
          type="checkbox"
          checked={chosen === listed.length && chosen > 0}
          ref={(box) => {
            if (box) box.indeterminate = chosen > 0 && chosen < listed.length;
          }}
          disabled={listed.length === 0}
          onChange={({ currentTarget }) => {
            choose(listed, currentTarget.checked);
          }}
        />
        <span>{listed.length === all.length ? 'All values' : 'All values below'}</span>
        <span className={css['filterCount']}>{listed.length.toLocaleString('en-US')}</span>
      </label>
      <div className={css['filterValues']} role="group" aria-label="Values" ref={scroller}>
        <div style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const entry = listed[index];
            return (
              entry && (
                <label key={entry.value} className={css['filterValue']} style={{ top: start }}>
                  <input
                    type="checkbox"
                    checked={isChosen(entry.value)}
                    onChange={({ currentTarget }) => {
                      choose([entry], currentTarget.checked);
                    }}
                  />
                  <span data-empty={entry.value === ''}>{entry.value === '' ? 'Empty' : entry.value}</span>
                  <span className={css['filterCount']}>{entry.count.toLocaleString('en-US')}</span>
                </label>
              )
            );
          })}
        </div>
      </div>
    </>
  );
}

/** The chosen values with some switched on or off; null once all are chosen. */
function withChosen(
  all: readonly ColumnValue[],
  values: ReadonlySet<string> | null,
  changed: readonly ColumnValue[],
  isOn: boolean,
): ReadonlySet<string> | null {
  const next = new Set(values ?? all.map(({ value }) => value));
  for (const { value } of changed) {
    if (isOn) next.add(value);
    else next.delete(value);
  }
  return all.every(({ value }) => next.has(value)) ? null : next;
}
