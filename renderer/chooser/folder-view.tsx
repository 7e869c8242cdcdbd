import { ActionIcon } from '@mantine/core';
import { IconArrowUp } from '@tabler/icons-react';
import type { FolderEntry } from '../../shared/contract.ts';
import { FolderList } from './folder-list.tsx';
import type { ShownFolder } from './use-folder.ts';
import './chooser.css';

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
    <div className="chooser">
      <nav className="chooser-places" aria-label="Places">
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
      <div className="chooser-folder">
        <div className="chooser-path">
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
          <p className="chooser-trouble" role="alert">
            {trouble}
          </p>
        )}
      </div>
    </div>
  );
}
