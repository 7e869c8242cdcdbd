import { Button } from '@mantine/core';
import type { FolderEntry } from '../../shared/contract.ts';
import { DialogFrame } from '../app/dialogs/dialog-frame.tsx';
import type { Chooser } from '../app/session/dialog-kinds.ts';
import { FolderView } from './folder-view.tsx';
import { useFolder } from './use-folder.ts';

const TITLES = {
  roster: 'Open a roster',
  team: 'Read the current team from a file',
  people: 'Add people from a file',
  template: 'Open an organization’s template',
  profile: 'Import a profile',
} as const;

/** Asks which file to open. */
export function OpenChooser({
  chooser,
}: {
  readonly chooser: Extract<Chooser, { readonly purpose: 'open' }>;
}) {
  const folder = useFolder({ selectFirst: true, what: chooser.what });
  const { listing, active } = folder;
  const entries = listing?.entries ?? [];
  const entry = entries.find(({ handle }) => handle === active);
  const choose = ({ handle, name, kind }: FolderEntry): void => {
    if (kind === 'folder') folder.go(handle);
    else chooser.done({ handle, name, folder: listing?.folder.path ?? '' });
  };
  return (
    <DialogFrame
      title={TITLES[chooser.what]}
      size="large"
      onClose={() => {
        chooser.done(null);
      }}
      actions={
        <>
          <Button
            onClick={() => {
              chooser.done(null);
            }}
          >
            Cancel
          </Button>
          <Button
            variant="filled"
            className="chooser-main"
            disabled={entry === undefined}
            onClick={() => {
              if (entry) choose(entry);
            }}
          >
            {entry?.kind === 'folder' ? 'Open folder' : 'Open'}
          </Button>
        </>
      }
    >
      <FolderView
        folder={folder}
        entries={entries}
        onChoose={choose}
        empty={
          chooser.what === 'profile'
            ? 'No profiles in this folder.'
            : 'No text files or Excel workbooks in this folder.'
        }
      />
    </DialogFrame>
  );
}
