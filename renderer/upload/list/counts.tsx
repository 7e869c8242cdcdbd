import { MarkIcon } from './listed-row.tsx';
import type { RowMark } from '../marks/row-mark.ts';
import './counts.css';

/** One count, by which its rows are shown below. */
export interface Count<Name extends RowMark> {
  readonly name: Name;
  readonly label: string;
  readonly value: number;
}

interface Props<Name extends RowMark> {
  readonly label: string;
  /** Whether the label is in sight, above the counts. */
  readonly isTitled?: boolean;
  readonly counts: readonly Count<Name>[];
  readonly chosen: Name;
  readonly onChoose: (name: Name) => void;
}

/** Counts that sum up, of which one is chosen: its rows are those that the list below shows. */
export function Counts<Name extends RowMark>({
  label,
  isTitled = false,
  counts,
  chosen,
  onChoose,
}: Props<Name>) {
  return (
    <div className="upload-counts" role="group" aria-label={label}>
      {isTitled && (
        <span className="upload-counts-title" aria-hidden>
          {label}
        </span>
      )}
      {counts.map(({ name, label: words, value }) => (
        <button
          key={name}
          type="button"
          className="upload-count"
          aria-pressed={name === chosen}
          data-none={value === 0}
          onClick={() => {
            onChoose(name);
          }}
        >
          <MarkIcon mark={name} />
          <span className="upload-count-words">{words}</span>
          <span className="upload-count-value">{value.toLocaleString('en-US')}</span>
        </button>
      ))}
    </div>
  );
}
