import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useClosing, useModal } from '../dialogs/use-modal.ts';
import { useSession, useSessionState } from '../session/session.ts';
import { type Entry, findEntries, type Found } from './entries.ts';
import { PaletteLine } from './palette-line.tsx';
import './palette.css';

/** Entries that Page Down goes. */
const PAGE = 10;

/** Every command, found by typing a part of its name; a number goes to a line, a header to a column. */
export function Palette() {
  const session = useSession();
  const dialog = useModal();
  const [typed, setTyped] = useState('');
  /** The id of the entry that was gone to; null for the best. */
  const [chosen, setChosen] = useState<string | null>(null);
  const sought = useDeferredValue(typed);
  // What can be done changes while the palette is open, as when a team has been read.
  const state = useSessionState((state) => state);
  const found = useMemo(() => findEntries(session, sought, state), [session, sought, state]);
  const active = placeOf(chosen, found);
  const { close } = useClosing();
  const run = (entry: Entry | undefined): void => {
    if (entry?.why !== null) return;
    // The command works on the grid, which has the focus again only when the palette is gone.
    flushSync(close);
    entry.run(session);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = STEPS[event.key];
    if (step !== undefined) setChosen(found[step(active, found.length)]?.entry.id ?? null);
    else if (event.key === 'Enter') {
      // What was typed last may not have been looked for yet.
      const now = sought === typed ? found : findEntries(session, typed, state);
      run(now[placeOf(chosen, now)]?.entry);
    } else return;
    event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      className="dialog palette"
      aria-label="All commands"
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) close();
      }}
    >
      <TextInput
        className="palette-field"
        data-autofocus
        value={typed}
        placeholder="Type a command, a line number or a column"
        role="combobox"
        aria-label="Command, line number or column"
        aria-expanded
        aria-controls="palette-list"
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? lineId(active) : undefined}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setChosen(null);
        }}
        onKeyDown={onKeyDown}
      />
      <List found={found} sought={sought} active={active} onRun={run} />
      <p className="palette-none" role="status">
        {found.length === 0 && `No command is called “${sought.trim()}”.`}
      </p>
    </dialog>
  );
}

interface ListProps {
  readonly found: readonly Found[];
  /** What they were found by. */
  readonly sought: string;
  readonly active: number;
  readonly onRun: (entry: Entry) => void;
}

function List({ found, sought, active, onRun }: ListProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active, sought]);
  return (
    <ul ref={list} className="palette-list" id="palette-list" role="listbox" aria-label="Commands">
      {found.map(({ entry, hits }, index) => (
        <PaletteLine
          key={entry.id}
          id={lineId(index)}
          entry={entry}
          hits={hits}
          isActive={index === active}
          onRun={() => {
            onRun(entry);
          }}
        />
      ))}
    </ul>
  );
}

function lineId(index: number): string {
  return `palette-${index}`;
}

/** Where an entry stands now; the best one's place where it does not or there is none. */
function placeOf(id: string | null, found: readonly Found[]): number {
  return Math.max(
    0,
    found.findIndex(({ entry }) => entry.id === id),
  );
}

const STEPS: Readonly<Record<string, (active: number, count: number) => number>> = {
  ArrowDown: (active, count) => (active + 1) % Math.max(1, count),
  ArrowUp: (active, count) => (active - 1 + count) % Math.max(1, count),
  PageDown: (active, count) => Math.min(active + PAGE, count - 1),
  PageUp: (active) => Math.max(active - PAGE, 0),
};
