import { IconFileText, IconFolder } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import type { FolderEntry } from '../../shared/contract.ts';
import { sayWhen } from '../start/say-when.ts';
import { findByTyping } from './entry-names.ts';
import { saySize } from './entry-names.ts';

interface Props {
  readonly entries: readonly FolderEntry[];
  readonly active: string | null;
  readonly onActive: (handle: string) => void;
  readonly onChoose: (entry: FolderEntry) => void;
  readonly onUp: () => void;
  /** What an empty folder says. */
  readonly empty: string;
}

/** Milliseconds after which typing begins a new name. */
const TYPING_PAUSE = 800;

/** The folders and files of a folder: arrows move, Enter opens, Backspace goes up, typing goes to a name. */
export function FolderList({ entries, active, onActive, onChoose, onUp, empty }: Props) {
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const typed = useRef({ text: '', at: 0 });
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [active, entries]);
  const place = entries.findIndex(({ handle }) => handle === active);
  const moveTo = (index: number): void => {
    const entry = entries[Math.min(Math.max(index, 0), entries.length - 1)];
    if (entry) onActive(entry.handle);
  };
  const type = (event: KeyboardEvent): void => {
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const before = event.timeStamp - typed.current.at < TYPING_PAUSE ? typed.current.text : '';
    typed.current = { text: before + event.key, at: event.timeStamp };
    const found = findByTyping(entries, typed.current.text);
    if (found) onActive(found.handle);
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => {
      moveTo(place + 1);
    },
    ArrowUp: () => {
      moveTo(place - 1);
    },
    PageDown: () => {
      moveTo(place + 10);
    },
    PageUp: () => {
      moveTo(place - 10);
    },
    Home: () => {
      moveTo(0);
    },
    End: () => {
      moveTo(entries.length - 1);
    },
    Enter: () => {
      const entry = entries[place];
      if (entry) onChoose(entry);
    },
    Backspace: onUp,
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = keys[event.key];
    if (act === undefined) {
      type(event);
      return;
    }
    event.preventDefault();
    act();
  };
  return (
    <ul
      ref={list}
      className="folder-list"
      role="listbox"
      aria-label="Folders and files"
      tabIndex={0}
      data-autofocus
      aria-activedescendant={place === -1 ? undefined : `${id}-${place}`}
      onKeyDown={onKeyDown}
    >
      {entries.length === 0 && (
        <li className="folder-empty" role="option" aria-selected={false} aria-disabled>
          {empty}
        </li>
      )}
      {entries.map((entry, index) => (
        <EntryLine
          key={entry.handle}
          id={`${id}-${index}`}
          entry={entry}
          selected={index === place}
          onActive={onActive}
          onChoose={onChoose}
        />
      ))}
    </ul>
  );
}

interface EntryProps extends Pick<Props, 'onActive' | 'onChoose'> {
  readonly id: string;
  readonly entry: FolderEntry;
  readonly selected: boolean;
}

function EntryLine({ id, entry, selected, onActive, onChoose }: EntryProps) {
  const isFolder = entry.kind === 'folder';
  const Icon = isFolder ? IconFolder : IconFileText;
  return (
    <li
      id={id}
      role="option"
      aria-selected={selected}
      onClick={() => {
        onActive(entry.handle);
      }}
      onDoubleClick={() => {
        onChoose(entry);
      }}
    >
      <Icon size={17} stroke={1.5} aria-hidden data-kind={entry.kind} />
      <span className="folder-name">{entry.name}</span>
      <span className="folder-size">{isFolder ? '' : saySize(entry.size)}</span>
      <span className="folder-when">{sayWhen(entry.modified)}</span>
    </li>
  );
}
