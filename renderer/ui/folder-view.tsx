import { ActionIcon } from '@mantine/core';
import { IconArrowUp, IconFileText, IconFolder } from '@tabler/icons-react';
import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import type { FolderEntry, Openable } from '../../shared/contract/file-calls.ts';
import { failureSentence } from '../../shared/failures/failures.ts';
import type { Reply } from '../../shared/contract/contract.ts';
import { useSession } from '../app/session/session.ts';
import { situationOf } from '../app/session/situation.ts';
import { sayWhen } from './say-when.ts';
import { findByTyping, saySize } from './entry-names.ts';
import css from './file-chooser.module.css';

interface Props {
  readonly folder: ShownFolder;
  readonly entries: readonly FolderEntry[];
  readonly onChoose: (entry: FolderEntry) => void;
  readonly onActive?: (entry: FolderEntry | undefined) => void;
  readonly empty: string;
}

/** A folder with the places to begin from at its left and its path above. */
export function FolderView({ folder, entries, onChoose, onActive, empty }: Props) {
  const { listing, trouble, active, setActive, go, goUp } = folder;
  return (
    <div className={css['chooser']}>
      <nav className={css['chooserPlaces']} aria-label="Places">
        {listing?.places.map(({ handle, name }) => (
          <button
            key={handle}
            type="button"
            aria-current={handle === listing.folder.handle ? 'location' : undefined}
            onClick={() => {
              go(handle);
            }}
          >
            {name}
          </button>
        ))}
      </nav>
      <div className={css['chooserFolder']}>
        <div className={css['chooserPath']}>
          <ActionIcon
            aria-label="Up to the folder above"
            disabled={(listing?.parent ?? null) === null}
            onClick={goUp}
          >
            <IconArrowUp size={16} />
          </ActionIcon>
          <span title={listing?.folder.path}>{listing?.folder.path}</span>
        </div>
        <FolderList
          entries={entries}
          active={active}
          onActive={(handle) => {
            setActive(handle);
            onActive?.(entries.find((entry) => entry.handle === handle));
          }}
          onChoose={onChoose}
          onUp={goUp}
          empty={listing === null ? 'Reading the folder…' : empty}
        />
        {trouble !== null && (
          <p className={css['chooserTrouble']} role="alert">
            {trouble}
          </p>
        )}
      </div>
    </div>
  );
}

interface FolderListProps {
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
function FolderList({ entries, active, onActive, onChoose, onUp, empty }: FolderListProps) {
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
      className={css['folderList']}
      role="listbox"
      aria-label="Folders and files"
      tabIndex={0}
      data-autofocus
      aria-activedescendant={place === -1 ? undefined : `${id}-${place}`}
      onKeyDown={onKeyDown}
    >
      {entries.length === 0 && (
        <li className={css['folderEmpty']} role="option" aria-selected={false} aria-disabled>
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

interface EntryProps extends Pick<FolderListProps, 'onActive' | 'onChoose'> {
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
      <span className={css['folderName']}>{entry.name}</span>
      <span className={css['folderSize']}>{isFolder ? '' : saySize(entry.size)}</span>
      <span className={css['folderWhen']}>{sayWhen(entry.modified)}</span>
    </li>
  );
}

/** A folder as it is shown, and the way to another one. */
interface ShownFolder {
  readonly listing: Reply<'folder.list'> | null;
  /** Why the folder that was asked for is not the one shown. */
  readonly trouble: string | null;
  /** The entry that the keys act on, by its handle. */
  readonly active: string | null;
  readonly setActive: (handle: string | null) => void;
  readonly go: (folder: string) => void;
  readonly goUp: () => void;
}

interface Wanted {
  readonly selectFirst: boolean;
  /** What the files are for that are shown beside the folders. */
  readonly what: Openable;
}

/** Shows the folder that was shown last, then those that are gone to; the old one stays until the new one is there. */
export function useFolder({ selectFirst, what }: Wanted): ShownFolder {
  const session = useSession();
  const [listing, setListing] = useState<Reply<'folder.list'> | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [active, setActive] = useState<string | null>(null);
  const load = useCallback(
    async (folder: string | null, from: string | null) => {
      const answer = await session.host.call('folder.list', { folder, what });
      setTrouble(answer.ok ? null : failureSentence(answer.failure, situationOf(session)));
      if (!answer.ok) return;
      setListing(answer.value);
      const { entries } = answer.value;
      const first = entries.find((entry) => entry.handle === from) ?? (selectFirst ? entries[0] : undefined);
      setActive(first?.handle ?? null);
    },
    [session, selectFirst, what],
  );
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- the state is set when the host has answered
    void load(null, null);
  }, [load]);
  const go = (folder: string): void => void load(folder, null);
  const goUp = (): void => {
    if (listing?.parent) void load(listing.parent, listing.folder.handle);
  };
  return { listing, trouble, active, setActive, go, goUp };
}
