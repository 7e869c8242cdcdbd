import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useModal } from '../dialogs/use-modal.ts';
import { closeDialog } from '../session/dialogs.ts';
import { useSession } from '../session/session.ts';
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
  const [chosen, setChosen] = useState(0);
  const sought = useDeferredValue(typed);
  const found = useMemo(() => findEntries(session, sought), [session, sought]);
  const active = Math.max(0, Math.min(chosen, found.length - 1));
  const close = (): void => {
    closeDialog(session);
  };
  const run = (entry: Entry | undefined): void => {
    if (entry?.why !== null) return;
    // The command works on the grid, which has the focus again only when the palette is gone.
    flushSync(close);
    entry.run(session);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = STEPS[event.key];
    if (step !== undefined) setChosen(step(active, found.length));
    else if (event.key === 'Enter') {
      // What was typed last may not have been looked for yet.
      run(bestOf(sought === typed ? found : findEntries(session, typed), active));
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
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <List found={found} active={active} onRun={run} />
      <p className="palette-none" role="status">
        {found.length === 0 && `No command is called “${sought.trim()}”.`}
      </p>
    </dialog>
  );
}

interface ListProps {
  readonly found: readonly Found[];
  readonly active: number;
  readonly onRun: (entry: Entry) => void;
}

function List({ found, active, onRun }: ListProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active, found]);
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

function bestOf(found: readonly Found[], active: number): Entry | undefined {
  return found[Math.min(active, found.length - 1)]?.entry;
}

const STEPS: Readonly<Record<string, (active: number, count: number) => number>> = {
  ArrowDown: (active, count) => (active + 1) % Math.max(1, count),
  ArrowUp: (active, count) => (active - 1 + count) % Math.max(1, count),
  PageDown: (active, count) => Math.min(active + PAGE, count - 1),
  PageUp: (active) => Math.max(active - PAGE, 0),
};
