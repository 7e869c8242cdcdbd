import { ROW_MARKS, type RowMark } from './row-mark.ts';
import './row-mark.css';

/** The icon of a mark beside words that say the same. */
export function MarkIcon({ mark }: { readonly mark: RowMark }) {
  const { tone, strokes } = ROW_MARKS[mark];
  return (
    <span className="row-mark" data-tone={tone} aria-hidden>
      <svg viewBox="0 0 16 16">
        <path d={strokes} />
      </svg>
    </span>
  );
}
