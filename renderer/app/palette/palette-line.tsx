import type { Entry } from './entries.ts';

interface Props {
  readonly id: string;
  readonly entry: Entry;
  /** Characters of the title that were typed. */
  readonly hits: readonly number[];
  readonly isActive: boolean;
  readonly onRun: () => void;
}

/** One command of the palette: its name, its menu, its key, or why it cannot be chosen now. */
export function PaletteLine({ id, entry, hits, isActive, onRun }: Props) {
  const { title, menu, key, why } = entry;
  return (
    <li
      id={id}
      className="palette-line"
      role="option"
      aria-selected={isActive}
      aria-disabled={why !== null}
      onClick={onRun}
      // The field keeps the focus.
      onMouseDown={(event) => {
        event.preventDefault();
      }}
    >
      <span className="palette-title">
        <Marked text={title} hits={hits} />
      </span>
      <span className="palette-menu">{why ?? menu}</span>
      {key !== '' && <kbd>{key}</kbd>}
    </li>
  );
}

/** A text with the typed characters in bold, neighbours together. */
function Marked({ text, hits }: { readonly text: string; readonly hits: readonly number[] }) {
  if (hits.length === 0) return text;
  const isHit = new Set(hits);
  const parts: { readonly start: number; readonly end: number; readonly hit: boolean }[] = [];
  for (let start = 0; start < text.length;) {
    const hit = isHit.has(start);
    let end = start + 1;
    while (end < text.length && isHit.has(end) === hit) end += 1;
    parts.push({ start, end, hit });
    start = end;
  }
  return parts.map(({ start, end, hit }) =>
    hit ? <b key={start}>{text.slice(start, end)}</b> : <span key={start}>{text.slice(start, end)}</span>,
  );
}
