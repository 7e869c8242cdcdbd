import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { ColumnValue } from '../../shared/filter/column-values.ts';

interface Props {
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
export function ValueList({ listed, all, values, onChoose }: Props) {
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
      <label className="filter-value filter-all">
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
        <span className="filter-count">{listed.length.toLocaleString('en-US')}</span>
      </label>
      <div className="filter-values" role="group" aria-label="Values" ref={scroller}>
        <div style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const entry = listed[index];
            return (
              entry && (
                <label key={entry.value} className="filter-value" style={{ top: start }}>
                  <input
                    type="checkbox"
                    checked={isChosen(entry.value)}
                    onChange={({ currentTarget }) => {
                      choose([entry], currentTarget.checked);
                    }}
                  />
                  <span data-empty={entry.value === ''}>{entry.value === '' ? 'Empty' : entry.value}</span>
                  <span className="filter-count">{entry.count.toLocaleString('en-US')}</span>
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
