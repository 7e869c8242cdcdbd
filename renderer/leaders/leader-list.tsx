import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { ChosenLeader, LeaderChoices } from '../../shared/leaders/apply-leaders.ts';
import type { Document } from '../app/session/document.ts';
import { LeaderLineItem } from './leader-line.tsx';
import type { ListItem } from './list-items.ts';

/** Height of a line with one row of text below its choice, in CSS pixels; all are measured. */
const LINE_HEIGHT = 58;

interface Props {
  readonly document: Document;
  readonly items: readonly ListItem[];
  readonly choices: LeaderChoices;
  readonly onChoose: (text: string, chosen: ChosenLeader | null | undefined) => void;
}

/** The distinct Team Leaders with who is meant by each; only those in sight exist. */
export function LeaderList({ document, items, choices, onChoose }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- the list itself renders what the virtualizer says
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 8,
  });
  return (
    <div className="leaders-list" ref={scroller} tabIndex={0} role="region" aria-label="Team Leaders">
      <ul style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            <li
              key={item.kind === 'heading' ? `heading ${item.of}` : `line ${item.line.text}`}
              ref={virtualizer.measureElement}
              className={item.kind === 'heading' ? 'leaders-heading' : 'leaders-line'}
              data-index={index}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              {item.kind === 'heading' ? (
                <>
                  <h3>{item.title}</h3>
                  {item.note !== '' && <p>{item.note}</p>}
                </>
              ) : (
                <LeaderLineItem
                  document={document}
                  line={item.line}
                  chosen={choices.get(item.line.text)}
                  onChoose={(chosen) => {
                    onChoose(item.line.text, chosen);
                  }}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
